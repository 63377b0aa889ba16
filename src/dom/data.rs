//! Parses the publisher's JSON with the browser's own parser, which keeps a JSON
//! parser out of the wasm. `model::payload` knows its fields.

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::document;
use model::{
    payload::{DATA_ID, Json, PageData, SearchData, read_page, read_search},
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

    fn source(&self) -> Option<String> {
        let json = JSON::stringify(&self.0).ok();
        json.filter(|_| self.0.is_object()).map(Into::into)
    }
}

/// The data of a page, as JSON that the browser has parsed.
pub struct PageJson(JsValue);

impl PageJson {
    /// Parses the JSON.
    ///
    /// # Errors
    /// If it is not JSON.
    pub fn parse(json: &str) -> Result<Self, &'static str> {
        JSON::parse(json).map(Self).map_err(|_| "JSON")
    }

    /// The version of the app that the data is for; empty if it is not named.
    pub fn build(&self) -> String {
        let build = Parsed(self.0.clone()).get("build");
        build.and_then(|build| build.text()).unwrap_or_default()
    }

    /// What the search needs.
    ///
    /// # Errors
    /// As of [`read_search`].
    pub fn search(&self) -> Result<SearchData, &'static str> {
        read_search(Parsed(self.0.clone()))
    }

    /// All of it.
    ///
    /// # Errors
    /// As of [`read_page`].
    pub fn page(&self) -> Result<PageData, &'static str> {
        read_page(Parsed(self.0.clone()))
    }
}

/// The JSON embedded in the page for the wasm.
///
/// # Errors
/// If there is none.
pub fn embedded() -> Result<PageJson, String> {
    let data = embedded_text().ok_or("the page does not hold its data")?;
    PageJson::parse(&data).map_err(damaged)
}

/// The JSON embedded in the page, as text; `None` if there is none.
pub(super) fn embedded_text() -> Option<String> {
    document().get_element_by_id(DATA_ID)?.text_content()
}

/// What the search needs of the JSON embedded in the page.
///
/// # Errors
/// If there is none, or if it is damaged.
pub fn search_data() -> Result<SearchData, String> {
    embedded()?.search().map_err(damaged)
}

/// The message for data in which a field is damaged.
pub fn damaged(field: &str) -> String {
    concat(&["the page’s data is damaged: ", field])
}
