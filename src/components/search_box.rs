//! The search box, with a hint about unrecognized input.

use leptos::prelude::*;

use super::{
    erased::{at, effect, text},
    fixed::fixed,
    search_store::SearchStore,
};
use crate::dom;
use model::payload::SEARCH_HELP_ID;

#[component]
pub fn SearchBox(
    /// The state of the search; the box writes its text.
    search: SearchStore,
) -> impl IntoView {
    effect(move || search.with(|now| dom::set_value("q", &now.search.text)));
    view! {
        <div class=fixed("search-box")>
            <label for="q">"Find a track"</label>
            <button type=fixed("button") class=fixed("help") popovertarget=fixed(SEARCH_HELP_ID) aria-label=fixed("What you can type")>
                "?"
            </button>
            // Without autocomplete: form restoration would fill the box without
            // an event. The address keeps the text instead.
            <input
                id=fixed("q")
                type=fixed("search")
                placeholder=fixed("storm, >5:00, 2:00..4:00, #14")
                aria-describedby=fixed("q-understood")
                autocomplete=fixed("off")
                autocapitalize=fixed("off")
                spellcheck=fixed("false")
                enterkeyhint=fixed("search")
                on:input:capture=at(move |event| {
                    search.input(|search| search.text = event_target_value(&event));
                    dom::show_found();
                })
                on:change:capture=at(move |_| search.settle())
            />
            <p id=fixed("q-understood") class=fixed("hint")>
                {text(move || search.with(|now| now.filter.query.advice()))}
            </p>
        </div>
    }
}
