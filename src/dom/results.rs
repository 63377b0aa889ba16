//! The lists that are rebuilt at each key: results in other albums, and title
//! suggestions.
//!
//! They are built with DOM calls: nothing in them is reactive, and a view of the
//! suggestions alone adds 3.2 kB of wasm after compression.

use std::ops::Range;

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement};

use super::{append_text, document};

/// The list of results in other albums.
pub struct ResultList(Option<Element>);

/// The tracks of an album in the list.
pub struct ResultRows(Option<Element>);

/// A track in the list. Marked byte ranges are sorted, disjoint, and on character
/// boundaries.
pub struct ResultTrack<'a> {
    pub number: &'a str,
    /// The address of its row on its page.
    pub href: &'a str,
    pub title: &'a str,
    pub title_marks: &'a [Range<usize>],
    /// Empty if it has none of its own.
    pub artist: &'a str,
    pub artist_marks: &'a [Range<usize>],
    pub length: &'a str,
}

impl ResultList {
    /// Empties the element with this id.
    pub fn new(id: &str) -> Self {
        Self(emptied(id))
    }

    /// Adds an album. `about` is the text beside its title, `page` the address of
    /// its page.
    pub fn album(&self, page: &str, title: &str, about: &str) -> ResultRows {
        ResultRows(self.0.as_ref().map(|list| {
            let heading = add(list, "h4");
            append_text(&add_link(&heading, page), title);
            append_text(&heading, " ");
            append_text(&add(&heading, "span"), about);
            add(list, "ul")
        }))
    }
}

impl ResultRows {
    /// Adds a track.
    pub fn track(&self, track: &ResultTrack<'_>) {
        if let Some(rows) = &self.0 {
            let row = add(rows, "li");
            append_text(&add(&row, "span"), track.number);
            append_text(&row, " ");
            let title = add_link(&row, track.href);
            append_marked(&title, track.title, track.title_marks);
            if !track.artist.is_empty() {
                append_text(&title, " – ");
                append_marked(&title, track.artist, track.artist_marks);
            }
            append_text(&row, " ");
            append_text(&add(&row, "span"), track.length);
        }
    }
}

/// Replaces the content of the element with this id with title suggestions, each a
/// button that calls `choose`.
pub fn show_suggestions(id: &str, titles: Vec<String>, choose: impl Fn(&str) + Copy + 'static) {
    let Some(place) = emptied(id) else {
        return;
    };
    if titles.is_empty() {
        return;
    }
    append_text(&place, "Did you mean ");
    for title in titles {
        let button: HtmlElement = add(&place, "button").unchecked_into();
        // Setting an attribute with a valid name cannot fail.
        _ = button.set_attribute("type", "button");
        _ = button.set_attribute("class", "suggestion");
        append_text(&button, &title);
        let chosen = Closure::<dyn Fn()>::new(move || choose(&title));
        button.set_onclick(Some(chosen.into_js_value().unchecked_ref()));
    }
    append_text(&place, "?");
}

fn emptied(id: &str) -> Option<Element> {
    let element = document().get_element_by_id(id)?;
    element.set_text_content(None);
    Some(element)
}

/// Appends a title with these byte ranges in `<mark>` elements.
pub fn append_marked(parent: &Element, title: &str, marks: &[Range<usize>]) {
    let mut at = 0;
    for mark in marks {
        append_text(parent, &title[at..mark.start]);
        append_text(&add(parent, "mark"), &title[mark.clone()]);
        at = mark.end;
    }
    append_text(parent, &title[at..]);
}

fn add_link(parent: &Element, href: &str) -> Element {
    let link = add(parent, "a");
    // Setting an attribute with a valid name cannot fail.
    _ = link.set_attribute("href", href);
    link
}

fn add(parent: &Element, name: &str) -> Element {
    let element = document().create_element(name);
    let element = element.expect("the name of an element that HTML has");
    _ = parent.append_child(&element);
    element
}
