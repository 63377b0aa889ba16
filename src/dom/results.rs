//! What is drawn anew with each key: the list of what was found in other albums,
//! and titles that may have been meant.
//!
//! Elements are made one by one: a view of so many parts would weigh more in
//! the wasm, and there is nothing in it to react.

use std::ops::Range;

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement};

use super::{append_text, document};

/// An album with what was found of it.
pub struct ResultAlbum {
    /// Its page's address.
    pub page: String,
    pub title: String,
    /// Its composer, and what else stands beside the title.
    pub about: String,
    pub tracks: Vec<ResultTrack>,
}

pub struct ResultTrack {
    /// The address of its row on that page.
    pub href: String,
    pub number: String,
    pub title: String,
    /// The marked bytes of the title: sorted, apart, on character boundaries.
    pub marks: Vec<Range<usize>>,
    pub length: String,
}

/// Draws these albums into the element of this id, and nothing else.
pub fn show_results(id: &str, albums: Vec<ResultAlbum>) {
    let Some(list) = emptied(id) else {
        return;
    };
    for album in albums {
        let heading = add(&list, "h4");
        let link = add_link(&heading, &album.page);
        append_text(&link, &album.title);
        append_text(&heading, " ");
        append_text(&add(&heading, "span"), &album.about);
        let rows = add(&list, "ul");
        for track in album.tracks {
            let row = add(&rows, "li");
            append_text(&add(&row, "span"), &track.number);
            append_text(&row, " ");
            let link = add_link(&row, &track.href);
            append_marked(&link, &track.title, &track.marks);
            append_text(&row, " ");
            append_text(&add(&row, "span"), &track.length);
        }
    }
}

/// Offers titles in the element of this id, each a button that chooses it.
pub fn offer(id: &str, titles: Vec<String>, choose: impl Fn(&str) + Copy + 'static) {
    let Some(place) = emptied(id) else {
        return;
    };
    if titles.is_empty() {
        return;
    }
    append_text(&place, "Did you mean ");
    for title in titles {
        let button: HtmlElement = add(&place, "button").unchecked_into();
        // Neither can fail: the name is valid, and the element new.
        _ = button.set_attribute("type", "button");
        _ = button.set_attribute("class", "offer");
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

/// Appends a title with these bytes of it marked.
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
    // Neither this nor what follows can fail: names and places are valid.
    _ = link.set_attribute("href", href);
    link
}

fn add(parent: &Element, name: &str) -> Element {
    let element = document().create_element(name);
    let element = element.expect("the name of an element that HTML has");
    _ = parent.append_child(&element);
    element
}
