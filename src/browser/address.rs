//! The search in the page's address: read at the start and on travels through
//! the history, written when the reader pauses.

use leptos::prelude::{request_animation_frame, window_event_listener_untyped};
use wasm_bindgen::JsValue;

use super::{document, input, window};
use crate::{filter::Search, review::Length};

/// Marks the history entries that a search was written into.
const SEARCH_ENTRY: &str = "search";

fn query_string() -> String {
    window().location().search().unwrap_or_default()
}

/// What the reader has asked for when the page starts: by its address and,
/// before that, by what was entered while the page was not yet live.
pub fn wanted() -> Search {
    let mut wanted = Search::from_address(&query_string());
    let entered = |id| {
        let input = input(id)?;
        Some(input.value()).filter(|value| *value != input.default_value())
    };
    let length = |id| -> Option<Length> { entered(id)?.parse().ok().map(Length::from_seconds) };
    if let Some(text) = entered("q") {
        wanted.text = text;
    }
    wanted.min = length("min-length").or(wanted.min);
    wanted.max = length("max-length").or(wanted.max);
    wanted
}

/// Writes a search into the address. The first change makes an entry of its
/// own in the history, so that Back leaves the search; further ones replace it.
pub fn remember(wanted: &Search) {
    let old = query_string();
    let new = wanted.to_address(&old);
    if new == old {
        return;
    }
    let Ok(history) = window().history() else {
        return;
    };
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    // The track that the address leads to stays; without a search there is no
    // question mark left to end the path with.
    let address = path + &new + &location.hash().unwrap_or_default();
    let entry = JsValue::from_str(SEARCH_ENTRY);
    let is_search = history.state().is_ok_and(|state| state == entry);
    // A browser may refuse after too many calls (Safari: 100 in 30 seconds).
    // Then the address is a little old, which the next pause mends.
    _ = match is_search {
        true => history.replace_state_with_url(&entry, "", Some(&address)),
        false => history.push_state_with_url(&entry, "", Some(&address)),
    };
}

/// Calls back with the search of the address and the id that it leads to
/// whenever the reader goes back or forward, or follows a link within the page.
pub fn on_travel(travelled: impl Fn(Search, String) + 'static) {
    window_event_listener_untyped("popstate", move |_| {
        let target = target();
        travelled(Search::from_address(&query_string()), target.clone());
        // A row that was hidden when the browser looked for it is in the page
        // by the next frame.
        request_animation_frame(move || scroll_to(&target));
    });
}

/// Leads to the element of this id, as a link does.
pub fn go_to(id: &str) {
    if target() == id {
        scroll_to(id);
    } else {
        _ = window().location().set_hash(id);
    }
}

/// The id that the address leads to; empty where it leads to the whole page.
fn target() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

fn scroll_to(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
    }
}
