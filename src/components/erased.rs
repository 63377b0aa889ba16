//! Type-erased closures for views, one type per kind of value.
//!
//! Each closure has its own type, and Leptos compiles its effects, state, hydration
//! and build code once per type: up to 1.5 kB of wasm each before compression.
//! Boxed closures share one type.

use leptos::prelude::Effect;

/// A closure that reads signals and runs again whenever they change.
pub type Erased<T> = Box<dyn FnMut() -> T + Send>;

/// A text node or attribute value; empty text counts as `None`.
pub fn text(mut read: impl FnMut() -> Option<String> + Send + 'static) -> Erased<Option<String>> {
    Box::new(move || read().filter(|text| !text.is_empty()))
}

/// A boolean attribute, such as `hidden`.
pub fn flag(mut read: impl FnMut() -> bool + Send + 'static) -> Erased<Option<String>> {
    Box::new(move || read().then(String::new))
}

/// Runs `act` as an effect, again whenever a signal that it reads changes. Does
/// nothing in the publisher.
pub fn effect(act: impl FnMut() + 'static) {
    let act: Box<dyn FnMut()> = Box::new(act);
    Effect::new(act);
}

/// An event handler, used as `on:click:capture=at(…)`. `capture` makes no
/// difference to an element's own events, and it avoids Leptos' event delegation,
/// which would add 1.6 kB of wasm after compression.
pub fn at<E: 'static>(handle: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(handle)
}
