//! The column headers of the track list: an island.

use leptos::prelude::*;

use super::{search_store::SearchStore, sort_header::SortHeader};
use model::artists_differ;
use search::SortBy;

#[component]
pub fn SortHeaders(
    /// The state of the search.
    search: SearchStore,
) -> impl IntoView {
    view! {
        <SortHeader search by=SortBy::Number label="No." />
        <SortHeader search by=SortBy::Title label="Title" />
        {search.with_tracks(artists_differ).then(|| view! { <SortHeader search by=SortBy::Artist label="Artist" /> })}
        <SortHeader search by=SortBy::Length label="Length" />
    }
}
