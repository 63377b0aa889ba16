//! Connects the published rows of the track list with the search: one effect for
//! all rows. `dom/rows/` decides what to write when.

use super::{erased::effect, search_store::SearchStore};
use crate::dom::RowSync;

/// Keeps the rows in sync with the search from now on.
pub fn sync_rows(search: SearchStore) {
    let rows = search.with_tracks(|tracks| {
        let ids = tracks.iter().map(|track| track.place().row_id());
        RowSync::new(ids, move |track| search.marked(track))
    });
    effect(move || search.with(|now| RowSync::update(&rows, now)));
}
