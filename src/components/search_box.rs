//! The one box that a reader types a search into.

use leptos::prelude::*;

use super::search::Search;

#[component]
pub fn SearchBox(
    /// What the reader looks for; the box writes its text.
    search: Search,
) -> impl IntoView {
    view! {
        <div class="search-box">
            <label for="q">"Find a track"</label>
            // The browser's memory of form fields would fill the box without
            // an event; what was typed is kept by the page itself.
            <input
                id="q"
                type="search"
                placeholder="Words of its title"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                prop:value=move || search.text.get()
                on:input:target=move |event| search.text.set(event.target().value())
            />
        </div>
    }
}
