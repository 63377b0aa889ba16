//! The line that tells how many tracks are shown, how long they run, and how
//! the search was understood.

use leptos::prelude::*;

use super::live_search::LiveSearch;
use crate::filter::{Filter, Selection};

#[component]
pub fn TrackStatus(
    /// The search in progress.
    search: LiveSearch,
) -> impl IntoView {
    view! {
        <div class="status">
            <p id="track-status">{move || search.selection.with(Selection::status)}</p>
            <p class="in-words">{move || search.filter.with(Filter::describe)}</p>
            // What is seen changes with each key; what is spoken does not, or a
            // screen reader would never come to an end.
            <p class="spoken" role="status">
                {move || search.spoken.get()}
            </p>
        </div>
    }
}
