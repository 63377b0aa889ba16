//! Keeps the rows of the track table in step with the search. The published rows
//! stay in the DOM; only differences are written to them (`table.rs`).
//!
//! A key updates the rows in view at once, however long the list is, and the others
//! as far as the time goes; what is left is updated in the frames that follow. `components/row_sync.rs`
//! calls this for each change of the results.

mod headings;
mod table;

use std::{cell::RefCell, ops::Range, rc::Rc};

use js_sys::Date;
use leptos::prelude::request_animation_frame;

use search::{Field, SearchResults, Sort};
use table::{IN_VIEW, Rows};

/// The milliseconds that a key writes for: a quarter of a frame.
const AT_A_KEY: f64 = 4.0;

/// Of more rows a key writes none out of view: the browser would lay out all that it
/// shows again at once, 200 ms at 10,000 rows.
const MANY: usize = 2_000;

/// The milliseconds that each later frame writes for.
const IN_A_FRAME: f64 = 8.0;

/// The number of rows marked between two looks at the clock.
const AT_ONCE: usize = 20;

/// Returns a track's title or artist and the byte ranges to mark in it.
type Marked = Box<dyn Fn(usize, Field) -> (String, Vec<Range<usize>>)>;

/// The rows, and what they are to show.
pub struct RowSync {
    rows: Rows,
    marked: Marked,
    /// One flag per track, in playing order.
    shown: Vec<bool>,
    /// The tracks' indices in the order of the rows.
    order: Vec<usize>,
    sort: Sort,
    /// The number of updates so far. Work scheduled by an earlier one stops.
    turn: u32,
}

/// The pending writes of an update.
#[derive(Clone, Copy)]
struct Rest {
    /// The first group whose rows are still to be shown or hidden.
    group: Option<usize>,
    /// The first list position whose title is still to be marked.
    place: Option<usize>,
}

impl RowSync {
    /// Finds the published rows with these ids. They are in playing order, the
    /// default.
    pub fn new(
        ids: impl Iterator<Item = String>,
        marked: impl Fn(usize, Field) -> (String, Vec<Range<usize>>) + 'static,
    ) -> Rc<RefCell<Self>> {
        Rc::new(RefCell::new(Self {
            rows: Rows::find(ids),
            marked: Box::new(marked),
            shown: Vec::new(),
            order: Vec::new(),
            sort: Sort::default(),
            turn: 0,
        }))
    }

    /// Writes what may be in view and what the time allows, and schedules the rest.
    pub fn update(shared: &Rc<RefCell<Self>>, now: &SearchResults) {
        let mut sync = shared.borrow_mut();
        let (rest, turn) = sync.begin(now);
        let milliseconds = match sync.shown.len() > MANY {
            true => 0.0,
            false => AT_A_KEY,
        };
        if let Some(rest) = sync.write_for(milliseconds, rest) {
            let shared = Rc::clone(shared);
            // Wait two frames: groups that leave the view in the next frame are not
            // laid out in the one after it.
            request_animation_frame(move || {
                request_animation_frame(move || Self::write(shared, turn, rest));
            });
        }
    }

    /// Ends what earlier updates have scheduled: the rows are of another page now.
    pub fn stop(shared: &RefCell<Self>) {
        shared.borrow_mut().turn += 1;
    }

    fn begin(&mut self, now: &SearchResults) -> (Rest, u32) {
        self.shown.clone_from(&now.selection.shown);
        self.order.clone_from(&now.order);
        if self.sort != now.search.sort {
            self.sort = now.search.sort;
            let is_playing_order = self.sort == Sort::default();
            self.rows.arrange(&self.order, is_playing_order);
        }
        let rest = Rest {
            group: self.rows.show(&self.shown),
            place: self.mark(0, IN_VIEW),
        };
        self.turn += 1;
        (rest, self.turn)
    }

    /// Writes part of the pending updates per frame until none are left or the
    /// search changes.
    fn write(shared: Rc<RefCell<Self>>, turn: u32, rest: Rest) {
        let mut sync = shared.borrow_mut();
        if sync.turn != turn {
            return;
        }
        if let Some(rest) = sync.write_for(IN_A_FRAME, rest) {
            drop(sync);
            request_animation_frame(move || Self::write(shared, turn, rest));
        }
    }

    /// Writes pending updates until the time is over: first which rows are shown, then
    /// their marks. Returns what is left.
    fn write_for(&mut self, milliseconds: f64, mut rest: Rest) -> Option<Rest> {
        let end = Date::now() + milliseconds;
        loop {
            match rest {
                Rest {
                    group: Some(group), ..
                } => {
                    rest.group = self.rows.show_more(&self.shown, group);
                }
                Rest {
                    place: Some(place), ..
                } => rest.place = self.mark(place, AT_ONCE),
                _ => return None,
            }
            if Date::now() >= end {
                return Some(rest);
            }
        }
    }

    /// Marks the matches in up to `count` shown titles, starting at list position
    /// `from`. Returns the position of the next shown title, if any.
    fn mark(&mut self, from: usize, count: usize) -> Option<usize> {
        let is_shown = |at: &usize| self.shown[self.order[*at]];
        let mut places = (from..self.order.len()).filter(is_shown);
        for at in places.by_ref().take(count) {
            let track = self.order[at];
            self.rows.mark(track, &|field| (self.marked)(track, field));
        }
        places.next()
    }
}
