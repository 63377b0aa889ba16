//! Keeps the data of pages that the reader opened, went to or pointed at, for Back
//! and for the next click.

use std::cell::RefCell;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::future_to_promise;

use super::fetch::fetch_text;

/// The number of pages whose data is kept in memory.
const MOST_KEPT: usize = 20;

thread_local! {
    /// By its address, oldest first. Each promise is for the text of a response.
    static KEPT: RefCell<Vec<(String, Promise)>> = RefCell::default();
}

/// The data at this address, as text; from memory if it was asked for before.
pub fn data_of(address: &str) -> Promise {
    KEPT.with_borrow_mut(|kept| {
        if let Some((_, data)) = kept.iter().find(|(kept, _)| kept == address) {
            return data.clone();
        }
        let url = address.to_owned();
        let data = future_to_promise(async move { fetch_text(&url).await.map_err(Into::into) });
        if kept.len() == MOST_KEPT {
            _ = kept.remove(0);
        }
        kept.push((address.to_owned(), data.clone()));
        data
    })
}

/// Keeps data that the page has already.
pub fn keep(address: String, data: &str) {
    let data = Promise::resolve(&JsValue::from_str(data));
    KEPT.with_borrow_mut(|kept| kept.push((address, data)));
}

/// Forgets the data at this address, so that it is fetched again.
pub fn forget(address: &str) {
    KEPT.with_borrow_mut(|kept| kept.retain(|(kept, _)| kept != address));
}
