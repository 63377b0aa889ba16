//! The rows of the track table, which are rendered once and stay: what a search
//! changes is written to them directly, and only where it differs.
//!
//! A signal for each row would cost more memory and time than the rows
//! themselves. Long tables come in groups whose layout the browser skips while
//! they are out of view (`content-visibility`); each group is told how many of
//! its rows are shown, so that its height is known without a layout.

use std::ops::Range;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

use super::document;

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
    changed: bool,
}

impl Rows {
    /// Takes hold of a table's rows as they were rendered: all shown, none
    /// marked.
    pub fn of(table: &Element) -> Self {
        let mut rows = Vec::new();
        let mut groups = Vec::new();
        let mut body = table.query_selector("tbody").ok().flatten();
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
            groups.push(Group {
                element: element.unchecked_into(),
                shown: rows.len() - before,
                changed: false,
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
                group.changed = true;
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
        let mut at = 0;
        for mark in &marks {
            append_text(&row.title, &title[at..mark.start]);
            if let Ok(element) = document().create_element("mark") {
                append_text(&element, &title[mark.clone()]);
                _ = row.title.append_child(&element);
            }
            at = mark.end;
        }
        append_text(&row.title, &title[at..]);
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
            group.changed = true;
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

    /// A table of one group is laid out as a whole and needs no telling.
    fn tell_groups(&mut self) {
        if self.groups.len() == 1 {
            return;
        }
        for group in self.groups.iter_mut().filter(|group| group.changed) {
            group.changed = false;
            let shown = group.shown.to_string();
            _ = group.element.style().set_property("--rows", &shown);
        }
    }
}

fn append_text(parent: &Node, text: &str) {
    if !text.is_empty() {
        _ = parent.append_child(&document().create_text_node(text));
    }
}
