//! The line that tells how many tracks are shown and how long they run.

use leptos::prelude::*;

use super::search::Search;

#[component]
pub fn TrackStatus(
    /// What the reader looks for.
    search: Search,
) -> impl IntoView {
    view! {
        <p id="track-status" role="status">
            {move || search.selection.with(|selection| selection.status())}
        </p>
    }
}
