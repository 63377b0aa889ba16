//! The rows of the track list, from the moment the page is live: every row stays,
//! and what a search changes is written to it directly, by one effect for all.

use leptos::prelude::*;

use super::{follow::effect, live_search::LiveSearch};
use crate::{browser::Rows, filter::Sort};

/// Titles that are marked before the next frame is drawn: more than the
/// tallest screen shows, and a fraction of a frame's time.
const AT_ONCE: usize = 200;

/// Keeps the rows as the search has them, from now on.
pub fn keep_rows(search: LiveSearch) {
    let rows = StoredValue::new_local(Rows::find());
    let turn = StoredValue::new(0u32);
    // Rows were published in playing order, the default.
    let mut sorted = Sort::default();
    effect(move || {
        search.with(|now| {
            rows.update_value(|rows| {
                if now.search.sort != sorted {
                    sorted = now.search.sort;
                    rows.arrange(&now.order);
                }
                rows.show(&now.selection.shown);
            });
        });
        turn.update_value(|turn| *turn += 1);
        mark(search, rows, turn, 0);
    });
}

/// Marks what was searched for in the titles shown: at once in the first of
/// them, in the others a slice a frame, unless a key comes between.
fn mark(
    search: LiveSearch,
    rows: StoredValue<Rows, LocalStorage>,
    turn: StoredValue<u32>,
    from: usize,
) {
    let next = search.with_untracked(|now| {
        let end = now.order.len().min(from + AT_ONCE);
        for &track in &now.order[from..end] {
            if now.selection.shown[track] {
                let marks = search.marks(track);
                search.tracks.with_value(|tracks| {
                    rows.update_value(|rows| rows.mark(track, &tracks[track].title, marks));
                });
            }
        }
        (end < now.order.len()).then_some(end)
    });
    if let Some(next) = next {
        let now = turn.get_value();
        request_animation_frame(move || {
            if turn.try_get_value() == Some(now) {
                mark(search, rows, turn, next);
            }
        });
    }
}
