//! Connects the published rows of the track list with the search: one effect for
//! all rows. `dom/rows/` decides what to write when.

use super::{copy_link::ClickedButton, erased::effect, search_store::SearchStore};
use crate::dom::RowSync;

/// Keeps the rows, and the button clicked in one, in sync with the search from now
/// on.
pub fn sync_rows(search: SearchStore, clicked: ClickedButton) {
    let find = move || {
        search.with_tracks(|tracks| {
            let ids = tracks.iter().map(|track| track.place().row_id());
            RowSync::new(ids, move |track, field| search.marked(track, field))
        })
    };
    // Each page has rows of its own.
    let (mut rows, mut of) = (find(), 0);
    effect(move || {
        clicked.reset();
        let number = search.page_number();
        if of != number {
            RowSync::stop(&rows);
            (rows, of) = (find(), number);
        }
        search.with(|now| RowSync::update(&rows, now));
    });
}
