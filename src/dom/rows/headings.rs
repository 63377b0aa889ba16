//! The heading rows of discs, sides and suites: in the table only in playing order,
//! and only above tracks that are shown. The style sheet hides them in any other
//! order.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::dom::document;
use model::text::parse_number;

/// The headings, in playing order.
pub struct Headings {
    headings: Vec<Heading>,
    /// Whether the rows are in playing order.
    pub are_shown: bool,
}

struct Heading {
    element: HtmlElement,
    /// The indices of its first track and behind its last one.
    tracks: (usize, usize),
    is_shown: bool,
}

impl Headings {
    /// Finds the published headings: all shown.
    pub fn find() -> Self {
        let mut headings = Vec::new();
        // The selector is valid.
        if let Ok(found) = document().query_selector_all("#tracks .group") {
            for at in 0..found.length() {
                if let Some(element) = found.get(at) {
                    let element: HtmlElement = element.unchecked_into();
                    let tracks = (number(&element, "data-first"), number(&element, "data-end"));
                    headings.push(Heading {
                        element,
                        tracks,
                        is_shown: true,
                    });
                }
            }
        }
        Self {
            headings,
            are_shown: true,
        }
    }

    /// Shows the headings of the tracks whose flag is set, and hides the others.
    pub fn show(&mut self, shown: &[bool]) {
        for heading in &mut self.headings {
            let (first, end) = heading.tracks;
            let is_shown = shown
                .get(first..end)
                .is_some_and(|shown| shown.contains(&true));
            if heading.is_shown != is_shown {
                heading.is_shown = is_shown;
                heading.element.set_hidden(!is_shown);
            }
        }
    }

    /// The number of headings that are shown above one of these tracks.
    pub fn count(&self, tracks: &[usize]) -> usize {
        let is_counted =
            |heading: &&Heading| heading.is_shown && tracks.contains(&heading.tracks.0);
        match self.are_shown {
            true => self.headings.iter().filter(is_counted).count(),
            false => 0,
        }
    }

    /// Appends the headings above a track to its group of rows.
    pub fn append(&self, track: usize, group: &Element) {
        for heading in &self.headings {
            if heading.tracks.0 == track {
                _ = group.append_child(&heading.element);
            }
        }
    }
}

fn number(element: &Element, attribute: &str) -> usize {
    let text = element.get_attribute(attribute).unwrap_or_default();
    parse_number(&text).unwrap_or_default() as usize
}
