//! The interface between publisher and browser: the JSON embedded in each page,
//! `tracks.json`, and the ids of the elements that both sides use.
//!
//! The publisher serializes the JSON here, by the field names of the types.
//! [`read`] reads them, from whatever parsed the JSON: in the app the browser's
//! `JSON.parse`, because a parser of our own would enlarge the wasm. The tests
//! below read with `serde_json`, so that they hold the writer and the reader
//! together. To add a field, add it to its type and to `read.rs`.

mod read;
#[cfg(test)]
mod tests;

pub use read::{Json, read_albums, read_page};

use serde::Serialize;

#[cfg(not(target_arch = "wasm32"))]
use crate::{CataloguedAlbum, Page};
use crate::{Track, TracksFile};

/// What the wasm needs to know of a page; the rest is in its HTML.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageData {
    /// The review's slug.
    pub slug: String,
    /// The tracks of the album, in playing order.
    pub tracks: Vec<Track>,
    /// The file of all albums' tracks; `None` on a site of one review.
    pub every_album: Option<TracksFile>,
}

/// The id of the `script` element that contains the JSON.
pub const DATA_ID: &str = "review-data";
/// The ids of the islands: the search panel above the list, its sort headers,
/// and its footer.
pub const SEARCH_PANEL_ID: &str = "finder";
pub const SORT_HEADERS_ID: &str = "headers";
pub const LIST_FOOTER_ID: &str = "beyond";
/// The id of the popover with example searches.
pub const SEARCH_HELP_ID: &str = "search-help";

/// Serializes a page's data for a `script` element. It contains no `<`, so
/// neither `</script>` nor `<!--` can end the element early.
#[cfg(not(target_arch = "wasm32"))]
pub fn encode(page: &Page) -> String {
    let Page { review, others } = page;
    let data = PageData {
        slug: review.slug.clone(),
        tracks: review.album.tracks.clone(),
        every_album: others.tracks.clone(),
    };
    json_of(&data)
}

#[cfg(not(target_arch = "wasm32"))]
fn json_of(data: &PageData) -> String {
    serde_json::to_string(data)
        .expect("a page holds only texts, numbers and lists of them")
        .replace('<', "\\u003c")
}

/// The name of the file of all albums' tracks, in the site's root.
pub const TRACKS_FILE: &str = "tracks.json";

/// Serializes the content of [`TRACKS_FILE`].
#[cfg(not(target_arch = "wasm32"))]
pub fn encode_albums(albums: &[CataloguedAlbum]) -> String {
    serde_json::to_string(albums).expect("albums hold only texts, numbers and lists of them")
}
