//! The footer of a review: the album's title and composer, its edition, and the
//! source that the review is based on.

use leptos::prelude::*;

use model::Review;

#[component]
pub fn Credits(
    /// The review whose credits are shown.
    review: Review,
) -> impl IntoView {
    let album = review.album;
    view! {
        <footer class="credits">
            <p>
                <cite>{album.title}</cite>
                {format!(", music by {}. ", album.composer)}
                {album.edition}
            </p>
            {review
                .source
                .map(|source| {
                    view! {
                        <p>
                            "After "
                            <a href=source.url rel="external">
                                {format!("“{}”", source.title)}
                            </a>
                            {format!(", {}, {}.", source.publisher, source.published.words)}
                        </p>
                    }
                })}
        </footer>
    }
}
