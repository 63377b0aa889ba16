//! The only place that names `web_sys`: what the page needs of a browser, in
//! the page's own terms. Compiled natively too, as Leptos itself is, and never
//! called there.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, XPathResult};

use crate::{
    components::Typed,
    payload::{DATA_ID, NODES_ATTRIBUTE, ROOT_ID, decode},
    review::{Length, Review},
};

fn document() -> Document {
    web_sys::window()
        .and_then(|window| window.document())
        .expect("the wasm runs in a page")
}

/// The review that the page carries.
///
/// # Errors
/// Where the page does not carry one, or it was damaged on its way.
pub fn review() -> Result<Review, String> {
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

/// Whether the root still holds as many nodes as were published in it: an
/// extension or a translator adds some, and hydration would stumble on them.
pub fn is_as_published(root: &HtmlElement) -> bool {
    let published = root
        .get_attribute(NODES_ATTRIBUTE)
        .and_then(|count| count.parse::<f64>().ok());
    published.is_some() && published == count_nodes(root).ok()
}

/// Elements, texts and comments below `root`, counted by the browser itself.
fn count_nodes(root: &Element) -> Result<f64, JsValue> {
    document()
        .evaluate_with_opt_callback_and_type(
            "count(.//node())",
            root,
            None,
            XPathResult::NUMBER_TYPE,
        )?
        .number_value()
}

/// What the reader has entered so far.
pub fn typed() -> Typed {
    let input =
        |id| -> Option<HtmlInputElement> { document().get_element_by_id(id)?.dyn_into().ok() };
    let moved = |id| -> Option<Length> {
        let thumb = input(id).filter(|thumb| thumb.value() != thumb.default_value())?;
        thumb.value().parse().ok().map(Length::from_seconds)
    };
    Typed {
        text: input("q").map(|q| q.value()).unwrap_or_default(),
        min: moved("min-length"),
        max: moved("max-length"),
    }
}

/// Tells scripts, styles and tests that the page is live.
pub fn announce_ready() {
    if let Some(html) = document().document_element() {
        // Setting an attribute of a valid name cannot fail.
        _ = html.set_attribute("data-app", "ready");
    }
}

/// Shows the rows whose flag is set and hides the others; rows that are
/// already right are not touched.
pub fn show_rows(body: &Element, shown: &[bool]) {
    let mut row = body.first_element_child();
    for shown in shown {
        let Some(current) = row else { return };
        row = current.next_element_sibling();
        let current: HtmlElement = current.unchecked_into();
        if current.hidden() == *shown {
            current.set_hidden(!shown);
        }
    }
}
