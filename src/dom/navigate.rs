//! Goes from review to review without a page load, by the Navigation API
//! (<https://html.spec.whatwg.org/multipage/nav-history-apis.html#navigation-api>).
//!
//! The browser then moves focus and scroll position, shows that it is loading and
//! announces the page as after a load. Whatever is unexpected ends in a load: a
//! browser without the API, another version of the site, a page that is no review,
//! a lost connection.

use std::time::Duration;

use js_sys::{Object, Promise, Reflect};
use leptos::prelude::{request_animation_frame, set_timeout, set_timeout_with_handle};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{AbortSignal, Event, EventTarget, HtmlAnchorElement, HtmlElement, Url};

use super::{
    address,
    ahead::fetch_ahead,
    data::{PageJson, embedded_text},
    document,
    kept_data::{data_of, forget, keep},
    next_task,
    parts::all,
    site::Site,
    transition::animate,
    window,
};
use model::payload::PageData;

/// A download that ends sooner shows no progress.
const SLOW: Duration = Duration::from_millis(150);

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Event)]
    type NavigateEvent;
    #[wasm_bindgen(method, getter, js_name = canIntercept)]
    fn can_intercept(this: &NavigateEvent) -> bool;
    #[wasm_bindgen(method, getter, js_name = downloadRequest)]
    fn download(this: &NavigateEvent) -> JsValue;
    #[wasm_bindgen(method, getter, js_name = formData)]
    fn form(this: &NavigateEvent) -> JsValue;
    #[wasm_bindgen(method, getter, js_name = navigationType)]
    fn kind(this: &NavigateEvent) -> String;
    #[wasm_bindgen(method, getter)]
    fn destination(this: &NavigateEvent) -> Destination;
    /// Whether the browser animates the step itself, as when the reader swipes.
    #[wasm_bindgen(method, getter, js_name = hasUAVisualTransition)]
    fn is_animated(this: &NavigateEvent) -> bool;
    #[wasm_bindgen(method, getter)]
    fn signal(this: &NavigateEvent) -> AbortSignal;
    #[wasm_bindgen(method, catch)]
    fn intercept(this: &NavigateEvent, options: &JsValue) -> Result<(), JsValue>;
    /// Scrolls as the navigation asks for, before it has ended.
    #[wasm_bindgen(method, catch)]
    fn scroll(this: &NavigateEvent) -> Result<(), JsValue>;

    type Destination;
    #[wasm_bindgen(method, getter)]
    fn url(this: &Destination) -> String;
}

/// A page that the reader has gone to, and its data as JSON.
pub struct Arrived {
    pub page: PageData,
    pub json: String,
    /// Whether it took so long that progress was shown.
    was_slow: bool,
}

/// Calls `show` with each review that the reader goes to, instead of a load; where
/// it returns false, the page is loaded. `root`
/// is the path to the site's root; `build` names the version of the app.
pub fn on_navigate(root: &str, build: String, show: impl Fn(Arrived) -> bool + Copy + 'static) {
    let navigation = Reflect::get(&window(), &"navigation".into());
    let Some(navigation) = navigation
        .ok()
        .and_then(|api| api.dyn_into::<EventTarget>().ok())
    else {
        return;
    };
    let Ok(root) = absolute(if root.is_empty() { "./" } else { root }) else {
        return;
    };
    // It lives as long as the page; `Rc` would add bytes of wasm.
    let site: &'static Site = Box::leak(Box::new(Site { root, build }));
    if let Ok(here) = window().location().href()
        && let (Some(address), Some(data)) = (site.data_address(&here), embedded_text())
    {
        keep(address, &data);
    }
    address::mark_shown();
    // They fetch whole pages ahead; from now on a page's data is enough.
    for rules in all("script[type=speculationrules]") {
        rules.remove();
    }
    let watch_links = fetch_ahead(site);
    let show = move |arrived| {
        let is_shown = show(arrived);
        watch_links();
        is_shown
    };
    let listener = Closure::<dyn Fn(NavigateEvent)>::new(move |event: NavigateEvent| {
        if let Some(address) = wanted(site, &event) {
            let data = data_of(&address);
            make_links_absolute();
            intercept(event, address, data, &site.build, show);
        }
    });
    let listener = listener.into_js_value();
    _ = navigation.add_event_listener_with_callback("navigate", listener.unchecked_ref());
}

/// The address of the data that the navigation needs; `None` if it is none from
/// review to review. A link within this page, while another is on its way, leads to
/// that one, whose address it has.
fn wanted(site: &Site, event: &NavigateEvent) -> Option<String> {
    let stays = !event.can_intercept()
        || event.download().is_string()
        || event.form().is_object()
        || !matches!(&*event.kind(), "push" | "traverse");
    let address = event.destination().url();
    (!stays).then(|| site.data_address(&address))?
}

