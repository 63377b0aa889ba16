//! The boundary between publisher and browser: what a page carries as JSON for
//! its wasm, and the ids of the elements that both sides rely on.
//!
//! The publisher writes the JSON here; `browser::data` reads it with the
//! browser's own parser, which costs the wasm next to nothing. So the names of
//! the fields below are a contract of the two.

use serde::Serialize;

#[cfg(not(target_arch = "wasm32"))]
use crate::{CataloguedAlbum, Page};
use crate::{Track, TracksFile};

/// What the wasm has to know of a page: all else is in its HTML.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageData {
    /// The review's slug.
    pub slug: String,
    /// Every track of the album, in playing order.
    pub tracks: Vec<Track>,
    /// Every album's tracks; `None` on a site of one review.
    pub every_album: Option<TracksFile>,
}

/// The `script` element that carries the JSON.
pub const DATA_ID: &str = "review-data";
/// The parts of the page that are hydrated, each of one component: the controls
/// above the list, the list's headers, and what lies below the list.
pub const SEARCH_PANEL_ID: &str = "finder";
pub const SORT_HEADERS_ID: &str = "headers";
pub const LIST_FOOTER_ID: &str = "beyond";
/// The popover of examples, which the button beside the search box opens.
pub const SEARCH_HELP_ID: &str = "search-help";

/// A page's data as JSON that is safe inside a `script` element: with no `<` in
/// it, neither `</script>` nor `<!--` can occur.
#[cfg(not(target_arch = "wasm32"))]
pub fn encode(page: &Page) -> String {
    let Page { review, others } = page;
    let data = PageData {
        slug: review.slug.clone(),
        tracks: review.album.tracks.clone(),
        every_album: others.tracks.clone(),
    };
    serde_json::to_string(&data)
        .expect("a page holds only texts, numbers and lists of them")
        .replace('<', "\\u003c")
}

/// Every album's tracks, at the site's root.
pub const TRACKS_FILE: &str = "tracks.json";

/// The content of [`TRACKS_FILE`].
#[cfg(not(target_arch = "wasm32"))]
pub fn encode_albums(albums: &[CataloguedAlbum]) -> String {
    serde_json::to_string(albums).expect("albums hold only texts, numbers and lists of them")
}
