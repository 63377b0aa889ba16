//! The only place that names `web_sys` and `js_sys`: what the page needs of a
//! browser, in the page's own terms. Compiled natively too, as Leptos itself
//! is, and never called there.

mod address;
mod data;
mod export;
mod fetch;
mod keys;
mod results;
mod rows;
mod start;
mod text;

pub use address::{
    go_to, initial_params, mark_opened, on_popstate, on_return, permalink, push_params,
    replace_params, target,
};
pub use data::{albums, page};
pub use export::{copy, save};
pub use fetch::fetch;
pub use keys::{RowButton, fraction_across, on_key, on_row_button, on_search_link};
pub use results::{ResultAlbum, ResultTrack, offer, show_results};
pub use rows::{IN_VIEW, Rows};
pub use start::{announce_ready, part};
pub use text::{collator, normalize, quote};

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, Node, Window};

fn window() -> Window {
    web_sys::window().expect("the wasm runs in a page")
}

fn document() -> Document {
    window().document().expect("the wasm runs in a page")
}

/// Sets a property of an input's own style, such as a custom one.
pub fn set_style(id: &str, property: &str, value: &str) {
    if let Some(input) = input(id) {
        // Setting a property that the browser does not know does nothing.
        _ = input.style().set_property(property, value);
    }
}

/// Puts a value into an input, where it has another: the caret of one that has
/// it already would jump to the end.
pub fn set_value(id: &str, value: &str) {
    if let Some(input) = input(id)
        && input.value() != value
    {
        input.set_value(value);
    }
}

pub fn set_checked(id: &str, checked: bool) {
    if let Some(input) = input(id) {
        input.set_checked(checked);
    }
}

/// Brings what a search found into view where none of it is: its first row, or
/// the notice that there is none. Each goes below the search box (`scroll-margin`
/// in the style sheet), which stays at the top.
pub fn show_found() {
    // The browser itself keeps the caret in view at each key, and this after it.
    request_animation_frame(|| {
        if let Some(found) = found()
            && !is_in_view(&found)
        {
            found.scroll_into_view();
        }
    });
}

fn found() -> Option<Element> {
    let found = "#no-match:not([hidden]), #tracks tbody tr:not([hidden])";
    document().query_selector(found).ok().flatten()
}

/// In the part of the window that no keyboard of a phone's covers, with room for
/// another like it.
fn is_in_view(element: &Element) -> bool {
    let Some(view) = window().visual_viewport() else {
        return true;
    };
    let place = element.get_bounding_client_rect();
    let top = view.offset_top();
    place.top() >= top && place.bottom() + place.height() <= top + view.height()
}

/// Puts the focus on an element.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(Ok(element)) = element.map(JsCast::dyn_into::<HtmlElement>) {
        _ = element.focus();
    }
}

/// Whether the page stands at its top, where nobody has scrolled yet, and its
/// address leads to no place of it.
pub fn is_at_top() -> bool {
    let top = |html: Element| html.get_bounding_client_rect().top();
    document().document_element().map(top) == Some(0.0) && target().is_empty()
}

fn input(id: &str) -> Option<HtmlInputElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn append_text(parent: &Node, text: &str) {
    if !text.is_empty() {
        _ = parent.append_child(&document().create_text_node(text));
    }
}
