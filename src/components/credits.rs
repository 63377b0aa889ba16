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
    let music =
        (!album.composers.is_empty()).then(|| format!(", music by {}", album.composed_by()));
    let artist = album
        .artist
        .map(|artist| format!(", performed by {artist}"));
    let credits: String = music.into_iter().chain(artist).collect();
    let credits = credits + ". ";
    view! {
        <footer class="credits">
            <p>
                <cite>{album.title}</cite>
                {credits}
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
