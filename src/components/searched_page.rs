//! The page that is searched, and its index.

use std::{ops::Range, sync::OnceLock};

use crate::dom;
use model::payload::SearchData;
use search::{Field, Index, Query};

/// A page and the index of its tracks.
pub struct SearchedPage {
    pub data: SearchData,
    /// Built on first use.
    index: OnceLock<Index>,
}

impl SearchedPage {
    pub fn new(data: SearchData) -> Self {
        Self {
            data,
            index: OnceLock::new(),
        }
    }

    pub fn index(&self) -> &Index {
        let new = || Index::new(&self.data.tracks, dom::normalize);
        self.index.get_or_init(new)
    }

    /// The titles nearest to a query that matches none.
    pub fn nearest(&self, query: &Query) -> Vec<String> {
        let title = |at: usize| self.data.tracks[at].title.clone();
        let nearest = self.index().nearest(query).into_iter();
        nearest.map(title).collect()
    }

    /// A track's title or artist, and its byte ranges that match the query.
    pub fn marked(&self, track: usize, field: Field, query: &Query) -> (String, Vec<Range<usize>>) {
        let marks = match query.is_empty() {
            true => Vec::new(),
            false => self.index().marks(track, field, query),
        };
        (field.text(&self.data.tracks[track]).to_owned(), marks)
    }
}
