//! The results of a search: the parsed filter, the matching tracks of an album,
//! and their order. Computed by the app's search store at each change, from the
//! URL parameters and the index.

use std::cmp::Ordering;

use super::{CompareTitles, Filter, Index, Matches, SearchParams, Sort, SortBy, fold::Normalize};
use model::Track;

/// Everything that a page shows of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchResults {
    /// The search that these are the results of.
    pub search: SearchParams,
    pub filter: Filter,
    pub selection: Matches,
    /// All tracks' indices in display order.
    pub order: Vec<usize>,
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
            SortBy::Title => (self.collator)(),
            _ => Box::new(|_, _| Ordering::Equal),
        }
    }
}

impl SearchResults {
    /// Computes the results, reusing those in `before` that did not change:
    /// most key presses change neither the order nor, in the middle of a range,
    /// the matches. `index` is called only if a filter must be applied.
    pub fn new<'a>(
        search: SearchParams,
        before: Option<&Self>,
        tracks: &[Track],
        index: impl FnOnce() -> &'a Index,
        platform: UnicodeSupport,
    ) -> Self {
        let same_filter = before.filter(|before| before.search.same_filter(&search));
        let (filter, selection) = match same_filter {
            Some(before) => (before.filter.clone(), before.selection.clone()),
            None => understood(&search, tracks, index, platform.normalize),
        };
        let same_order = before.filter(|before| before.search.sort == search.sort);
        let order = match same_order {
            Some(before) => before.order.clone(),
            None => search
                .sort
                .order(tracks, &*platform.comparison(search.sort)),
        };
        Self {
            search,
            filter,
            selection,
            order,
        }
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
