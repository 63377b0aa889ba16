//! The whole page of one review: the article, beside it its tracks, and below
//! them the ways to other reviews.
//!
//! Only the publisher renders it. In the browser those parts of it are hydrated
//! that react (`island.rs`); what stands still costs the wasm nothing.

use leptos::prelude::*;

use super::{
    credits::Credits, latest_reviews::LatestReviews, masthead::Masthead,
    other_reviews::OtherReviews, prose, track_panel::TrackPanel,
};
use model::Page;

#[component]
pub fn App(
    /// What the page shows; nothing else decides what is rendered.
    page: Page,
) -> impl IntoView {
    let Page { review, others } = page;
    let prose = prose::blocks(review.article.clone());
    view! {
        <main>
            <article class="review">
                <Masthead review=review.clone() />
                <div class="text">
                    <LatestReviews entries=others.latest.clone() all=others.all.clone() />
                    <div class="prose">{prose}</div>
                    <Credits review=review.clone() />
                    // On a phone it stays within reach all through the text.
                    <a class="to-tracks" href="#tracks-heading">
                        "Find a track"
                    </a>
                </div>
                <TrackPanel review every_album=others.tracks.clone() />
            </article>
        </main>
        <OtherReviews others />
    }
}
