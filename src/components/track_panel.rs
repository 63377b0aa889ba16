//! The tracks beside the article: the controls, the list, and what lies below.

use leptos::prelude::*;

use super::{
    beyond::Beyond, finder::Finder, live_part::live_part, live_search::LiveSearch,
    search_help::SearchHelp, track_table::TrackTable,
};
use model::{
    Review, TracksFile, mentions,
    payload::{BEYOND_ID, FINDER_ID},
};

#[component]
pub fn TrackPanel(
    /// The review whose album's tracks are listed.
    review: Review,
    /// Every album's tracks; `None` on a site of one review.
    every_album: Option<TracksFile>,
) -> impl IntoView {
    let mentions = mentions(&review.article);
    let Review { album, slug, .. } = review;
    let search = LiveSearch::new(album.tracks.clone());
    let switch = every_album.is_some();
    let finder = move || view! { <Finder search switch /> };
    let beyond =
        move || view! { <Beyond search slug=slug.clone() every_album=every_album.clone() /> };
    view! {
        <section class="tracks" aria-labelledby="tracks-heading">
            <h2 id="tracks-heading" tabindex="-1">
                "Tracks"
            </h2>
            <p id="search-failed" class="notice" role="alert" hidden></p>
            {live_part("div", None, FINDER_ID, finder)}
            <SearchHelp album=album.clone() />
            <TrackTable search album mentions />
            {live_part("div", None, BEYOND_ID, beyond)}
        </section>
    }
}
