//! What `main` needs to start: the parts of the page that are to be hydrated, as
//! they were published.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTemplateElement};

use super::{document, input};

/// The element that a part of the page is in, its content as it was published.
///
/// Behind each such element stands a `template` with a copy of its content,
/// which translators and extensions leave alone. Hydration would stumble on
/// what they add, cut or swap: then the copy is put in its place, and the
/// reader keeps what was typed, and the caret.
///
/// # Errors
/// Where the page does not hold the part, or not its copy.
pub fn part(id: &str) -> Result<HtmlElement, String> {
    let found = document().get_element_by_id(id).and_then(|part| {
        let copy = part.next_element_sibling()?.dyn_into().ok()?;
        Some((part, copy))
    });
    let (part, copy): (Element, HtmlTemplateElement) =
        found.ok_or_else(|| format!("the page does not hold its part “{id}”"))?;
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
    // Neither this nor what follows can fail: the copy is a part of this page,
    // and the box a text field in it.
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

/// Tells scripts, styles and tests that the page is live.
pub fn announce_ready() {
    if let Some(html) = document().document_element() {
        // Setting an attribute of a valid name cannot fail.
        _ = html.set_attribute("data-app", "ready");
    }
}
