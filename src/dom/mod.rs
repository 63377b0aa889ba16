//! The only module that names `web_sys` and `js_sys`: DOM, history, clipboard and
//! text functions of the browser, for the components and `main.rs`. It also
//! compiles natively, like Leptos itself, but is never called there.
//!
//! Elements are found by their ids, which are part of the automation contract. A
//! `NodeRef` of the search box alone adds 0.7 kB of wasm after compression.

mod address;
mod ahead;
mod data;
mod export;
mod fetch;
mod head;
mod kept_data;
mod keys;
mod navigate;
mod page_event;
mod parts;
mod results;
mod rows;
mod site;
mod start;
mod text;
mod transition;

pub use address::{
    address_params, go_to, initial_params, mark_opened, mark_shown, on_popstate, permalink,
    push_params, replace_params, target,
};
pub use data::{PageJson, damaged, embedded, search_data};
pub use export::{copy, save};
pub use fetch::fetch_albums;
pub use head::{mark_front, show_head};
pub use keys::{RowButton, fraction_across, on_key, on_row_button, on_search_link};
pub use navigate::{Arrived, on_navigate};
pub use page_event::{announce_page, on_page};
pub use parts::{is_missing, replace, set_long};
pub use results::{ResultList, ResultTrack, show_suggestions};
pub use rows::RowSync;
pub use start::{announce, next_task, part};
pub use text::{collator, normalize, quote};

use leptos::{
    prelude::request_animation_frame,
    tachys::dom::{document, window},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, Node};

/// Sets a CSS property, such as a custom one, in an input's inline style.
pub fn set_style(id: &str, property: &str, value: &str) {
    if let Some(input) = input(id) {
        // Browsers ignore a property that they do not know.
        _ = input.style().set_property(property, value);
    }
}

/// Sets the ends of a range input's scale.
pub fn set_scale(id: &str, min: &str, max: &str) {
    if let Some(input) = input(id) {
        // Setting an attribute of a valid name cannot fail.
        _ = input.set_attribute("min", min);
        _ = input.set_attribute("max", max);
    }
}

/// Sets an input's value if it differs: setting the same value again would move
/// the caret to the end.
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

/// Scrolls to the first shown row, or to the notice that nothing matches, unless
/// it is in view. It ends up below the sticky search box (`scroll-margin` in the
/// style sheet).
pub fn show_found() {
    // In the next frame, after the browser has scrolled the caret into view.
    request_animation_frame(|| {
        if let Some(found) = found()
            && !is_in_view(&found)
        {
            found.scroll_into_view();
        }
    });
}

fn found() -> Option<Element> {
    let found = "#no-match:not([hidden]), #tracks tbody tr[id]:not([hidden])";
    document().query_selector(found).ok().flatten()
}

/// Whether an element is in the visual viewport, which excludes a phone's on-screen
/// keyboard, below the search box, which sticks to the top, and with room below for a
/// second element of the same height.
fn is_in_view(element: &Element) -> bool {
    let Some(view) = window().visual_viewport() else {
        return true;
    };
    let place = element.get_bounding_client_rect();
    let top = view.offset_top();
    let search = document().query_selector("#finder > [role=search]");
    let search = search.ok().flatten();
    let covered = search.map_or(top, |search| search.get_bounding_client_rect().bottom());
    place.top() >= top.max(covered) && place.bottom() + place.height() <= top + view.height()
}

/// Focuses the element with this id, if there is one.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(Ok(element)) = element.map(JsCast::dyn_into::<HtmlElement>) {
        _ = element.focus();
    }
}

/// Whether the page is scrolled to its top and the address has no hash.
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
