//! Fetches the tracks of every album and reports progress.

use gloo_net::http::Request;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Response};

use super::data::Parsed;
use model::{
    CataloguedAlbum,
    payload::read_albums,
    text::{concat, number},
};

/// Fetches the file with the tracks of every album. Calls `progress` after each
/// chunk with the number of bytes received so far.
///
/// # Errors
/// The reason for the failure, as a message for the reader.
pub async fn fetch_albums(
    url: &str,
    progress: impl Fn(usize),
) -> Result<Vec<CataloguedAlbum>, String> {
    let damaged = || "the file is damaged".to_owned();
    let response = response(url).await?;
    count(&response, progress).await.map_err(broken)?;
    // The browser parses the file, so that its text never enters the wasm.
    let json = JsFuture::from(response.json().map_err(broken)?).await;
    let albums = json.map_err(|_| damaged())?;
    read_albums(Parsed(albums)).map_err(|_| damaged())
}

/// Fetches a file as text.
///
/// # Errors
/// As of [`fetch_albums`].
pub(super) async fn fetch_text(url: &str) -> Result<JsValue, String> {
    let response = response(url).await?;
    let text = JsFuture::from(response.text().map_err(broken)?).await;
    text.map_err(broken)
}

async fn response(url: &str) -> Result<Response, String> {
    let offline = |_| "there is no connection".to_owned();
    // Not `Request::get`, whose query string needs formatting machinery.
    let request = web_sys::Request::new_with_str(url).map_err(broken)?;
    let response = Request::from(request).send().await.map_err(offline)?;
    match response.ok() {
        true => Ok(response.into()),
        false => {
            let status = number(response.status().into());
            Err(concat(&["the host answered ", &status]))
        }
    }
}

fn broken(_: JsValue) -> String {
    "the connection broke off".to_owned()
}

/// Waits until a response is complete, without consuming it.
async fn count(response: &Response, progress: impl Fn(usize)) -> Result<(), JsValue> {
    let Some(body) = Response::clone(response)?.body() else {
        return Ok(());
    };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = 0;
    loop {
        let chunk = JsFuture::from(reader.read()).await?;
        // The last chunk has no value.
        let value = Reflect::get(&chunk, &"value".into())?;
        let Some(value) = value.dyn_ref::<Uint8Array>() else {
            return Ok(());
        };
        bytes += value.length() as usize;
        progress(bytes);
    }
}
