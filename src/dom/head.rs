//! Writes what the head of a page says, when another review is shown.

use super::document;
use model::{
    payload::{DATA_ID, Head},
    text::{concat, number},
};

/// Shows this head. `standfirst` is the page's description, `json` its data.
pub fn show_head(head: &Head, standfirst: &str, json: &str) {
    let document = document();
    document.set_title(&head.title);
    if let Some(html) = document.document_element() {
        // Setting an attribute of a valid name cannot fail.
        _ = html.set_attribute("lang", &head.language);
        _ = html.set_attribute("data-hue", &number(head.hue));
    }
    set("meta[name=description]", "content", standfirst);
    set("meta[name=theme-color]", "content", &head.theme_color);
    if let Some(canonical) = &head.canonical {
        set("link[rel=canonical]", "href", canonical);
    }
    write_script("script[type='application/ld+json']", &head.json_ld);
    write_script(&concat(&["#", DATA_ID]), json);
}

/// Marks the link to the front page as that of the current page, or not.
pub fn mark_front(is_front: bool) {
    if let Ok(Some(home)) = document().query_selector(".site .home") {
        // Neither can fail: the name is valid.
        _ = match is_front {
            true => home.set_attribute("aria-current", "page"),
            false => home.remove_attribute("aria-current"),
        };
    }
}

fn set(selector: &str, name: &str, value: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        // Setting an attribute of a valid name cannot fail.
        _ = element.set_attribute(name, value);
    }
}

/// Replaces the text of a script that holds data.
fn write_script(selector: &str, text: &str) {
    let script = document().query_selector(selector).ok().flatten();
    // Through its text node: Trusted Types guard the text of the element itself,
    // whatever its type is.
    if let Some(node) = script.and_then(|script| script.first_child()) {
        node.set_node_value(Some(text));
    }
}
