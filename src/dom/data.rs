//! Parses the publisher's JSON with the browser's own parser, which keeps a JSON
//! parser out of the wasm. `model::payload` knows its fields.

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::document;
use model::{
    payload::{DATA_ID, Json, PageData, read_page},
    text::concat,
};

/// A value that the browser parsed.
pub(super) struct Parsed(pub JsValue);

impl Json for Parsed {
    fn get(&self, name: &str) -> Option<Self> {
        // Fails for a value without fields. A parsed object has no getter that
        // could throw.
        let value = Reflect::get(&self.0, &name.into()).ok()?;
        (!value.is_null() && !value.is_undefined()).then_some(Self(value))
    }

    fn elements(&self) -> Option<Vec<Self>> {
        let array: &Array = self.0.dyn_ref()?;
        Some(array.iter().map(Self).collect())
    }

    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    fn number(&self) -> Option<u32> {
        self.0.as_f64().map(|number| number as u32)
    }
}

/// The page's data: the JSON embedded for the wasm.
///
/// # Errors
/// If the data is missing, or is not as the publisher writes it.
pub fn page() -> Result<PageData, String> {
    let data = document()
        .get_element_by_id(DATA_ID)
        .and_then(|script| script.text_content())
        .ok_or("the page does not hold its data")?;
    let page = JSON::parse(&data).map_err(|_| "JSON");
    let page = page.and_then(|page| read_page(Parsed(page)));
    page.map_err(|field| concat(&["the page’s data is damaged: ", field]))
}
