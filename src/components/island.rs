//! Islands: the parts of the page that the browser hydrates. [`island`] renders
//! one in the publisher, [`hydrate`] hydrates it in the browser.

use leptos::{
    html::custom,
    prelude::*,
    tachys::{
        hydration::Cursor,
        renderer::types::Element,
        view::{PositionState, RenderHtml},
    },
};

/// An element that contains the island, followed by a `template` with a copy.
///
/// Hydration expects the published nodes, but translators and extensions may have
/// changed them. They do not touch a template's content, from which `dom::part`
/// restores the island. The copy repeats text of the same page, so it adds little
/// after compression.
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

/// Hydrates the element that `island` rendered, for the lifetime of the page. The
/// caller must have set the executor.
///
/// Does what `leptos::mount::hydrate_from` does, without the context for data
/// streamed by a server, which would add 2 kB of wasm.
pub fn hydrate(part: impl Into<Element>, view: impl RenderHtml) {
    let state = view.hydrate::<true>(&Cursor::new(part.into()), &PositionState::default());
    std::mem::forget(state);
}
