//! The tracks beside the article: the controls, what they leave, and the list.

use leptos::prelude::*;

use super::{
    length_range::LengthRange, search::Search, search_box::SearchBox, track_status::TrackStatus,
    track_table::TrackTable,
};
use crate::review::Album;

#[component]
pub fn TrackPanel(
    /// The album whose tracks are listed.
    album: Album,
    /// What the reader looks for.
    search: Search,
) -> impl IntoView {
    let span = album.length_span();
    view! {
        <section class="tracks" aria-labelledby="tracks-heading">
            <h2 id="tracks-heading" tabindex="-1">
                "Tracks"
            </h2>
            <p id="search-failed" class="notice" role="alert" hidden></p>
            <div class="controls" role="search">
                <SearchBox search />
                <LengthRange search span />
            </div>
            <TrackStatus search />
            <TrackTable tracks=album.tracks search />
        </section>
    }
}
