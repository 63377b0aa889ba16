//! The headers of the track list, each of which sorts it.

use leptos::prelude::*;

use super::{live_search::LiveSearch, sort_header::SortHeader};
use search::SortBy;

#[component]
pub fn Headers(
    /// The search in progress.
    search: LiveSearch,
) -> impl IntoView {
    view! {
        <SortHeader search by=SortBy::Number label="No." />
        <SortHeader search by=SortBy::Title label="Title" />
        <SortHeader search by=SortBy::Length label="Length" />
    }
}
