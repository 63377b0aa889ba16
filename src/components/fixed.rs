//! Attributes that never change, for the views of islands.
//!
//! The publisher writes them. In the browser Leptos would keep the value, and the
//! element once more for each attribute, to compare them with later values. There
//! are none, so hydration keeps nothing, and the wasm does not hold the texts.

use std::borrow::Cow;

use leptos::{
    attr::AttributeValue,
    tachys::{html::class::IntoClass, renderer::types::Element},
};

/// The value of an attribute that never changes: a text, or a closure that only
/// the publisher calls.
#[derive(Clone, Copy)]
pub struct Fixed<T>(T);

/// Used as `type=fixed("button")`, or as `d=fixed(move || path())`.
pub fn fixed<T: FixedText>(value: T) -> Fixed<T> {
    Fixed(value)
}

/// What [`fixed`] takes.
pub trait FixedText: Clone + Send + 'static {
    /// The text of the attribute.
    fn text(&self) -> Cow<'static, str>;
}

impl FixedText for &'static str {
    fn text(&self) -> Cow<'static, str> {
        Cow::Borrowed(self)
    }
}

impl<F: Fn() -> String + Clone + Send + 'static> FixedText for F {
    fn text(&self) -> Cow<'static, str> {
        Cow::Owned(self())
    }
}

impl<T: FixedText> AttributeValue for Fixed<T> {
    type State = ();
    type AsyncOutput = Self;
    type Cloneable = Self;
    type CloneableOwned = Self;

    fn html_len(&self) -> usize {
        self.0.text().len()
    }

    fn to_html(self, key: &str, html: &mut String) {
        AttributeValue::to_html(self.0.text(), key, html);
    }

    fn to_template(_key: &str, _html: &mut String) {}

    fn hydrate<const FROM_SERVER: bool>(self, _key: &str, _element: &Element) {}

    fn build(self, element: &Element, key: &str) {
        AttributeValue::build(self.0.text(), element, key);
    }

    fn rebuild(self, _key: &str, (): &mut ()) {}

    fn into_cloneable(self) -> Self {
        self
    }

    fn into_cloneable_owned(self) -> Self {
        self
    }

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }
}

impl<T: FixedText> IntoClass for Fixed<T> {
    type State = ();
    type AsyncOutput = Self;
    type Cloneable = Self;
    type CloneableOwned = Self;

    fn html_len(&self) -> usize {
        self.0.text().len()
    }

    fn to_html(self, class: &mut String) {
        class.push_str(&self.0.text());
    }

    fn should_overwrite(&self) -> bool {
        true
    }

    fn hydrate<const FROM_SERVER: bool>(self, _element: &Element) {}

    fn build(self, element: &Element) {
        IntoClass::build(self.0.text(), element);
    }

    fn rebuild(self, (): &mut ()) {}

    fn into_cloneable(self) -> Self {
        self
    }

    fn into_cloneable_owned(self) -> Self {
        self
    }

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn reset((): &mut ()) {}
}
