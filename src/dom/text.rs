//! The browser's text functions: Unicode normalization, JSON string quoting and
//! collation. Their Rust equivalents would add tens of kilobytes to the wasm.

use std::cmp::Ordering;

use js_sys::{Array, Function, Intl::Collator, JSON, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::document;
use search::{CompareTitles, Form};

#[wasm_bindgen]
extern "C" {
    /// Throws if `language` is not a valid language tag.
    #[wasm_bindgen(catch, js_namespace = Intl, js_name = getCanonicalLocales)]
    fn locales(language: &str) -> Result<Array, JsValue>;
}

/// Converts a text to a normal form or to lower case.
pub fn normalize(text: &str, form: Form) -> String {
    let text = JsString::from(text);
    match form {
        Form::Decomposed => text.normalize("NFKD"),
        Form::Composed => text.normalize("NFC"),
        Form::LowerCase => text.to_lower_case(),
    }
    .into()
}

/// A text as a JSON string, with its quotes.
pub fn quote(text: &str) -> String {
    // `stringify` cannot fail for a string.
    JSON::stringify(&text.into()).map_or_else(|_| String::new(), Into::into)
}

/// Compares titles by the collation of the page's language, with digits compared
/// as numbers. Falls back to the browser's language if the page's `lang` is not a
/// valid tag: translators and extensions may have changed it.
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
