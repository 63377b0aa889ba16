//! The boundary between publisher and browser: what a page shows as JSON in
//! that page, and the ids of the elements that both sides rely on.
//!
//! JSON is spoken nowhere else on this path. The publisher calls [`encode`],
//! the wasm calls [`decode`]; where the text stands in the page is left to
//! `publish` and `browser`.

use serde::{Deserialize, Serialize};

use crate::review::{CataloguedAlbum, Others, Review};

/// All that a page shows: what it is rendered from natively, and hydrated from
/// in the browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    pub review: Review,
    pub others: Others,
}

impl Page {
    /// The page of a site's only review.
    pub fn alone(review: Review) -> Self {
        Self {
            review,
            others: Others::default(),
        }
    }
}

/// The `script` element that carries the JSON.
pub const DATA_ID: &str = "review-data";
/// The element that the page is rendered into, hydrated in, or rendered afresh in.
pub const ROOT_ID: &str = "app";
/// The attribute of the root that holds an XPath expression, true of the root
/// as it was published: how many nodes are in it, and how many of each name.
pub const AS_PUBLISHED: &str = "data-as-published";

/// The page as JSON that is safe inside a `script` element: with no `<` in
/// it, neither `</script>` nor `<!--` can occur.
#[cfg(feature = "ssr")]
pub fn encode(page: &Page) -> String {
    serde_json::to_string(page)
        .expect("a page holds only texts, numbers and lists of them")
        .replace('<', "\\u003c")
}

/// # Errors
/// Where the JSON was damaged on its way; the message says at which column.
pub fn decode(json: &str) -> Result<Page, serde_json::Error> {
    serde_json::from_str(json)
}

/// Every album's tracks, at the site's root.
pub const TRACKS_FILE: &str = "tracks.json";

/// The content of [`TRACKS_FILE`].
#[cfg(feature = "ssr")]
pub fn encode_albums(albums: &[CataloguedAlbum]) -> String {
    serde_json::to_string(albums).expect("albums hold only texts, numbers and lists of them")
}

/// # Errors
/// Where the JSON was damaged on its way; the message says at which column.
pub fn decode_albums(json: &str) -> Result<Vec<CataloguedAlbum>, serde_json::Error> {
    serde_json::from_str(json)
}
