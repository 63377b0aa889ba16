//! What `main` needs to start: the data that the page carries, the element to
//! render it in, and whether that still is as it was published.

use leptos::prelude::request_animation_frame;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, XPathResult};

use super::{document, input, window};
use crate::payload::{AS_PUBLISHED, DATA_ID, Page, ROOT_ID, decode};

/// What the page carries: its review, and the way to the others.
///
/// # Errors
/// Where the page does not carry one, or it was damaged on its way.
pub fn page() -> Result<Page, String> {
    let data = document()
        .get_element_by_id(DATA_ID)
        .and_then(|script| script.text_content())
        .ok_or("the page does not hold its data")?;
    decode(&data).map_err(|error| format!("the page’s data is damaged ({error})"))
}

/// The element that the review was rendered into.
///
/// # Errors
/// Where the page has none.
pub fn root() -> Result<HtmlElement, String> {
    document()
        .get_element_by_id(ROOT_ID)
        .and_then(|root| root.dyn_into().ok())
        .ok_or_else(|| "the page has no place for the review".to_owned())
}

/// Whether the root still is as it was published, by the XPath expression that
/// the publisher left on it. An extension or a translator adds nodes or puts
/// others in their places, and hydration would stumble on them.
pub fn is_as_published(root: &HtmlElement) -> bool {
    root.get_attribute(AS_PUBLISHED)
        .is_some_and(|expression| holds(&expression, root).unwrap_or(false))
}

fn holds(expression: &str, root: &HtmlElement) -> Result<bool, JsValue> {
    document()
        .evaluate_with_opt_callback_and_type(expression, root, None, XPathResult::BOOLEAN_TYPE)?
        .boolean_value()
}

/// Empties the root and has it rendered again. The reader keeps the caret, and
/// the row that the address leads to.
pub fn render_afresh(root: HtmlElement, render: impl FnOnce(HtmlElement)) {
    let focused = document().active_element();
    let typing = focused.is_some_and(|element| element.id() == "q");
    let text = input("q").map(|q| (q.value(), q.selection_start().ok().flatten()));
    root.set_text_content(None);
    render(root);
    if let (true, Some((text, caret)), Some(q)) = (typing, text, input("q")) {
        q.set_value(&text);
        // Neither can fail on a text field that is in the page.
        _ = q.focus();
        _ = q.set_selection_start(caret);
    }
    // The row that the address leads to was an element that is gone. Going
    // where one is already finds it anew and adds nothing to the history, once
    // the page is laid out.
    request_animation_frame(|| {
        let location = window().location();
        if let Ok(hash) = location.hash()
            && !hash.is_empty()
        {
            _ = location.replace(&hash);
        }
    });
}

/// Tells scripts, styles and tests that the page is live.
pub fn announce_ready() {
    if let Some(html) = document().document_element() {
        // Setting an attribute of a valid name cannot fail.
        _ = html.set_attribute("data-app", "ready");
    }
}
