//! The order of rows: parsed from and written to the URL, changed by clicks on
//! headers, and applied to tracks.
//!
//! The caller passes the comparison of titles, because the browser knows the
//! reader's language.

use std::{cmp::Ordering, str::FromStr};

use model::Track;

/// The column to sort by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// Playing order, also on an album of several discs.
    #[default]
    Number,
    Title,
    Artist,
    Length,
}

/// The order of rows. The default is playing order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    pub by: SortBy,
    pub descending: bool,
}

/// A comparison of titles in some language.
pub type CompareTitles = Box<dyn Fn(&str, &str) -> Ordering>;

/// The error of a text that is not an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownSort;

impl Sort {
    /// The order after a click on the header of `column`: first ascending, then
    /// descending, then playing order.
    pub fn clicked(self, column: SortBy) -> Self {
        let descending = match (self.by == column, self.descending) {
            (false, _) => false,
            (true, false) => true,
            (true, true) => return Self::default(),
        };
        Self {
            by: column,
            descending,
        }
    }

    /// As in the URL: `title`, `-length`.
    pub fn text(self) -> &'static str {
        match (self.by, self.descending) {
            (SortBy::Number, false) => "number",
            (SortBy::Number, true) => "-number",
            (SortBy::Title, false) => "title",
            (SortBy::Title, true) => "-title",
            (SortBy::Artist, false) => "artist",
            (SortBy::Artist, true) => "-artist",
            (SortBy::Length, false) => "length",
            (SortBy::Length, true) => "-length",
        }
    }

    /// The order as a sentence for screen readers.
    pub fn in_words(self) -> &'static str {
        match (self.by, self.descending) {
            (SortBy::Number, false) => "In playing order",
            (SortBy::Number, true) => "Sorted by number, last first",
            (SortBy::Title, false) => "Sorted by title, A to Z",
            (SortBy::Title, true) => "Sorted by title, Z to A",
            (SortBy::Artist, false) => "Sorted by artist, A to Z",
            (SortBy::Artist, true) => "Sorted by artist, Z to A",
            (SortBy::Length, false) => "Sorted by length, shortest first",
            (SortBy::Length, true) => "Sorted by length, longest first",
        }
    }

    /// The tracks' indices in this order. Equal tracks stay in playing order,
    /// also when descending; unknown lengths and artists come last either way.
    /// `compare_titles` is called O(n log n) times, and only when sorting by
    /// title or artist.
    pub fn order(
        self,
        tracks: &[Track],
        compare_titles: &dyn Fn(&str, &str) -> Ordering,
    ) -> Vec<usize> {
        let mut order: Vec<usize> = (0..tracks.len()).collect();
        // An unstable sort is smaller in wasm; the index as last key makes it
        // stable.
        order.sort_unstable_by(|&a, &b| {
            let ascending = match self.by {
                SortBy::Number => a.cmp(&b),
                SortBy::Title => compare_titles(&tracks[a].title, &tracks[b].title),
                SortBy::Artist => {
                    let artist = |track: usize| tracks[track].artist.as_deref();
                    let [a, b] = [a, b].map(|track| artist(track).unwrap_or_default());
                    compare_titles(a, b)
                }
                SortBy::Length => tracks[a].length.cmp(&tracks[b].length),
            };
            let ordering = match self.descending {
                true => ascending.reverse(),
                false => ascending,
            };
            let is_unknown = |track: usize| match self.by {
                SortBy::Artist => tracks[track].artist.is_none(),
                SortBy::Length => tracks[track].length.is_none(),
                _ => false,
            };
            let known_first = is_unknown(a).cmp(&is_unknown(b));
            known_first.then(ordering).then(a.cmp(&b))
        });
        order
    }
}

impl FromStr for Sort {
    type Err = UnknownSort;

    fn from_str(text: &str) -> Result<Self, UnknownSort> {
        let (descending, name) = match text.strip_prefix('-') {
            Some(name) => (true, name),
            None => (false, text),
        };
        let by = match name {
            "number" => SortBy::Number,
            "title" => SortBy::Title,
            "artist" => SortBy::Artist,
            "length" => SortBy::Length,
            _ => return Err(UnknownSort),
        };
        Ok(Self { by, descending })
    }
}
