//! Which tracks a reader's search shows: text to [`Query`], titles to
//! [`Index`], both to a [`Matches`]; and what follows from it (order, the
//! address, the album's shape, a copy to take along).
//!
//! The components call it, the browser module passes in what a platform knows
//! ([`Normalize`], a comparison of titles, an address). Nothing here knows
//! Leptos, a browser or a file, and no input of a reader's makes it fail.
//!
//! ```text
//! "storm >2:00" -- query --> Query ─┐
//! two thumbs ───────────────────────┴─ Filter ─┐
//! tracks ------- fold ----> Index ─────────────┴─ select ─> Matches (rows)
//!                                                 marks ──> <mark>
//!                                                 nearest > "did you mean"
//! ```

pub mod export;
mod fold;
pub mod fold_cases;
mod index;
pub mod length_chart;
mod library;
mod params;
mod query;
mod results;
mod sanitize;
mod sort;
mod suggest;
#[cfg(test)]
mod tests;
mod thumbs;

pub use fold::{Form, Normalize};
pub use index::{Index, Matches};
pub use length_chart::{Bar, LengthChart};
pub use library::{Found, FoundAlbum, Library};
pub use params::{LONGEST_TEXT, SearchParams};
pub use query::{LengthRange, Needle, Predicate, Query, Term, TrackRange};
pub use results::{SearchResults, UnicodeSupport};
pub use sort::{CompareTitles, Sort, SortBy, UnknownSort};
pub use thumbs::split;

use model::Length;

/// All that decides which tracks are shown. The box and the thumbs both apply.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub query: Query,
    /// The lower thumb; `None` at the album's shortest track.
    pub min: Option<Length>,
    /// The upper thumb; `None` at the album's longest track.
    pub max: Option<Length>,
}

impl Filter {
    /// Whether it shows every track.
    pub fn is_empty(&self) -> bool {
        self.query.is_empty() && self.thumbs().is_none()
    }

    /// What the thumbs leave, if either has moved.
    pub fn thumbs(&self) -> Option<LengthRange> {
        match (self.min, self.max) {
            (None, None) => None,
            (Some(least), None) => Some(LengthRange::AtLeast(least)),
            (None, Some(most)) => Some(LengthRange::AtMost(most)),
            (Some(least), Some(most)) => Some(LengthRange::between(least, most)),
        }
    }

    /// The filter in words: `title has “storm”, longer than 2:00`. `None` where
    /// it shows every track.
    pub fn describe(&self) -> Option<String> {
        let mut conditions = self.query.in_words();
        if let Some(span) = self.thumbs() {
            conditions.push(query::span_in_words(span, false));
        }
        (!conditions.is_empty()).then(|| conditions.join(", "))
    }
}
