//! The rows of the track list, from the moment the page is live: every row stays,
//! and what a search changes is written to it directly, by one effect for all.
//!
//! A key is answered within a frame on a list of any length: what the reader
//! cannot see yet is written in the frames that follow.

use leptos::prelude::*;

use super::{erased::effect, search_store::SearchStore};
use crate::dom::{IN_VIEW, Rows};
use search::Sort;

/// Titles that are marked in a frame: a quarter of its time.
const IN_A_FRAME: usize = 200;

/// Copies share their state.
#[derive(Clone, Copy)]
struct LiveRows {
    search: SearchStore,
    rows: StoredValue<Rows, LocalStorage>,
    /// Counts the changes of the search.
    turn: StoredValue<u32>,
}

/// What is still to be written of a search.
#[derive(Clone, Copy)]
struct Rest {
    /// The group from which on rows are yet to be shown or hidden.
    group: Option<usize>,
    /// The place in the list from which on titles are yet to be marked.
    place: Option<usize>,
}

/// Keeps the rows as the search has them, from now on.
pub fn sync_rows(search: SearchStore) {
    let rows =
        LiveRows {
            search,
            rows: StoredValue::new_local(search.tracks.with_value(|tracks| {
                Rows::find(tracks.iter().map(|track| track.place().to_string()))
            })),
            turn: StoredValue::new(0),
        };
    // Rows were published in playing order, the default.
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
        let turn = rows.turn.get_value() + 1;
        rows.turn.set_value(turn);
        // Groups that go out of view with the next frame are no longer laid out
        // in the one after it.
        request_animation_frame(move || {
            request_animation_frame(move || rows.write(turn, Rest { group, place }));
        });
    });
}

impl LiveRows {
    /// Writes some of the rest in each frame, unless a key comes between: first
    /// which rows there are, then what is marked in them.
    fn write(self, turn: u32, rest: Rest) {
        if self.turn.try_get_value() != Some(turn) {
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

    /// Marks what was searched for in so many of the titles shown, from a place
    /// in the list on. Says at which place the next one is.
    fn mark(self, from: usize, count: usize) -> Option<usize> {
        self.search.with_untracked(|now| {
            let is_shown = |at: &usize| now.selection.shown[now.order[*at]];
            let mut places = (from..now.order.len()).filter(is_shown);
            for at in places.by_ref().take(count) {
                let track = now.order[at];
                let marks = self.search.marks(track);
                self.search.tracks.with_value(|tracks| {
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
