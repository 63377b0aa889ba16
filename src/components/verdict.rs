//! The end of a review: its verdict in one sentence, and its rating.

use leptos::prelude::*;

use model::Rating;

#[component]
pub fn Verdict(
    /// The sentence, if there is one.
    verdict: Option<String>,
    /// The rating, if there is one.
    rating: Option<Rating>,
) -> impl IntoView {
    let rating = rating.map(|Rating { value, best }| {
        view! { <span class="rating">{format!("{value} out of {best}")}</span> }
    });
    (verdict.is_some() || rating.is_some()).then(|| {
        view! {
            <p class="verdict">
                {verdict}
                " "
                {rating}
            </p>
        }
    })
}
