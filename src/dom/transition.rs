//! Changes the page with the transition that a load has (`style/layout.css`).

use std::future::Future;

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

use super::{document, window};

#[wasm_bindgen]
extern "C" {
    /// The document of a browser with view transitions
    /// (<https://drafts.csswg.org/css-view-transitions-1/>).
    type AnimatedDocument;
    #[wasm_bindgen(method, js_name = startViewTransition)]
    fn start_view_transition(this: &AnimatedDocument, update: &JsValue) -> ViewTransition;

    type ViewTransition;
    #[wasm_bindgen(method, getter)]
    fn ready(this: &ViewTransition) -> Promise;
    #[wasm_bindgen(method, getter, js_name = updateCallbackDone)]
    fn update_callback_done(this: &ViewTransition) -> Promise;
}

/// Runs `update`, which changes the page: with a transition where the browser has
/// them and the reader has not asked for less motion.
pub async fn animate(update: impl Future<Output = ()> + 'static) {
    let media = window().match_media("(prefers-reduced-motion: no-preference)");
    let moves = matches!(media, Ok(Some(query)) if query.matches());
    let document = document();
    let can = Reflect::has(&document, &"startViewTransition".into());
    if !(moves && can.is_ok_and(|can| can)) {
        return update.await;
    }
    let update = Closure::once_into_js(move || {
        future_to_promise(async move {
            update.await;
            Ok(JsValue::UNDEFINED)
        })
    });
    let document: AnimatedDocument = document.unchecked_into();
    let transition = document.start_view_transition(&update);
    // Rejected where the browser skips it, as in a hidden tab.
    let ready = transition.ready();
    spawn_local(async move { _ = JsFuture::from(ready).await });
    _ = JsFuture::from(transition.update_callback_done()).await;
}
