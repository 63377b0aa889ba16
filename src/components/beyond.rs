//! What lies below the list: taking along what is shown, and what the search
//! finds in other albums.

use leptos::prelude::*;

use super::{live_search::LiveSearch, other_albums::OtherAlbums, take_along::TakeAlong};
use model::TracksFile;

#[component]
pub fn Beyond(
    /// The search in progress.
    search: LiveSearch,
    /// The review's slug.
    slug: String,
    /// Every album's tracks; `None` on a site of one review.
    every_album: Option<TracksFile>,
) -> impl IntoView {
    view! {
        <TakeAlong search slug=slug.clone() />
        {every_album.map(|file| view! { <OtherAlbums search file slug /> })}
    }
}
