//! Searches and sorts tracks: a search text becomes a [`Query`], titles become
//! an [`Index`], and both together give [`Matches`]. Also the order of rows,
//! the URL parameters, "did you mean", the length chart, and export as text,
//! CSV or JSON.
//!
//! Called by the app's components. The app's `dom` module passes in what only a
//! browser knows ([`Normalize`], title collation, `location.search`). This
//! crate names neither Leptos, nor `web_sys`, nor the file system, and accepts
//! any input without an error.
//!
//! ```text
//! "storm >2:00" -- query --> Query ─┐
//! two thumbs ───────────────────────┴─ Filter ─┐
//! tracks ------- fold ----> Index ─────────────┴─ select ─> Matches (rows)
//!                                                 marks ──> <mark>
//!                                                 nearest > "did you mean"
//! ```

mod examples;
pub mod export;
mod fold;
pub mod fold_cases;
mod index;
pub mod length_chart;
mod library;
mod matches;
mod params;
mod query;
mod results;
mod sanitize;
mod sort;
mod suggest;
#[cfg(test)]
mod tests;
mod thumbs;

pub use examples::examples;
pub use fold::{Form, Normalize};
pub use index::Index;
pub use length_chart::{Bar, LengthChart};
pub use library::{Found, FoundAlbum, Library};
pub use matches::Matches;
pub use params::{LONGEST_TEXT, SearchParams};
pub use query::{Field, LengthRange, Needle, Predicate, Query, Term, TrackRange};
pub use results::{SearchResults, UnicodeSupport};
pub use sort::{CompareTitles, Sort, SortBy, UnknownSort};
pub use thumbs::split;

use model::{Length, text};

/// The conditions on a track: the query and the range of the length slider.
/// Both must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub query: Query,
    /// The value of the lower thumb; `None` if it is at the shortest track.
    pub min: Option<Length>,
    /// The value of the upper thumb; `None` if it is at the longest track.
    pub max: Option<Length>,
}

impl Filter {
    /// Whether the filter matches every track.
    pub fn is_empty(&self) -> bool {
        self.query.is_empty() && self.thumbs().is_none()
    }

    /// The range of the thumbs, if either has moved.
    pub fn thumbs(&self) -> Option<LengthRange> {
        match (self.min, self.max) {
            (None, None) => None,
            (Some(least), None) => Some(LengthRange::AtLeast(least)),
            (None, Some(most)) => Some(LengthRange::AtMost(most)),
            (Some(least), Some(most)) => Some(LengthRange::between(least, most)),
        }
    }

    /// The filter in words: `title has “storm”, longer than 2:00`. `None` if it
    /// matches every track. `artists` is whether tracks have artists of their
    /// own.
    pub fn describe(&self, artists: bool) -> Option<String> {
        let mut conditions = self.query.in_words(artists);
        if let Some(span) = self.thumbs() {
            conditions.push(query::span_in_words(span, false));
        }
        (!conditions.is_empty()).then(|| text::join(&conditions, ", "))
    }
}
