//! The event at which the first wasm reads the data of a page that the second shows.

use leptos::prelude::window_event_listener_untyped;
use web_sys::Event;

use super::{data::search_data, window};
use model::payload::SearchData;

/// The event's name. It is dispatched at the window.
const PAGE: &str = "liner-notes:page";

/// Dispatches the event: another page is shown, and its JSON is embedded.
pub fn announce_page() {
    if let Ok(event) = Event::new(PAGE) {
        // Fails only while the same event is dispatched.
        _ = window().dispatch_event(&event);
    }
}

/// Calls back with the data of each page that is shown later.
pub fn on_page(show: impl Fn(SearchData) + 'static) {
    window_event_listener_untyped(PAGE, move |_| {
        // The renderer has read it, so it is not damaged.
        if let Ok(page) = search_data() {
            show(page);
        }
    });
}
