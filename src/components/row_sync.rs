//! Syncs the rows of the track list with the search. The published rows stay in
//! the DOM; one effect for all rows writes the differences to them.
//!
//! A key updates the rows in view within a frame, however long the list is; the
//! rows out of view are updated in the frames that follow.

use leptos::prelude::*;

use super::{erased::effect, search_store::SearchStore, turn::Turn};
use crate::dom::{IN_VIEW, Rows};
use search::Sort;

/// The number of titles marked per frame, which takes about a quarter of it.
const IN_A_FRAME: usize = 200;

/// Copies share their state.
#[derive(Clone, Copy)]
struct LiveRows {
    search: SearchStore,
    rows: StoredValue<Rows, LocalStorage>,
    /// The number of search changes so far. Work scheduled for an earlier change
    /// stops.
    turn: Turn,
}

/// The pending row updates of a search.
#[derive(Clone, Copy)]
struct Rest {
    /// The first group whose rows are still to be shown or hidden.
    group: Option<usize>,
    /// The first list position whose title is still to be marked.
    place: Option<usize>,
}

/// Keeps the rows in sync with the search from now on.
pub fn sync_rows(search: SearchStore) {
    let rows =
        LiveRows {
            search,
            rows: StoredValue::new_local(search.with_tracks(|tracks| {
                Rows::find(tracks.iter().map(|track| track.place().row_id()))
            })),
            turn: Turn::new(),
        };
    // The rows are published in playing order, the default.
    let mut sorted = Sort::default();
    effect(move || {
        let group = search.with(|now| {
            rows.update(|rows| {
                if now.search.sort != sorted {
                    sorted = now.search.sort;
                    rows.arrange(&now.order);
                }
                rows.show(&now.selection.shown)
            })
        });
        let place = rows.mark(0, IN_VIEW);
        let turn = rows.turn.begin();
        // Wait two frames: groups that leave the view in the next frame are not
        // laid out in the one after it.
        request_animation_frame(move || {
            request_animation_frame(move || rows.write(turn, Rest { group, place }));
        });
    });
}

impl LiveRows {
    /// Writes part of the pending updates per frame until none are left or the
    /// search changes: first which rows are shown, then their marks.
    fn write(self, turn: u32, rest: Rest) {
        if !self.turn.is(turn) {
            return;
        }
        let Rest { group, place } = rest;
        let rest = match (group, place) {
            (Some(group), _) => Rest {
                group: self.search.with_untracked(|now| {
                    self.update(|rows| rows.show_more(&now.selection.shown, group))
                }),
                place,
            },
            (None, Some(place)) => Rest {
                group,
                place: self.mark(place, IN_A_FRAME),
            },
            (None, None) => return,
        };
        request_animation_frame(move || self.write(turn, rest));
    }

    /// Marks the matches in up to `count` shown titles, starting at list position
    /// `from`. Returns the position of the next shown title, if any.
    fn mark(self, from: usize, count: usize) -> Option<usize> {
        self.search.with_untracked(|now| {
            let is_shown = |at: &usize| now.selection.shown[now.order[*at]];
            let mut places = (from..now.order.len()).filter(is_shown);
            for at in places.by_ref().take(count) {
                let track = now.order[at];
                let marks = self.search.marks(track);
                self.search.with_tracks(|tracks| {
                    self.update(|rows| rows.mark(track, &tracks[track].title, marks));
                });
            }
            places.next()
        })
    }

    fn update<T: Default>(self, write: impl FnOnce(&mut Rows) -> T) -> T {
        self.rows.try_update_value(write).unwrap_or_default()
    }
}
