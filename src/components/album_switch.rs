//! The switch between this album and every album of the site.

use leptos::prelude::*;

use super::live_search::LiveSearch;

#[component]
pub fn AlbumSwitch(
    /// The search in progress; the switch says how far it reaches.
    search: LiveSearch,
) -> impl IntoView {
    view! {
        <label class="album-switch">
            <input
                id="every-album"
                type="checkbox"
                role="switch"
                prop:checked=move || search.all.get()
                on:change:target=move |event| {
                    search.all.set(event.target().checked());
                    search.settle();
                }
            />
            " Search every album"
        </label>
    }
}
