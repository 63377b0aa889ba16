//! Replaces the parts of the page that are no islands, when another review is
//! shown or a part is missing.

use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

use super::document;

/// Whether no element matches a selector.
pub fn is_missing(selector: &str) -> bool {
    find(selector).is_none()
}

/// Removes the elements that match `old`, and adds `new` to the element `parent`:
/// before its child `before`, or at its end.
pub fn replace(old: &str, new: impl IntoIterator<Item = Element>, parent: &str, before: &str) {
    for element in all(old) {
        element.remove();
    }
    let Some(parent) = find(parent) else { return };
    let before = find(before);
    for element in new {
        // Fails only if others have moved `before`.
        _ = parent.insert_before(&element, before.as_deref());
    }
}

/// Sets the class and the roles by which the track table is a long one, or removes
/// them.
pub fn set_long(long: bool) {
    for (selector, role) in [
        ("#tracks", "table"),
        ("#tracks > thead", "rowgroup"),
        ("#headers", "row"),
    ] {
        if let Some(element) = find(selector) {
            // Neither can fail: the names are valid.
            _ = match long {
                true => element.set_attribute("role", role),
                false => element.remove_attribute("role"),
            };
        }
    }
    if let Some(table) = find("#tracks") {
        _ = table.class_list().toggle_with_force("long", long);
    }
}

/// The elements that match a selector.
pub(super) fn all(selector: &str) -> Vec<Element> {
    let found = document().query_selector_all(selector);
    let element = |list: &NodeList, at| list.get(at).and_then(|node| node.dyn_into().ok());
    found.map_or_else(
        |_| Vec::new(),
        |list| {
            (0..list.length())
                .filter_map(|at| element(&list, at))
                .collect()
        },
    )
}

fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}
