//! The interface between publisher and browser: the JSON of each page,
//! `tracks.json`, and the ids of the elements that both sides use.
//!
//! A page's JSON is embedded in the page, and beside it as [`PAGE_FILE`] for a
//! reader who comes from another review. The publisher serializes it by the field
//! names of the types, and prose as `article.rs` says. [`read`] reads it, from
//! whatever parsed it: in the app the browser's `JSON.parse`, because a parser of
//! our own would enlarge the wasm. The tests below read with `serde_json`, so that
//! they hold the writer and the reader together. To add a field, add it to its
//! type and to `read.rs`.

mod article;
mod read;
mod reader;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use read::{read_albums, read_page, read_search};
pub use reader::Json;

use serde::Serialize;

#[cfg(not(target_arch = "wasm32"))]
use crate::CataloguedAlbum;
use crate::{Page, Track, TracksFile};

/// All data of a page: what it is rendered from, and what its head says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageData {
    /// Names the version of the app that renders the data; empty where pages
    /// replace each other by loads only.
    pub build: String,
    pub head: Head,
    #[serde(flatten)]
    pub page: Page,
}

/// What a page's head says, as far as it differs between the reviews of a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    /// The document's title.
    pub title: String,
    /// The document's language, a BCP 47 tag.
    pub language: String,
    /// The value of `data-hue`.
    pub hue: u32,
    /// The content of `meta[name=theme-color]`, such as `#a3310f`.
    pub theme_color: String,
    /// The page's canonical URL, if the site's address is known.
    pub canonical: Option<String>,
    /// The review as JSON-LD; the text of a JSON object.
    #[serde(serialize_with = "as_json")]
    pub json_ld: String,
}

/// What the search needs to know of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchData {
    /// The review's slug.
    pub slug: String,
    /// The tracks of the album, in playing order.
    pub tracks: Vec<Track>,
    /// The file of all albums' tracks; `None` on a site of one review.
    pub every_album: Option<TracksFile>,
}

impl SearchData {
    pub fn of(page: Page) -> Self {
        Self {
            slug: page.review.slug,
            tracks: page.review.album.tracks,
            every_album: page.others.tracks,
        }
    }
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

/// The name of the file with a page's JSON, in the page's folder.
pub const PAGE_FILE: &str = "review.json";

/// Serializes a page's data. It contains no `<`, so neither `</script>` nor
/// `<!--` can end a `script` element early.
#[cfg(not(target_arch = "wasm32"))]
pub fn encode(data: &PageData) -> String {
    serde_json::to_string(data)
        .expect("a page holds only texts, numbers and lists of them")
        .replace('<', "\\u003c")
}

/// Writes a text that is JSON as the value that it is.
#[cfg(not(target_arch = "wasm32"))]
fn as_json<S: serde::Serializer>(json: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let value: serde_json::Value = serde_json::from_str(json).map_err(serde::ser::Error::custom)?;
    value.serialize(serializer)
}

#[cfg(target_arch = "wasm32")]
fn as_json<S: serde::Serializer>(_json: &str, _serializer: S) -> Result<S::Ok, S::Error> {
    unreachable!("the browser writes no page")
}

/// The folder of the list of all reviews.
pub const ALL_REVIEWS: &str = "all/";

/// The name of the file of all albums' tracks, in the site's root.
pub const TRACKS_FILE: &str = "tracks.json";

/// Serializes the content of [`TRACKS_FILE`].
#[cfg(not(target_arch = "wasm32"))]
pub fn encode_albums(albums: &[CataloguedAlbum]) -> String {
    serde_json::to_string(albums).expect("albums hold only texts, numbers and lists of them")
}
