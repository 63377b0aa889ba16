//! A part of the page that the browser hydrates: as the publisher renders it,
//! and as the browser takes hold of it.

use leptos::{
    html::custom,
    prelude::*,
    tachys::{
        hydration::Cursor,
        renderer::types::Element,
        view::{PositionState, RenderHtml},
    },
};

/// An element with the part in it, and behind it a `template` with a copy.
///
/// Hydration takes every node for its own, and translators and extensions may
/// have been there first: they leave a template's content alone, so the browser
/// can put back what was published (`dom::part`). After compression the
/// copy costs a page next to nothing.
pub fn island<V: IntoView>(
    tag: &'static str,
    role: Option<&'static str>,
    id: &'static str,
    part: impl Fn() -> V,
) -> impl IntoView {
    (
        custom(tag).id(id).role(role).child(part()),
        custom("template").child(part()),
    )
}

/// Hydrates what `island` rendered into this element, for as long as the page
/// lives.
///
/// As `leptos::mount::hydrate_from` does, once the executor is there, but without the context for data that
/// a server streams into a page, which would be 2 kB of wasm here.
pub fn hydrate(part: impl Into<Element>, view: impl RenderHtml) {
    let state = view.hydrate::<true>(&Cursor::new(part.into()), &PositionState::default());
    std::mem::forget(state);
}
