//! The whole page of one review: the article, beside it its tracks, and below
//! them the ways to other reviews.

use leptos::prelude::*;

use super::{
    credits::Credits, live_search::LiveSearch, masthead::Masthead, other_reviews::OtherReviews,
    prose, track_panel::TrackPanel,
};
use crate::{
    browser,
    filter::Search,
    review::{Others, Review},
};

#[component]
pub fn App(
    /// What the page shows; the first render depends on nothing else.
    review: Review,
    /// The ways to the site's other reviews, as carried by the page.
    others: Others,
    /// What the reader has asked for before the page was live, applied after
    /// the first render; every track by default.
    #[prop(optional)]
    wanted: Search,
) -> impl IntoView {
    let search = LiveSearch::new(&review.album);
    // Effects run in browsers only, after the first render.
    Effect::new(move || {
        search.take_over(wanted.clone());
        browser::mark_opened();
        browser::on_travel(move |wanted, followed| {
            search.take_over(wanted);
            if let Some(id) = followed {
                search.reveal(&id);
            }
        });
        browser::on_key(move || {
            search.text.set(String::new());
            search.settle();
        });
        // Made now, the index does not delay the first key.
        search.with_index(|_| ());
    });
    let prose = prose::blocks(review.article.clone());
    view! {
        <main>
            <article class="review">
                <Masthead review=review.clone() />
                <div class="text">
                    <div class="prose">{prose}</div>
                    <Credits review=review.clone() />
                </div>
                <TrackPanel review search every_album=others.tracks.clone() />
            </article>
        </main>
        <OtherReviews others />
    }
}
