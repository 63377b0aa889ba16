//! The controls above the list: what they leave of it is shown at once.

use leptos::prelude::*;

use super::{
    album_shape::AlbumShape, album_switch::AlbumSwitch, length_range::LengthRange,
    live_search::LiveSearch, no_match::NoMatch, search_box::SearchBox, track_status::TrackStatus,
};

#[component]
pub fn Finder(
    /// The search in progress.
    search: LiveSearch,
    /// Whether there are other albums to be searched.
    switch: bool,
) -> impl IntoView {
    view! {
        <div class="controls" role="search">
            <SearchBox search />
            {switch.then(|| view! { <AlbumSwitch search /> })}
        </div>
        <AlbumShape search />
        <div class="controls">
            <LengthRange search />
        </div>
        <TrackStatus search />
        <NoMatch search switch />
    }
}
