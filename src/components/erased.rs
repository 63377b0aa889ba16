//! What views follow signals with, as one type for each kind of value.
//!
//! Every closure has a type of its own, and each type costs the wasm another
//! copy of all that follows it: the effect, its states, hydrating and building
//! them, up to 1.5 kB before compression. In a box they share one.

use leptos::prelude::Effect;

/// Reads signals, again whenever they change.
pub type Erased<T> = Box<dyn FnMut() -> T + Send>;

/// A text, or the value of an attribute: without one where there is none.
pub fn text(mut read: impl FnMut() -> Option<String> + Send + 'static) -> Erased<Option<String>> {
    Box::new(move || read().filter(|text| !text.is_empty()))
}

/// The value of an attribute that has none, such as `hidden`.
pub fn flag(mut read: impl FnMut() -> bool + Send + 'static) -> Erased<Option<String>> {
    Box::new(move || read().then(String::new))
}

/// Runs `act` now, in a browser, and again whenever a signal that it reads
/// changes.
pub fn effect(act: impl FnMut() + 'static) {
    let act: Box<dyn FnMut()> = Box::new(act);
    Effect::new(act);
}

/// What is called at an event: `on:click:capture=at(…)`. For an element's own
/// events `capture` makes no difference, and the other way of listening brings
/// delegation along, which no page uses: 1.6 kB after compression.
pub fn at<E: 'static>(handle: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(handle)
}
