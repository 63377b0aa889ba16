//! What lies below the list: taking along what is shown, and what the search
//! finds in other albums.

use leptos::prelude::*;

use super::{export_bar::ExportBar, other_albums::OtherAlbums, search_store::SearchStore};
use model::TracksFile;

#[component]
pub fn ListFooter(
    /// The search in progress.
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
