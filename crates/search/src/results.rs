//! What a search comes to: how it was understood, what it leaves of an album,
//! and in which order.

use std::cmp::Ordering;

use super::{CompareTitles, Filter, Index, Matches, SearchParams, Sort, SortBy, fold::Normalize};
use model::Track;

/// All that a page shows of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchResults {
    /// What was asked for.
    pub search: SearchParams,
    pub filter: Filter,
    pub selection: Matches,
    /// The tracks' indices in the order of the rows.
    pub order: Vec<usize>,
}

/// What of a browser decides what a search comes to.
#[derive(Clone, Copy)]
pub struct UnicodeSupport {
    pub normalize: Normalize,
    /// Makes a comparison of titles as the reader's language has it.
    pub collator: fn() -> CompareTitles,
}

impl UnicodeSupport {
    /// The comparison of titles that an order asks for.
    pub fn comparison(self, sort: Sort) -> CompareTitles {
        match sort.by {
            SortBy::Title => (self.collator)(),
            _ => Box::new(|_, _| Ordering::Equal),
        }
    }
}

impl SearchResults {
    /// Works out what is new since the outcome `before`: most keys change
    /// neither the order nor, on the way through a range, the selection.
    /// `index` is asked only where a filter is to be applied.
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

    /// The tracks shown, as indices in the order of the rows.
    pub fn shown(&self) -> impl Iterator<Item = usize> {
        let order = self.order.iter().copied();
        order.filter(|&track| self.selection.shown[track])
    }
}

/// The filter that a search asks for, and what it shows.
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
