//! The only place that names `web_sys` and `js_sys`: what the page needs of a
//! browser, in the page's own terms. Compiled natively too, as Leptos itself
//! is, and never called there.

mod address;
mod data;
mod fetch;
mod keys;
mod results;
mod rows;
mod start;
mod take;
mod text;

pub use address::{amend, go_to, mark_opened, on_return, on_travel, permalink, remember, wanted};
pub use data::{albums, page};
pub use fetch::fetch;
pub use keys::{RowButton, fraction_across, on_key, on_row_button};
pub use results::{ResultAlbum, ResultTrack, offer, show_results};
pub use rows::{IN_VIEW, Rows};
pub use start::{announce_ready, part};
pub use take::{copy, save};
pub use text::{collator, normalize, quote};

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlInputElement, Node, Window};

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

/// Brings an input to the top of the view where not even one row below `head` is
/// in it: a phone's keyboard would lie over all that is found.
pub fn make_room(id: &'static str, head: &'static str) {
    let room = move || {
        let view = window().visual_viewport()?;
        let head = document().get_element_by_id(head)?;
        let rows = head.get_bounding_client_rect().bottom();
        Some(view.offset_top() + view.height() - rows)
    };
    // The browser itself keeps the caret in view at each key, and this after it.
    request_animation_frame(move || {
        if let (Some(input), Some(room)) = (input(id), room())
            && room < ROW
        {
            input.scroll_into_view();
        }
    });
}

/// The height of a row with a title of one line, in CSS pixels.
const ROW: f64 = 40.0;

fn input(id: &str) -> Option<HtmlInputElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn append_text(parent: &Node, text: &str) {
    if !text.is_empty() {
        _ = parent.append_child(&document().create_text_node(text));
    }
}
