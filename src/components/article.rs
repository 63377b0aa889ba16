//! The review itself: its head, its prose, and the credits at its foot.

use leptos::prelude::*;

use super::{credits::Credits, masthead::Masthead, prose};
use crate::review::Review;

#[component]
pub fn Article(
    /// The review whose text is shown.
    review: Review,
) -> impl IntoView {
    let prose = prose::blocks(review.article.clone());
    view! {
        <article class="review">
            <Masthead review=review.clone() />
            <div class="prose">{prose}</div>
            <Credits review />
        </article>
    }
}
