//! What a browser knows of text: Unicode's normal forms, JSON's quotes, and how
//! its reader's language orders titles. In the wasm they would cost tens of
//! kilobytes.

use std::cmp::Ordering;

use js_sys::{Array, Function, Intl::Collator, JSON, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::document;
use search::{CompareTitles, Form};

#[wasm_bindgen]
extern "C" {
    /// Throws where a language is none.
    #[wasm_bindgen(catch, js_namespace = Intl, js_name = getCanonicalLocales)]
    fn locales(language: &str) -> Result<Array, JsValue>;
}

/// The text in the form asked for.
pub fn normalize(text: &str, form: Form) -> String {
    let text = JsString::from(text);
    match form {
        Form::Decomposed => text.normalize("NFKD"),
        Form::Composed => text.normalize("NFC"),
        Form::LowerCase => text.to_lower_case(),
    }
    .into()
}

/// A text as JSON has it, in quotes.
pub fn quote(text: &str) -> String {
    // A text has a form in JSON.
    JSON::stringify(&text.into()).map_or_else(|_| String::new(), Into::into)
}

/// Compares titles as a person would: by the page's language, with numbers
/// inside titles as numbers. Translators and extensions may have put there what
/// is no language; then it is the reader's own.
pub fn collator() -> CompareTitles {
    let language = document()
        .document_element()
        .and_then(|html| html.get_attribute("lang"))
        .unwrap_or_default();
    let options = Object::new();
    // Setting a property of a new object cannot fail.
    _ = Reflect::set(&options, &"numeric".into(), &JsValue::TRUE);
    let locales = locales(&language).unwrap_or_default();
    let compare: Function = Collator::new(&locales, &options).compare();
    Box::new(move |a, b| {
        compare
            .call2(&JsValue::NULL, &a.into(), &b.into())
            .ok()
            .and_then(|order| order.as_f64())
            .and_then(|order| order.partial_cmp(&0.0))
            .unwrap_or(Ordering::Equal)
    })
}
