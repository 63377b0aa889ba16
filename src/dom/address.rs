//! The search in the page's address: read at the start and on travels through
//! the history, written when the reader pauses.

use std::{cell::RefCell, time::Duration};

use js_sys::Reflect;
use leptos::prelude::{request_animation_frame, set_timeout, window_event_listener_untyped};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use super::{document, input, window};
use model::Length;
use search::SearchParams;

/// Marks the history entries that a search was written into.
const SEARCH_ENTRY: &str = "search";
/// Marks the entry that the page was opened with. Only an entry that a link
/// within the page has just made bears no mark.
const OPENED_ENTRY: &str = "opened";

/// So many frames the row that a link leads to is waited for: those of the
/// longest list are fewer.
const PATIENCE: u32 = 60;

thread_local! {
    /// The address as this module last saw it.
    static SEEN: RefCell<String> = RefCell::default();
}

/// Whether the page is at another address than the one last seen. Firefox takes
/// the focus from the box, which tells that a change is complete, before it
/// tells of a step through the history.
fn has_moved() -> bool {
    let now = window().location().href().unwrap_or_default();
    SEEN.replace(now.clone()) != now
}

fn query_string() -> String {
    window().location().search().unwrap_or_default()
}

/// What the reader has asked for when the page starts: by its address and,
/// before that, by what was entered while the page was not yet live.
pub fn initial_params() -> SearchParams {
    let mut wanted = SearchParams::from_address(&query_string());
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
    wanted.all |= input("every-album").is_some_and(|input| input.checked());
    wanted
}

/// Marks the entry that the page was opened with.
pub fn mark_opened() {
    if let Ok(history) = window().history()
        && history.state().is_ok_and(|state| state.is_null())
    {
        _ = history.replace_state(&JsValue::from_str(OPENED_ENTRY), "");
    }
    has_moved();
}

/// Writes a search into the address. The first change makes an entry of its
/// own in the history, so that Back leaves the search; further ones replace it.
/// On another entry than the search was made on there is nothing to remember.
pub fn push_params(wanted: &SearchParams) {
    if has_moved() {
        return;
    }
    // The row that the address led to has nothing to do with this search.
    if let Some(address) = address_of(wanted, "") {
        let entry = JsValue::from_str(SEARCH_ENTRY);
        let Ok(history) = window().history() else {
            return;
        };
        // A browser may refuse after too many calls (Safari: 100 in 30 seconds).
        // Then the address is a little old, which the next pause mends.
        _ = match history.state().is_ok_and(|state| state == entry) {
            true => history.replace_state_with_url(&entry, "", Some(&address)),
            false => history.push_state_with_url(&entry, "", Some(&address)),
        };
        has_moved();
    }
}

/// Writes a search into the address of the present entry, whatever that is.
pub fn replace_params(wanted: &SearchParams) {
    let hash = window().location().hash().unwrap_or_default();
    if let (Some(address), Ok(history)) = (address_of(wanted, &hash), window().history()) {
        let opened = JsValue::from_str(OPENED_ENTRY);
        let entry = match history.state().is_ok_and(|state| state == opened) {
            true => opened,
            false => JsValue::from_str(SEARCH_ENTRY),
        };
        _ = history.replace_state_with_url(&entry, "", Some(&address));
        has_moved();
    }
}

/// The page's address with this search and hash in it; `None` where it has the
/// search already.
fn address_of(wanted: &SearchParams, hash: &str) -> Option<String> {
    let old = query_string();
    let new = wanted.to_address(&old);
    let location = window().location();
    // Without a search there is no question mark left to end the path with.
    let path = location.pathname().unwrap_or_default();
    (new != old).then(|| path + &new + hash)
}

/// Calls back with the search of the address whenever the reader goes back or
/// forward, and with the id that it leads to where the reader has just
/// followed a link within the page.
pub fn on_popstate(travelled: impl Fn(SearchParams, Option<String>) + 'static) {
    window_event_listener_untyped("popstate", move |_| {
        has_moved();
        let history = window().history().and_then(|history| history.state());
        let followed = history.is_ok_and(|state| state.is_null()).then(target);
        travelled(
            SearchParams::from_address(&query_string()),
            followed.clone(),
        );
        scroll_to(followed.unwrap_or_default(), PATIENCE);
    });
}

/// Calls back when the browser shows a page again that it had kept.
pub fn on_return(returned: impl Fn() + Copy + 'static) {
    window_event_listener_untyped("pageshow", move |event| {
        let kept = Reflect::get(&event, &"persisted".into());
        if kept.is_ok_and(|kept| kept.is_truthy()) {
            // What the browser does to its controls comes first.
            set_timeout(returned, Duration::ZERO);
        }
    });
}

/// The address of an element of this page, without a search: to be shared.
pub fn permalink(id: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split(['?', '#']).next().unwrap_or_default();
    format!("{page}#{id}")
}

/// Leads to the element of this id, as a link does.
pub fn go_to(id: &str) {
    if target() == id {
        scroll_to(id.to_owned(), PATIENCE);
    } else {
        _ = window().location().set_hash(id);
    }
}

/// The id that the address leads to; empty where it leads to the whole page.
pub fn target() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Leads to an element. A row may be hidden when a link is followed to it: the
/// search gives way, and within some frames the row is there.
fn scroll_to(id: String, patience: u32) {
    request_animation_frame(move || {
        let element = document().get_element_by_id(&id);
        let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok())
        else {
            return;
        };
        if element.hidden() && patience > 0 {
            return scroll_to(id, patience - 1);
        }
        element.scroll_into_view();
        // As the browser does itself, so that the row is spoken.
        _ = element.focus();
    });
}
