//! Finds the islands for `main.rs` to hydrate and restores them if others have
//! changed them; and what else the start of the app needs.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, HtmlTemplateElement};

use super::{document, input, window};
use model::text::concat;

/// The element of an island, with its content as it was published.
///
/// A `template` with a copy of the content follows each island. Translators and
/// extensions may add, remove or replace nodes of the island, which would break
/// hydration, but they do not touch a template's content. If the two differ, the
/// copy replaces the content; the typed text and the caret are kept.
///
/// # Errors
/// If the island or its copy is missing.
pub fn part(id: &str) -> Result<HtmlElement, String> {
    let found = document().get_element_by_id(id).and_then(|part| {
        let copy = part.next_element_sibling()?.dyn_into().ok()?;
        Some((part, copy))
    });
    let (part, copy): (Element, HtmlTemplateElement) =
        found.ok_or_else(|| concat(&["the page does not hold its part “", id, "”"]))?;
    if !is_like(&part, &copy) {
        restore(&part, &copy);
    }
    Ok(part.unchecked_into())
}

fn is_like(part: &Element, copy: &HtmlTemplateElement) -> bool {
    let (here, there) = (part.child_nodes(), copy.content().child_nodes());
    let alike = |at| {
        here.get(at)
            .is_some_and(|node| node.is_equal_node(there.get(at).as_ref()))
    };
    here.length() == there.length() && (0..here.length()).all(alike)
}

fn restore(part: &Element, copy: &HtmlTemplateElement) {
    let focused = document().active_element();
    let typing = focused.is_some_and(|element| element.id() == "q");
    let typed = input("q").map(|q| (q.value(), q.selection_start().ok().flatten()));
    part.set_text_content(None);
    // None of these calls can fail: the copy belongs to this document, and `q`
    // is a text input.
    if let Ok(content) = copy.content().clone_node_with_deep(true) {
        _ = part.append_child(&content);
    }
    if let (Some((text, caret)), Some(q)) = (typed, input("q")) {
        q.set_value(&text);
        if typing {
            _ = q.focus();
            _ = q.set_selection_start(caret);
        }
    }
}

/// Waits for a new task. Until then the browser can scroll and handle input.
pub async fn next_task() {
    let promise = Promise::new(&mut |resolve, _| {
        // A page always has timers.
        _ = window().set_timeout_with_callback(&resolve);
    });
    _ = JsFuture::from(promise).await;
}

/// Sets an attribute such as `data-app` of `<html>` to `ready`, for scripts, styles
/// and tests.
pub fn announce(program: &str) {
    if let Some(html) = document().document_element() {
        // Setting an attribute of a valid name cannot fail.
        _ = html.set_attribute(program, "ready");
    }
}
