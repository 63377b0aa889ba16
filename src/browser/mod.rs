//! The only place that names `web_sys` and `js_sys`: what the page needs of a
//! browser, in the page's own terms. Compiled natively too, as Leptos itself
//! is, and never called there.

mod address;
mod fetch;
mod keys;
mod results;
mod rows;
mod start;
mod take;
mod text;

pub use address::{amend, go_to, mark_opened, on_travel, permalink, remember, wanted};
pub use fetch::fetch;
pub use keys::{fraction_across, on_key};
pub use results::{ResultAlbum, ResultTrack, show_results};
pub use rows::Rows;
pub use start::{announce_ready, is_as_published, page, render_afresh, root};
pub use take::{copy, save};
pub use text::{collator, normalize};

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, HtmlInputElement, Node, Window};

fn window() -> Window {
    web_sys::window().expect("the wasm runs in a page")
}

fn document() -> Document {
    window().document().expect("the wasm runs in a page")
}

/// Sets a property of an element's own style, such as a custom one.
pub fn set_style(element: &HtmlElement, property: &str, value: &str) {
    // Setting a property that the browser does not know does nothing.
    _ = element.style().set_property(property, value);
}

fn input(id: &str) -> Option<HtmlInputElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn append_text(parent: &Node, text: &str) {
    if !text.is_empty() {
        _ = parent.append_child(&document().create_text_node(text));
    }
}
