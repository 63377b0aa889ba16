//! The footer of the track list: export buttons, and results in other albums. An
//! island.

use leptos::prelude::*;

use super::{export_bar::ExportBar, other_albums::OtherAlbums, search_store::SearchStore};
use model::TracksFile;

#[component]
pub fn ListFooter(
    /// The state of the search.
    search: SearchStore,
    /// The review's slug.
    slug: String,
    /// Every album's tracks; `None` on a site of one review.
    every_album: Option<TracksFile>,
) -> impl IntoView {
    view! {
        <ExportBar search slug=slug.clone() />
        {every_album.map(|file| view! { <OtherAlbums search file slug /> })}
    }
}
