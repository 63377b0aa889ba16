//! Links to other reviews: the previous, the next, and a list of the newest. A
//! site with one review has none.

use leptos::prelude::*;

use super::review_list::ReviewList;
use model::{Entry, Others};

#[component]
pub fn OtherReviews(
    /// The links; nothing is rendered if there are no other reviews.
    others: Others,
) -> impl IntoView {
    let Others {
        previous,
        next,
        newest,
        all,
        ..
    } = others;
    let several = all.is_some();
    several.then(|| {
        view! {
            <nav class="others" aria-labelledby="others-heading">
                <h2 id="others-heading">"More reviews"</h2>
                <p class="neighbours">
                    {neighbour("prev", "Previous", previous)} {neighbour("next", "Next", next)}
                </p>
                {(!newest.is_empty()).then(|| view! { <ReviewList entries=newest /> })}
                {all.map(|all| view! { <p><a href=all>"All reviews"</a></p> })}
            </nav>
        }
    })
}

fn neighbour(rel: &'static str, word: &'static str, entry: Option<Entry>) -> impl IntoView {
    entry.map(|entry| {
        view! {
            <a href=entry.url rel=rel>
                <span>{word}</span>
                " "
                {entry.title}
            </a>
        }
    })
}
