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
    let mut columns = vec![(SortBy::Number, "No."), (SortBy::Title, "Title")];
    if search.with_tracks(artists_differ) {
        columns.push((SortBy::Artist, "Artist"));
    }
    columns.push((SortBy::Length, "Length"));
    // A list, because an optional header would add 80 bytes of wasm.
    columns
        .into_iter()
        .map(|(by, label)| view! { <SortHeader search by label /> })
        .collect_view()
}
