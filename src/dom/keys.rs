//! Page-wide event listeners for keys, search links and row buttons, and the
//! pointer's position.

use leptos::{ev, prelude::window_event_listener};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};

use super::{document, input};
use search::SearchParams;

/// The `keyCode` of a key that an input method has processed
/// (<https://www.w3.org/TR/uievents/#determine-keydown-keyup-keyCode>).
const OF_INPUT_METHOD: u32 = 229;

/// Calls `clear` at `Esc` in the search box; focuses the box at `/`.
pub fn on_key(clear: impl Fn() + 'static) {
    window_event_listener(ev::keydown, move |event| {
        let focused = document().active_element();
        let in_box = focused.as_ref().is_some_and(|element| element.id() == "q");
        match event.key().as_str() {
            "/" if !event.ctrl_key()
                && !event.meta_key()
                && !event.alt_key()
                && !focused.as_ref().is_some_and(takes_text) =>
            {
                // Otherwise the `/` would be typed into the box.
                event.prevent_default();
                if let Some(q) = input("q") {
                    _ = q.focus();
                    q.select();
                }
            }
            // Esc that ends a composition belongs to the input method; in WebKit, it
            // comes when the composition has ended.
            "Escape" if in_box && !event.is_composing() && event.key_code() != OF_INPUT_METHOD => {
                clear();
            }
            _ => {}
        }
    });
}

/// Whether the element accepts typed characters.
fn takes_text(element: &Element) -> bool {
    let editable = element
        .dyn_ref::<HtmlElement>()
        .is_some_and(HtmlElement::is_content_editable);
    let kind = element.get_attribute("type");
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !matches!(kind.as_deref(), Some("range" | "radio" | "checkbox")),
        _ => editable,
    }
}

/// Calls back with the search of a clicked link to this page, such as `?q=storm`,
/// instead of reloading the page. Closes the popover that contains the link.
pub fn on_search_link(followed: impl Fn(SearchParams) + 'static) {
    window_event_listener(ev::click, move |event| {
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
        let around = |selector: &str| target.as_ref()?.closest(selector).ok()?;
        let link = around("a[href^='?']:not([href*='#'])").filter(|_| !modified);
        if let Some(href) = link.and_then(|link| link.get_attribute("href")) {
            event.prevent_default();
            if let Some(popover) = around("[popover]").and_then(|popover| popover.dyn_into().ok()) {
                _ = HtmlElement::hide_popover(&popover);
            }
            followed(SearchParams::from_address(&href));
        }
    });
}

/// A button in a row of the track table.
pub struct RowButton(Element);

impl RowButton {
    /// Sets the button's text.
    pub fn say(&self, words: &str) {
        self.0.set_text_content(Some(words));
    }
}

/// Calls back with the button and its row's id when a button with this class is
/// clicked in any row.
pub fn on_row_button(class: &'static str, pressed: impl Fn(RowButton, String) + 'static) {
    window_event_listener(ev::click, move |event| {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        let button = target.filter(|target: &Element| target.class_list().contains(class));
        let row = |button: &Element| button.closest("tr").ok().flatten();
        if let Some((row, button)) = button.and_then(|button| Some((row(&button)?, button))) {
            pressed(RowButton(button), row.id());
        }
    });
}

/// The pointer's horizontal position in the event's target, from 0 (left) to 1
/// (right).
pub fn fraction_across(event: &PointerEvent) -> Option<f64> {
    let target: HtmlElement = event.target()?.dyn_into().ok()?;
    let width = target.client_width();
    (width > 0).then(|| (f64::from(event.offset_x()) / f64::from(width)).clamp(0.0, 1.0))
}
