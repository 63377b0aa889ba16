//! The rows of the track table, which are rendered once and stay: what a search
//! changes is written to them directly, and only where it differs.
//!
//! A signal for each row would cost more memory and time than the rows
//! themselves. Long tables come in groups whose layout the browser skips while
//! they are out of view (`content-visibility`); each group is told how many of
//! its rows are shown, so that its height is known without a layout. What of a
//! search is out of view is written in the frames that follow.

use std::ops::Range;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{document, results::append_marked};

/// So many rows are more than the tallest screen shows below the search box.
pub const IN_VIEW: usize = 40;

/// Rows that are shown or hidden in a frame: a quarter of its time.
const IN_A_FRAME: usize = 2_000;

/// The rows of one table.
pub struct Rows {
    table: Option<HtmlElement>,
    /// In playing order; `None` where the page does not hold the row.
    rows: Vec<Option<Row>>,
    /// As the table has them.
    groups: Vec<Group>,
}

struct Row {
    element: HtmlElement,
    /// The element that holds the title and nothing else.
    title: Element,
    shown: bool,
    /// The marked bytes of the title.
    marks: Vec<Range<usize>>,
}

struct Group {
    element: HtmlElement,
    /// The tracks of its rows.
    tracks: Vec<usize>,
    /// How many rows it was last told to show.
    told: usize,
}

impl Rows {
    /// Takes hold of the rows of these ids as they were published: all shown,
    /// none marked. Rows that something else put among them are left alone.
    pub fn find(ids: impl Iterator<Item = String>) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        let row = |(track, id): (usize, String)| {
            let element = document().get_element_by_id(&id)?;
            let group = element.parent_element()?;
            let title = element.query_selector(".name").ok()??;
            match groups.last_mut() {
                Some(last) if *last.element == group => last.tracks.push(track),
                _ => groups.push(Group {
                    element: group.unchecked_into(),
                    tracks: vec![track],
                    told: 0,
                }),
            }
            Some(Row {
                element: element.unchecked_into(),
                title,
                shown: true,
                marks: Vec::new(),
            })
        };
        let rows = ids.enumerate().map(row).collect();
        for group in &mut groups {
            group.told = group.tracks.len();
        }
        Self {
            table: document()
                .get_element_by_id("tracks")
                .map(JsCast::unchecked_into),
            rows,
            groups,
        }
    }

    /// Shows the rows whose flag is set and hides the others, as far as the
    /// reader may see them. Says from which group on the others wait for
    /// [`show_more`](Self::show_more).
    pub fn show(&mut self, shown: &[bool]) -> Option<usize> {
        let is_empty = !shown.contains(&true);
        if let Some(table) = &self.table {
            table.set_hidden(is_empty);
        }
        // A long table without a row is not seen.
        if self.is_long() && is_empty {
            return Some(0);
        }
        let mut above = 0;
        let mut waiting = None;
        for at in 0..self.groups.len() {
            let count = self.groups[at].count(shown);
            let is_empty = self.is_long() && count == 0;
            if is_empty {
                // Its rows must not come into view as those above go.
                self.groups[at].tell(0);
            }
            if is_empty || above >= IN_VIEW {
                waiting = waiting.or(Some(at));
            } else {
                self.write(at, shown);
            }
            above += count;
        }
        waiting
    }

    /// The same for some of the groups from this one on, as many as a frame
    /// has time for. Says which is the next.
    pub fn show_more(&mut self, shown: &[bool], from: usize) -> Option<usize> {
        let mut changed = 0;
        for at in from..self.groups.len() {
            if changed >= IN_A_FRAME {
                return Some(at);
            }
            changed += self.write(at, shown);
        }
        None
    }

    /// Shows and hides the rows of a group. Returns how many it changed.
    fn write(&mut self, group: usize, shown: &[bool]) -> usize {
        let is_long = self.is_long();
        let group = &mut self.groups[group];
        let mut changed = 0;
        for &track in &group.tracks {
            let Some(row) = &mut self.rows[track] else {
                continue;
            };
            if row.shown != shown[track] {
                row.shown = shown[track];
                row.element.set_hidden(!row.shown);
                changed += 1;
            }
        }
        if is_long {
            group.tell(group.count(shown));
        }
        changed
    }

    /// A table of one group is laid out as a whole.
    fn is_long(&self) -> bool {
        self.groups.len() > 1
    }

    /// Marks some bytes of a track's title and no others.
    pub fn mark(&mut self, track: usize, title: &str, marks: Vec<Range<usize>>) {
        let Some(row) = &mut self.rows[track] else {
            return;
        };
        if row.marks == marks {
            return;
        }
        row.title.set_text_content(None);
        append_marked(&row.title, title, &marks);
        row.marks = marks;
    }

    /// Puts the rows into an order, given as indices of tracks; groups keep
    /// their sizes.
    pub fn arrange(&mut self, order: &[usize]) {
        let is_long = self.is_long();
        let is_shown = |row: &Option<Row>| row.as_ref().is_some_and(|row| row.shown);
        let shown: Vec<bool> = self.rows.iter().map(is_shown).collect();
        let mut order = order
            .iter()
            .filter_map(|&track| Some((track, self.rows[track].as_ref()?)));
        for group in &mut self.groups {
            for (place, (track, row)) in group.tracks.iter_mut().zip(order.by_ref()) {
                *place = track;
                _ = group.element.append_child(&row.element);
            }
            if is_long {
                group.tell(group.count(&shown));
            }
        }
    }
}

impl Group {
    /// How many of its rows have their flag set.
    fn count(&self, shown: &[bool]) -> usize {
        self.tracks.iter().filter(|&&track| shown[track]).count()
    }

    /// Tells how many rows are to be shown. Where there are none, no row is,
    /// whether it is hidden yet or not.
    fn tell(&mut self, shown: usize) {
        if self.told == shown {
            return;
        }
        let style = self.element.style();
        // Where it was not told, the style sheet takes a full group.
        _ = style.set_property("--rows", &shown.to_string());
        _ = match (self.told, shown) {
            (_, 0) => style.set_property("--layout", "hidden"),
            (0, _) => style.set_property("--layout", "auto"),
            _ => Ok(()),
        };
        self.told = shown;
    }
}
