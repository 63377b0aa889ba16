//! The search in the page's address: read at the start and at `popstate`, written
//! when a change settles.

use std::cell::RefCell;

use leptos::prelude::{request_animation_frame, window_event_listener_untyped};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use super::{document, input, window};
use model::{
    Length,
    text::{concat, cut, parse_number},
};
use search::SearchParams;

/// The state of history entries that contain a search.
const SEARCH_ENTRY: &str = "search";
/// The state of the history entry that the page was opened with, or that a link within
/// the page made. Only one just made has no state.
const OPENED_ENTRY: &str = "opened";

/// The number of frames to wait for a link's target row to be shown. The longest
/// list needs fewer.
const PATIENCE: u32 = 60;

thread_local! {
    /// The address as this module last saw it.
    static SEEN: RefCell<String> = RefCell::default();
    /// The address of the page that is shown, without search and hash. While
    /// another page is on its way, the address is that page's already.
    static SHOWN: RefCell<String> = RefCell::default();
}

/// Whether the address has changed since the last call. When the reader goes back
/// or forward, Firefox blurs the box first, which fires `change` before `popstate`.
fn has_moved() -> bool {
    let now = window().location().href().unwrap_or_default();
    SEEN.replace(now.clone()) != now
}

/// The search in the address.
pub fn address_params() -> SearchParams {
    SearchParams::from_address(&query_string())
}

fn query_string() -> String {
    window().location().search().unwrap_or_default()
}

/// The search at the start of the page: the parameters of the address, overridden
/// by values entered before hydration.
pub fn initial_params() -> SearchParams {
    let mut wanted = SearchParams::from_address(&query_string());
    let entered = |id| {
        let input = input(id)?;
        Some(input.value()).filter(|value| *value != input.default_value())
    };
    let length = |id| -> Option<Length> { parse_number(&entered(id)?).map(Length::from_seconds) };
    if let Some(text) = entered("q") {
        wanted.text = text;
    }
    wanted.min = length("min-length").or(wanted.min);
    wanted.max = length("max-length").or(wanted.max);
    wanted.all |= input("every-album").is_some_and(|input| input.checked());
    wanted
}

/// Whether this address is one of the page that is shown.
pub(super) fn is_shown(address: &str) -> bool {
    SHOWN.with_borrow(|shown| shown == bare(address))
}

/// An address without search and hash.
pub(super) fn bare(address: &str) -> &str {
    let page = cut(address, "#").map_or(address, |(page, _)| page);
    cut(page, "?").map_or(page, |(page, _)| page)
}

/// Notes that the page at the address is shown.
pub fn mark_shown() {
    let here = window().location().href().unwrap_or_default();
    SHOWN.set(bare(&here).to_owned());
    has_moved();
}

/// Notes that the page at the address is shown, and sets the state of the history
/// entry that it was opened with.
pub fn mark_opened() {
    mark_shown();
    if let Ok(history) = window().history()
        && history.state().is_ok_and(|state| state.is_null())
    {
        _ = history.replace_state(&JsValue::from_str(OPENED_ENTRY), "");
    }
}

/// Writes a search to the address. The first change pushes a history entry, so
/// that Back leaves the search; later changes replace that entry. Does nothing if
/// the reader has moved to another entry since, or to another page, which follows.
pub fn push_params(wanted: &SearchParams) {
    if has_moved() || !is_shown(&window().location().href().unwrap_or_default()) {
        return;
    }
    // Drop the hash: its row is unrelated to this search.
    if let Some(address) = address_of(wanted, "") {
        let entry = JsValue::from_str(SEARCH_ENTRY);
        let Ok(history) = window().history() else {
            return;
        };
        // Browsers limit these calls (Safari: 100 in 30 seconds). After a refused
        // one the address is outdated until the next call.
        _ = match history.state().is_ok_and(|state| state == entry) {
            true => history.replace_state_with_url(&entry, "", Some(&address)),
            false => history.push_state_with_url(&entry, "", Some(&address)),
        };
        has_moved();
    }
}

/// Writes a search to the address of the current history entry; keeps the hash.
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

/// The page's address with this search and hash; `None` if it has the search
/// already.
fn address_of(wanted: &SearchParams, hash: &str) -> Option<String> {
    let old = query_string();
    let new = wanted.to_address(&old);
    let location = window().location();
    // With the path, because an empty URL would keep the old query.
    let path = location.pathname().unwrap_or_default();
    (new != old).then(|| path + &new + hash)
}

/// Calls back at `popstate` with the search in the address, and with the target
/// id if the reader has just followed a link within the page.
pub fn on_popstate(travelled: impl Fn(SearchParams, Option<String>) + 'static) {
    window_event_listener_untyped("popstate", move |_| {
        // Another page follows, with its own search.
        if !is_shown(&window().location().href().unwrap_or_default()) {
            return;
        }
        has_moved();
        let history = window().history().and_then(|history| history.state());
        let followed = history.is_ok_and(|state| state.is_null()).then(target);
        travelled(
            SearchParams::from_address(&query_string()),
            followed.clone(),
        );
        // Back to it follows no link.
        mark_opened();
        scroll_to(followed.unwrap_or_default(), PATIENCE);
    });
}

/// The address of an element of this page, without the search, for sharing. `page` is
/// the path from here to the page that will always have it.
pub fn permalink(page: &str, id: &str) -> String {
    const FILE: &str = "index.html";
    SHOWN.with_borrow(|shown| match shown.strip_suffix(FILE) {
        Some(folder) => concat(&[folder, page, FILE, "#", id]),
        None => concat(&[shown, page, "#", id]),
    })
}

/// Navigates to the element with this id, as a link does.
pub fn go_to(id: &str) {
    if target() == id {
        scroll_to(id.to_owned(), PATIENCE);
    } else {
        _ = window().location().set_hash(id);
    }
}

/// The id in the address's hash; empty if there is none.
pub fn target() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or_default().to_owned()
}

/// Scrolls to an element and focuses it. A target row may still be hidden by the
/// search: then this tries again in each frame, up to `patience` times.
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
        // As browsers do for a link, so that screen readers announce the row.
        _ = element.focus();
    });
}
