//! Writes text to the clipboard or saves it as a file, for the `ExportBar` and
//! the rows' copy buttons.

use js_sys::{Array, Reflect};
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::{document, window};

/// Copies a text to the clipboard, then calls back with whether it succeeded.
/// Pages without TLS have no clipboard, and the reader may deny the permission.
pub fn copy(text: String, done: impl FnOnce(bool) + 'static) {
    let navigator = window().navigator();
    if !Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false) {
        return done(false);
    }
    spawn_local(async move {
        let written = JsFuture::from(navigator.clipboard().write_text(&text)).await;
        done(written.is_ok());
    });
}

/// Saves a text as a file with this name; `kind` is its media type.
pub fn save(name: &str, kind: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&text.into());
    let url = Blob::new_with_str_sequence_and_options(&parts, &options)
        .and_then(|blob| Url::create_object_url_with_blob(&blob));
    let link = document()
        .create_element("a")
        .map(|link| link.unchecked_into::<HtmlAnchorElement>());
    if let (Ok(url), Ok(link)) = (url, link) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
        // The download holds the blob by the time `click` returns.
        _ = Url::revoke_object_url(&url);
    }
}
