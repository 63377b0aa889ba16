//! The results of a search: the parsed filter, the matching tracks of an album,
//! and their order. Updated by the app's search store at each change, from the
//! URL parameters and the index.

use std::cmp::Ordering;

use super::{
    CompareTitles, Filter, Found, Index, Library, Matches, SearchParams, Sort, SortBy,
    fold::Normalize,
};
use model::{Track, artists_differ, text::join};

/// Everything that a page shows of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchResults {
    /// The search that these are the results of.
    pub search: SearchParams,
    pub filter: Filter,
    pub selection: Matches,
    /// Whether the tracks have different artists.
    artists: bool,
    /// All tracks' indices in display order.
    pub order: Vec<usize>,
    /// The matches in the other albums, and the filter that found them; `None`
    /// unless they are searched and loaded.
    pub others: Option<(Filter, Found)>,
    /// The number of searches so far.
    pub turn: usize,
}

/// The browser's Unicode functions that results depend on.
#[derive(Clone, Copy)]
pub struct UnicodeSupport {
    pub normalize: Normalize,
    /// Returns a collator for the reader's language.
    pub collator: fn() -> CompareTitles,
}

impl UnicodeSupport {
    /// The comparison of titles for an order.
    pub fn comparison(self, sort: Sort) -> CompareTitles {
        match sort.by {
            SortBy::Title | SortBy::Artist => (self.collator)(),
            _ => Box::new(|_, _| Ordering::Equal),
        }
    }
}

impl SearchResults {
    /// The results of the default search: all tracks in playing order.
    pub fn all(tracks: &[Track]) -> Self {
        Self {
            search: SearchParams::default(),
            filter: Filter::default(),
            selection: Matches::all(tracks),
            artists: artists_differ(tracks),
            order: (0..tracks.len()).collect(),
            others: None,
            turn: 0,
        }
    }

    /// The results of the default search of another album, which replaces the one
    /// that these are of.
    pub fn of_next(&self, tracks: &[Track]) -> Self {
        Self {
            turn: self.turn + 1,
            ..Self::all(tracks)
        }
    }

    /// Updates the results to those of another search, or to a library that has
    /// loaded since, and returns whether anything changed. Computes only what
    /// changed: most key presses change neither the order nor, in the middle of
    /// a range, the matches. `index` is called only if a filter must be applied.
    pub fn update<'a>(
        &mut self,
        search: &SearchParams,
        tracks: &[Track],
        index: impl FnOnce() -> &'a Index,
        library: Option<&Library>,
        platform: UnicodeSupport,
    ) -> bool {
        let library = library.filter(|_| search.all);
        if self.search == *search && self.others.is_some() == library.is_some() {
            return false;
        }
        self.turn += 1;
        self.others = library.map(|library| library.answer(search, platform.normalize));
        if !self.search.same_filter(search) {
            (self.filter, self.selection) = understood(search, tracks, index, platform.normalize);
        }
        if self.search.sort != search.sort {
            let comparison = platform.comparison(search.sort);
            self.order = search.sort.order(tracks, &*comparison);
        }
        self.search = search.clone();
        true
    }

    /// The results in words, for screen readers. If nothing matches, the text omits
    /// the search: each further letter would repeat the announcement. `nearest` are
    /// titles to suggest.
    pub fn announcement(&self, nearest: &[String]) -> String {
        let mut words = "No track matches.".to_owned();
        if self.selection.count > 0 {
            words = self.selection.status();
            if let Some(search) = self.describe() {
                words += ", ";
                words += &search;
            }
        }
        if !nearest.is_empty() {
            words += " Did you mean ";
            words += &join(nearest, ", ");
            words += "?";
        }
        if let Some(hint) = self.filter.query.advice() {
            words += " ";
            words += &hint;
        }
        words
    }

    /// The filter in words; `None` if it matches every track.
    pub fn describe(&self) -> Option<String> {
        self.filter.describe(self.artists)
    }

    /// The indices of the shown tracks, in display order.
    pub fn shown(&self) -> impl Iterator<Item = usize> {
        let order = self.order.iter().copied();
        order.filter(|&track| self.selection.shown[track])
    }
}

/// The filter of a search, and its matches.
fn understood<'a>(
    search: &SearchParams,
    tracks: &[Track],
    index: impl FnOnce() -> &'a Index,
    normalize: Normalize,
) -> (Filter, Matches) {
    let filter = search.filter(normalize);
    match filter.is_empty() {
        true => (filter, Matches::all(tracks)),
        false => index().answer(filter, &search.text, normalize),
    }
}
