//! A part of the page that the browser hydrates, rendered by the publisher.

use leptos::{html::custom, prelude::*};

/// An element with the part in it, and behind it a `template` with a copy.
///
/// Hydration takes every node for its own, and translators and extensions may
/// have been there first: they leave a template's content alone, so the browser
/// can put back what was published (`browser::part`). After compression the
/// copy costs a page next to nothing.
pub fn live_part<V: IntoView>(
    tag: &'static str,
    id: &'static str,
    part: impl Fn() -> V,
) -> impl IntoView {
    (
        custom(tag).id(id).child(part()),
        custom("template").child(part()),
    )
}
