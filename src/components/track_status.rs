//! The line that tells how many tracks are shown, how long they run, and how
//! the search was understood.

use leptos::prelude::*;

use super::{
    erased::{at, flag, text},
    search_store::SearchStore,
};

/// The id of the line, which takes the focus when a button that showed every
/// track goes away.
pub const STATUS: &str = "track-status";

#[component]
pub fn TrackStatus(
    /// The search in progress.
    search: SearchStore,
) -> impl IntoView {
    view! {
        <div class="status">
            <p id=STATUS tabindex="-1">{text(move || Some(search.with(|now| now.selection.status())))}</p>
            <button
                type="button"
                class="controls reset"
                hidden=flag(move || search.with(|now| now.filter.is_empty()))
                on:click:capture=at(move |_| search.clear())
            >
                "Reset"
            </button>
            <p class="in-words">{text(move || search.with(|now| now.filter.describe()))}</p>
            // What is seen changes with each key; what is spoken does not, or a
            // screen reader would never come to an end.
            <p class="spoken" role="status">
                {text(move || search.spoken.get())}
            </p>
        </div>
    }
}
