//! The headers of the track list, each of which sorts it.

use leptos::prelude::*;

use super::{search_store::SearchStore, sort_header::SortHeader};
use search::SortBy;

#[component]
pub fn SortHeaders(
    /// The search in progress.
    search: SearchStore,
) -> impl IntoView {
    view! {
        <SortHeader search by=SortBy::Number label="No." />
        <SortHeader search by=SortBy::Title label="Title" />
        <SortHeader search by=SortBy::Length label="Length" />
    }
}
