//! The page of one review: the article, its tracks beside it, and links to other
//! reviews below.
//!
//! Only the publisher renders it. The browser hydrates its islands (`island.rs`);
//! static content adds nothing to the wasm.

use leptos::prelude::*;

use super::{
    credits::Credits, latest_reviews::LatestReviews, masthead::Masthead,
    other_reviews::OtherReviews, prose, track_panel::TrackPanel, verdict::Verdict,
};
use model::Page;

#[component]
pub fn App(
    /// All the data that the page is rendered from.
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
                    <Verdict verdict=review.verdict.clone() rating=review.rating.clone() />
                    <Credits review=review.clone() />
                    // Sticky on a phone, so it is in reach throughout the text.
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
