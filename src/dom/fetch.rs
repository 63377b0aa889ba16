//! Fetches a text file of the site and reports progress.

use gloo_net::http::Request;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader};

use model::text::{concat, number};

/// Fetches a text file. Calls `progress` after each chunk with the number of bytes
/// received so far.
///
/// # Errors
/// The reason for the failure, as a message for the reader.
pub async fn fetch(url: &str, progress: impl Fn(usize)) -> Result<String, String> {
    let broken = |_: JsValue| "the connection broke off".to_owned();
    let offline = |_| "there is no connection".to_owned();
    // Not `Request::get`, which formats a query string: it would add 0.5 kB of wasm.
    let request = web_sys::Request::new_with_str(url).map_err(broken)?;
    let response = Request::from(request).send().await.map_err(offline)?;
    if !response.ok() {
        return Err(concat(&[
            "the host answered ",
            &number(response.status().into()),
        ]));
    }
    let mut bytes = Vec::new();
    let Some(body) = response.body() else {
        return Ok(String::new());
    };
    let reader = reader(&body);
    loop {
        let chunk = JsFuture::from(reader.read()).await.map_err(broken)?;
        // The last chunk has no value.
        let value = Reflect::get(&chunk, &"value".into()).map_err(broken)?;
        match value.dyn_ref::<Uint8Array>() {
            Some(value) => bytes.extend(value.to_vec()),
            None => break,
        }
        progress(bytes.len());
    }
    String::from_utf8(bytes).map_err(|_| "the file is damaged".to_owned())
}

fn reader(body: &ReadableStream) -> ReadableStreamDefaultReader {
    body.get_reader().unchecked_into()
}
