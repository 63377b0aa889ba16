//! The rows of the track table. They are rendered once and stay in the DOM; a
//! search writes only the differences to them, when `super::RowSync` decides.
//!
//! A signal per row would cost more memory and time than the rows themselves.
//! Long tables are divided into groups, whose layout the browser skips while they
//! are out of view (`content-visibility`). Each group has the number of its shown
//! rows as a CSS property, so its height is known without a layout. Groups out of
//! view are written in the frames that follow.

use std::ops::Range;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::headings::Headings;
use crate::dom::{document, results::append_marked};
use model::text::count;
use search::Field;

/// More rows than the tallest screen shows below the search box.
pub const IN_VIEW: usize = 40;

/// The rows of one table.
pub struct Rows {
    table: Option<HtmlElement>,
    /// In playing order; `None` where the page lacks the row.
    rows: Vec<Option<Row>>,
    /// In the order of the table.
    groups: Vec<Group>,
    headings: Headings,
}

struct Row {
    element: HtmlElement,
    shown: bool,
    title: Text,
    /// `None` if the table has no column of artists.
    artist: Option<Text>,
}

/// A text of a row that is marked.
struct Text {
    /// The element that contains only the text.
    element: Element,
    /// The marked byte ranges.
    marks: Vec<Range<usize>>,
}

struct Group {
    element: HtmlElement,
    /// The indices of the tracks in its rows.
    tracks: Vec<usize>,
    /// The number of shown rows last written to its `--rows` property.
    written: usize,
}

impl Rows {
    /// Finds the published rows with these ids: all shown, none marked. Ignores
    /// rows that others, such as extensions, have added.
    pub fn find(ids: impl Iterator<Item = String>) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        let row = |(track, id): (usize, String)| {
            let element = document().get_element_by_id(&id)?;
            let group = element.parent_element()?;
            let text = |selector| {
                let element = element.query_selector(selector).ok()??;
                let marks = Vec::new();
                Some(Text { element, marks })
            };
            let (title, artist) = (text(".name")?, text(".artist"));
            match groups.last_mut() {
                Some(last) if *last.element == group => last.tracks.push(track),
                _ => groups.push(Group {
                    element: group.unchecked_into(),
                    tracks: vec![track],
                    written: 0,
                }),
            }
            Some(Row {
                element: element.unchecked_into(),
                shown: true,
                title,
                artist,
            })
        };
        let rows = ids.enumerate().map(row).collect();
        for group in &mut groups {
            group.written = group.tracks.len();
        }
        Self {
            table: document()
                .get_element_by_id("tracks")
                .map(JsCast::unchecked_into),
            rows,
            groups,
            headings: Headings::find(),
        }
    }

    /// Shows the rows whose flag is set and hides the others, in the groups that
    /// may be in view. Returns the first group that still needs
    /// [`show_more`](Self::show_more).
    pub fn show(&mut self, shown: &[bool]) -> Option<usize> {
        let is_empty = !shown.contains(&true);
        self.headings.show(shown);
        if let Some(table) = &self.table {
            table.set_hidden(is_empty);
        }
        // The table is hidden, so none of its rows need a write now.
        if self.is_long() && is_empty {
            return Some(0);
        }
        let mut above = 0;
        let mut waiting = None;
        for at in 0..self.groups.len() {
            let count = self.count(at, shown);
            let is_empty = self.is_long() && count == 0;
            if is_empty {
                // Otherwise its rows would move into view when those above hide.
                self.groups[at].set_shown(0);
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

    /// Continues [`show`](Self::show) with this group. Returns the next group, if any.
    pub fn show_more(&mut self, shown: &[bool], group: usize) -> Option<usize> {
        self.write(group, shown);
        let next = group + 1;
        (next < self.groups.len()).then_some(next)
    }

    /// Shows and hides the rows of a group.
    fn write(&mut self, group: usize, shown: &[bool]) {
        let is_long = self.is_long();
        let count = self.count(group, shown);
        let group = &mut self.groups[group];
        for &track in &group.tracks {
            let Some(row) = &mut self.rows[track] else {
                continue;
            };
            if row.shown != shown[track] {
                row.shown = shown[track];
                row.element.set_hidden(!row.shown);
            }
        }
        if is_long {
            group.set_shown(count);
        }
    }

    /// The number of rows to show in a group, with the headings.
    fn count(&self, group: usize, shown: &[bool]) -> usize {
        let tracks = &self.groups[group].tracks;
        let rows = tracks.iter().filter(|&&track| shown[track]).count();
        rows + self.headings.count(tracks)
    }

    /// Whether the table has several groups. A single group is always laid out.
    fn is_long(&self) -> bool {
        self.groups.len() > 1
    }

    /// Marks the byte ranges of a track's texts that `marked` returns, and removes
    /// other marks.
    pub fn mark(&mut self, track: usize, marked: &dyn Fn(Field) -> (String, Vec<Range<usize>>)) {
        let Some(row) = &mut self.rows[track] else {
            return;
        };
        row.title.mark(marked(Field::Title));
        if let Some(artist) = &mut row.artist {
            artist.mark(marked(Field::Artist));
        }
    }

    /// Sorts the rows into an order, given as track indices; `is_playing_order`
    /// says whether headings have a place in it. The groups keep their sizes.
    pub fn arrange(&mut self, order: &[usize], is_playing_order: bool) {
        let is_long = self.is_long();
        let is_shown = |row: &Option<Row>| row.as_ref().is_some_and(|row| row.shown);
        let shown: Vec<bool> = self.rows.iter().map(is_shown).collect();
        let mut order = order
            .iter()
            .filter_map(|&track| Some((track, self.rows[track].as_ref()?)));
        self.headings.are_shown = is_playing_order;
        for group in &mut self.groups {
            for (place, (track, row)) in group.tracks.iter_mut().zip(order.by_ref()) {
                *place = track;
                if is_playing_order {
                    self.headings.append(track, &group.element);
                }
                _ = group.element.append_child(&row.element);
            }
        }
        if is_long {
            for group in 0..self.groups.len() {
                let count = self.count(group, &shown);
                self.groups[group].set_shown(count);
            }
        }
    }
}

impl Text {
    fn mark(&mut self, (text, marks): (String, Vec<Range<usize>>)) {
        if self.marks != marks {
            self.element.set_text_content(None);
            append_marked(&self.element, &text, &marks);
            self.marks = marks;
        }
    }
}

impl Group {
    /// Writes the number of shown rows to the group's style. With zero, the whole
    /// group is hidden, even if its rows are not hidden yet.
    fn set_shown(&mut self, shown: usize) {
        if self.written == shown {
            return;
        }
        let style = self.element.style();
        // Without the property, the style sheet assumes a full group.
        _ = style.set_property("--rows", &count(shown));
        _ = match (self.written, shown) {
            (_, 0) => style.set_property("--layout", "hidden"),
            (0, _) => style.set_property("--layout", "auto"),
            _ => Ok(()),
        };
        self.written = shown;
    }
}
