//! The rows of the track table, which are rendered once and stay: what a search
//! changes is written to them directly, and only where it differs.
//!
//! A signal for each row would cost more memory and time than the rows
//! themselves. Long tables come in groups whose layout the browser skips while
//! they are out of view (`content-visibility`); each group is told how many of
//! its rows are shown, so that its height is known without a layout.

use std::ops::Range;

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{document, results::append_marked};

/// Rows from the table's top on whose groups are never held back: more than the
/// tallest screen shows below the search box.
const IN_VIEW: usize = 40;

/// The rows of one table, in playing order.
pub struct Rows {
    rows: Vec<Row>,
    groups: Vec<Group>,
}

struct Row {
    element: HtmlElement,
    /// The element that holds the title and nothing else.
    title: Element,
    shown: bool,
    /// The marked bytes of the title.
    marks: Vec<Range<usize>>,
    group: usize,
}

struct Group {
    element: HtmlElement,
    /// How many of its rows are shown.
    shown: usize,
    /// How many it was last told.
    told: usize,
}

impl Rows {
    /// Takes hold of the page's rows as they were published: all shown, none
    /// marked.
    pub fn find() -> Self {
        let mut rows = Vec::new();
        let mut groups = Vec::new();
        let mut body = document().query_selector("#tracks tbody").ok().flatten();
        while let Some(element) = body {
            body = element.next_element_sibling();
            let before = rows.len();
            let mut row = element.first_element_child();
            while let Some(element) = row {
                row = element.next_element_sibling();
                if let Ok(Some(title)) = element.query_selector(".name") {
                    rows.push(Row {
                        element: element.unchecked_into(),
                        title,
                        shown: true,
                        marks: Vec::new(),
                        group: groups.len(),
                    });
                }
            }
            let shown = rows.len() - before;
            groups.push(Group {
                element: element.unchecked_into(),
                shown,
                told: shown,
            });
        }
        Self { rows, groups }
    }

    /// Shows the rows whose flag is set and hides the others.
    pub fn show(&mut self, shown: &[bool]) {
        for (row, &shown) in self.rows.iter_mut().zip(shown) {
            if row.shown != shown {
                row.shown = shown;
                row.element.set_hidden(!shown);
                let group = &mut self.groups[row.group];
                group.shown = match shown {
                    true => group.shown + 1,
                    false => group.shown - 1,
                };
            }
        }
        self.tell_groups();
    }

    /// Marks some bytes of a track's title and no others.
    pub fn mark(&mut self, track: usize, title: &str, marks: Vec<Range<usize>>) {
        let row = &mut self.rows[track];
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
        let mut sizes = vec![0usize; self.groups.len()];
        for row in &self.rows {
            sizes[row.group] += 1;
        }
        for group in &mut self.groups {
            group.shown = 0;
        }
        let mut order = order.iter();
        for (group, size) in sizes.into_iter().enumerate() {
            for &track in order.by_ref().take(size) {
                let row = &mut self.rows[track];
                row.group = group;
                let group = &mut self.groups[group];
                group.shown += usize::from(row.shown);
                _ = group.element.append_child(&row.element);
            }
        }
        self.tell_groups();
    }

    /// Tells each group how many of its rows are shown. A table of one group is
    /// laid out as a whole and needs no telling.
    ///
    /// After a search that few rows answered, a hundred groups stand within the
    /// window's height. Clearing the box would lay all their rows out, only to
    /// find them out of view: so those that grow are held back until it shows
    /// where they are.
    fn tell_groups(&mut self) {
        if self.groups.len() == 1 {
            return;
        }
        let mut held = Vec::new();
        let mut above = 0;
        for group in &mut self.groups {
            if group.shown != group.told {
                let style = group.element.style();
                // Where it was not told, the style sheet takes a full group.
                _ = style.set_property("--rows", &group.shown.to_string());
                if group.shown > group.told && above > IN_VIEW {
                    _ = style.set_property("--layout", "hidden");
                    held.push(group.element.clone());
                }
                group.told = group.shown;
            }
            above += group.shown;
        }
        release_in_the_next_frame(held);
    }
}

/// Leaves it to the browser again whether it lays these groups out.
fn release_in_the_next_frame(held: Vec<HtmlElement>) {
    if held.is_empty() {
        return;
    }
    request_animation_frame(move || {
        // Asking for a size lays the page out, which it needs anyway: without
        // it the groups would be released before they were ever held.
        held[0].offset_height();
        for group in &held {
            _ = group.style().remove_property("--layout");
        }
    });
}
