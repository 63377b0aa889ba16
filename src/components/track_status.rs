//! The line that tells how many tracks are shown, how long they run, and how
//! the search was understood.

use leptos::prelude::*;

use super::{follow::text, live_search::LiveSearch};

#[component]
pub fn TrackStatus(
    /// The search in progress.
    search: LiveSearch,
) -> impl IntoView {
    view! {
        <div class="status">
            <p id="track-status">{text(move || Some(search.with(|now| now.selection.status())))}</p>
            <p class="in-words">{text(move || search.with(|now| now.filter.describe()))}</p>
            // What is seen changes with each key; what is spoken does not, or a
            // screen reader would never come to an end.
            <p class="spoken" role="status">
                {text(move || search.spoken.get())}
            </p>
        </div>
    }
}
