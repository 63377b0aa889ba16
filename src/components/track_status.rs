//! The status line: the number of shown tracks, their total length, and the search
//! in words.

use leptos::prelude::*;

use super::{
    erased::{at, flag, text},
    fixed::fixed,
    search_store::{STATUS, SearchStore},
};

#[component]
pub fn TrackStatus(
    /// The state of the search.
    search: SearchStore,
) -> impl IntoView {
    view! {
        <div class=fixed("status")>
            <p id=fixed(STATUS) tabindex=fixed("-1")>{text(move || Some(search.with(|now| now.selection.status())))}</p>
            <button
                type=fixed("button")
                class=fixed("controls reset")
                hidden=flag(move || search.with(|now| now.filter.is_empty()))
                on:click:capture=at(move |_| search.clear())
            >
                "Reset"
            </button>
            <p class=fixed("in-words")>{text(move || search.with(|now| now.describe()))}</p>
            // The visible text changes at each key. The live region changes only
            // after a pause, so that announcements do not interrupt each other.
            <p class=fixed("spoken") role=fixed("status")>
                {text(move || search.spoken.get())}
            </p>
        </div>
    }
}
