//! The list of what was found in other albums, drawn anew with each key.
//!
//! Elements are made one by one: a view of so many parts would weigh more in
//! the wasm, and there is nothing in it to react.

use std::ops::Range;

use web_sys::Element;

use super::{append_text, document};

/// An album with what was found of it.
pub struct ResultAlbum {
    /// Its page's address with the same search.
    pub page: String,
    pub title: String,
    pub composer: String,
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

/// Draws these albums into `list`, and nothing else.
pub fn show_results(list: &Element, albums: Vec<ResultAlbum>) {
    list.set_text_content(None);
    for album in albums {
        let heading = add(list, "h4");
        let link = add_link(&heading, &album.page);
        append_text(&link, &album.title);
        append_text(&heading, " ");
        append_text(&add(&heading, "span"), &album.composer);
        let rows = add(list, "ul");
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
