//! The tracks beside the article: the controls, what they leave, and the list.

use leptos::prelude::*;

use super::{
    album_shape::AlbumShape, album_switch::AlbumSwitch, length_range::LengthRange,
    live_search::LiveSearch, no_match::NoMatch, other_albums::OtherAlbums, search_box::SearchBox,
    take_along::TakeAlong, track_status::TrackStatus, track_table::TrackTable,
};
use crate::review::{Review, TracksFile, mentions};

#[component]
pub fn TrackPanel(
    /// The review whose album's tracks are listed.
    review: Review,
    /// Every album's tracks; `None` on a site of one review.
    every_album: Option<TracksFile>,
    /// The search in progress.
    search: LiveSearch,
) -> impl IntoView {
    let mentions = mentions(&review.article);
    let Review { album, slug, .. } = review;
    let starts = album.starts().collect::<Vec<_>>();
    view! {
        <section class="tracks" aria-labelledby="tracks-heading">
            <h2 id="tracks-heading" tabindex="-1">
                "Tracks"
            </h2>
            <p id="search-failed" class="notice" role="alert" hidden></p>
            <div class="controls" role="search">
                <SearchBox search />
                {every_album.is_some().then(|| view! { <AlbumSwitch search /> })}
            </div>
            <AlbumShape search tracks=album.tracks.clone() />
            <div class="controls">
                <LengthRange search span=album.length_span() />
            </div>
            <TrackStatus search />
            <NoMatch search />
            <TrackTable search tracks=album.tracks starts mentions />
            <TakeAlong search slug=slug.clone() />
            {every_album.map(|file| view! { <OtherAlbums search file slug /> })}
        </section>
    }
}
