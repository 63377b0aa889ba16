//! The whole page of one review: the article and, beside it, its tracks.

use leptos::prelude::*;

use super::{
    article::Article,
    search::{Search, Typed},
    track_panel::TrackPanel,
};
use crate::review::Review;

#[component]
pub fn App(
    /// What the page shows; the first render depends on nothing else.
    review: Review,
    /// What the reader has typed before the page was live, applied after the
    /// first render; nothing by default.
    #[prop(optional)]
    typed: Typed,
) -> impl IntoView {
    let search = Search::new(&review.album);
    Effect::new(move || search.apply(&typed));
    let album = review.album.clone();
    view! {
        <a class="jump" href="#tracks-heading">
            "Jump to the tracks"
        </a>
        <main class="page">
            <Article review />
            <TrackPanel album search />
        </main>
    }
}