fn intercept(
    event: NavigateEvent,
    address: String,
    data: Promise,
    build: &'static str,
    show: impl Fn(Arrived) -> bool + Copy + 'static,
) {
    let options = Object::new();
    let asked = event.clone().unchecked_into::<NavigateEvent>();
    let handler = Closure::once_into_js(move || {
        future_to_promise(async move {
            let arrived = arrive(data, build, event.signal()).await;
            if arrived.is_none() {
                forget(&address);
            }
            // A transition would add several frames to the wait.
            let is_still =
                event.is_animated() || arrived.as_ref().is_none_or(|arrived| arrived.was_slow);
            let update = async move {
                // The reader may have gone on since.
                if event.signal().aborted() {
                    return;
                }
                address::mark_shown();
                match arrived.is_some_and(show) {
                    true => settle(&event).await,
                    false => _ = window().location().reload(),
                }
            };
            match is_still {
                true => update.await,
                false => animate(update).await,
            }
            // After the navigation has ended: a change of its entry would abort it.
            set_timeout(mark_opened, Duration::ZERO);
            Ok(JsValue::UNDEFINED)
        })
    });
    // Setting a property of a new object cannot fail.
    _ = Reflect::set(&options, &"handler".into(), &handler);
    // Without it, the browser loads the page.
    _ = asked.intercept(&options);
}

/// Waits until the page is complete, and scrolls to where the navigation leads.
async fn settle(event: &NavigateEvent) {
    // The effects that show and hide rows run first.
    next_task().await;
    at_once(|| {
        // On a wide screen the tracks scroll in a panel of their own.
        for panel in all(".tracks") {
            panel.set_scroll_top(0);
        }
        // Chromium scrolls to a place, but not to the top.
        window().scroll_to_with_x_and_y(0.0, 0.0);
        // Fails if the reader has gone on since.
        _ = event.scroll();
    });
}

/// Marks the history entry, unless the reader has gone on since: that would abort the
/// next navigation.
fn mark_opened() {
    let of = |object: &JsValue, name: &str| Reflect::get(object, &name.into());
    let next = of(&window(), "navigation").and_then(|api| of(&api, "transition"));
    if next.is_ok_and(|next| next.is_null()) {
        address::mark_opened();
    }
}

/// Waits for a page of the same version; `None` if it does not arrive. Shows progress
/// until it is there, or the reader stops it or goes elsewhere.
async fn arrive(data: Promise, build: &str, signal: AbortSignal) -> Option<Arrived> {
    let progress = set_timeout_with_handle(|| _ = set_loading(true), SLOW);
    let stop = move || {
        if let Ok(progress) = &progress {
            progress.clear();
        }
        set_loading(false)
    };
    let stopped = stop.clone();
    signal.set_onabort(Closure::once_into_js(move || _ = stopped()).dyn_ref());
    let data = JsFuture::from(data).await;
    let was_slow = !signal.aborted() && stop();
    let json = data.ok()?.as_string()?;
    let page = PageJson::parse(&json).ok()?.page().ok()?;
    (page.build == build).then_some(Arrived {
        page,
        json,
        was_slow,
    })
}

/// Shows or hides the progress of a page that takes long to arrive, in the bar that
/// has shown the app's own. Returns whether it was shown before.
fn set_loading(loading: bool) -> bool {
    const LOADING: &str = "data-loading";
    if let Some(bar) = document().get_element_by_id("download") {
        // Neither can fail: the names are valid.
        _ = bar.remove_attribute("value");
        _ = bar.set_attribute("aria-label", "Loading the review");
    }
    let Some(html) = document().document_element() else {
        return false;
    };
    let before = html.has_attribute(LOADING);
    // Neither can fail: the name is valid.
    _ = match loading {
        true => html.set_attribute(LOADING, ""),
        false => html.remove_attribute(LOADING),
    };
    before
}

/// Scrolls as after a load, not smoothly as to a place within the page.
fn at_once(scroll: impl FnOnce()) {
    const BEHAVIOUR: &str = "scroll-behavior";
    let html = document().document_element();
    if let Some(html) = html.and_then(|html| html.dyn_into::<HtmlElement>().ok()) {
        let style = html.style();
        // Neither can fail: the name and the value are valid.
        _ = style.set_property(BEHAVIOUR, "auto");
        // Chromium scrolls by the style that it has computed last.
        _ = html.client_width();
        scroll();
        // Chromium scrolls back to a place in the next frame.
        request_animation_frame(move || {
            let smooth = move || _ = style.remove_property(BEHAVIOUR);
            set_timeout(smooth, Duration::ZERO);
        });
    }
}

/// Makes the links of this page independent of its address, which changes before
/// the next page is there; those of the header and of the head stay.
fn make_links_absolute() {
    for link in all(
        "a[href]:not([href^='#'], [href^='?']), link:is([rel*=icon], [rel=manifest], [rel=alternate])",
    ) {
        // Both kinds of element have it.
        let link: HtmlAnchorElement = link.unchecked_into();
        link.set_href(&link.href());
    }
}

fn absolute(path: &str) -> Result<String, JsValue> {
    let here = window().location().href()?;
    Ok(Url::new_with_base(path, &here)?.href())
}
