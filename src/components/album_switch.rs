//! The switch between this album and every album of the site.

use leptos::prelude::*;

use super::{
    follow::{at, effect},
    live_search::LiveSearch,
};
use crate::dom;

#[component]
pub fn AlbumSwitch(
    /// The search in progress; the switch says how far it reaches.
    search: LiveSearch,
) -> impl IntoView {
    effect(move || dom::set_checked("every-album", search.with(|now| now.search.all)));
    view! {
        <label class="album-switch">
            <input
                id="every-album"
                type="checkbox"
                role="switch"
                on:change:capture=at(move |event| {
                    search.ask(|search| search.all = event_target_checked(&event));
                    search.settle();
                })
            />
            " Search every album"
        </label>
    }
}
