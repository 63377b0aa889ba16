//! Fetches the data of reviews ahead: when a link to one comes under the pointer or
//! gets the focus, and when the link to the next or the previous one is about to come
//! into view. Not where the reader saves data.

use js_sys::{Array, Reflect};
use leptos::prelude::window_event_listener_untyped;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Element, HtmlAnchorElement, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit,
};

use super::{
    kept_data::{data_of, forget},
    parts::all,
    site::Site,
    window,
};

/// How far below the window a link may be: one height of the window, so that its data
/// arrives while the reader scrolls to it.
const ABOUT_TO_COME: &str = "0px 0px 100%";

/// Begins to fetch ahead. Returns a function to be called for each page that is
/// shown later, whose links are new.
pub fn fetch_ahead(site: &'static Site) -> impl Fn() + Copy {
    for kind in ["pointerover", "focusin"] {
        window_event_listener_untyped(kind, move |event| {
            if let Some(element) = event.target().and_then(|target| target.dyn_into().ok()) {
                fetch(site, &element);
            }
        });
    }
    let seen = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        for entry in entries.iter() {
            let entry: IntersectionObserverEntry = entry.unchecked_into();
            if entry.is_intersecting() {
                fetch(site, &entry.target());
            }
        }
    });
    let nearby = IntersectionObserverInit::new();
    nearby.set_root_margin(ABOUT_TO_COME);
    let seen = seen.into_js_value();
    let observer = IntersectionObserver::new_with_options(seen.unchecked_ref(), &nearby);
    // It lives as long as the page.
    let observer: &'static _ = Box::leak(Box::new(observer.ok()));
    let watch = move || {
        for link in all(".others [rel]") {
            if let Some(observer) = observer {
                observer.observe(&link);
            }
        }
    };
    watch();
    watch
}

/// Fetches the data of the review that the link around an element leads to.
fn fetch(site: &Site, element: &Element) {
    let link = element.closest("a[href]").ok().flatten();
    let address = link.and_then(|link| {
        let link: HtmlAnchorElement = link.unchecked_into();
        site.data_address(&link.href())
    });
    if let Some(address) = address
        && !saves_data()
    {
        spawn_local(async move {
            if JsFuture::from(data_of(&address)).await.is_err() {
                forget(&address);
            }
        });
    }
}

fn saves_data() -> bool {
    let property = |object: &JsValue, name: &str| Reflect::get(object, &name.into());
    let connection = property(&window().navigator(), "connection");
    let saves = connection.and_then(|connection| property(&connection, "saveData"));
    saves.is_ok_and(|saves| saves.is_truthy())
}
