//! The head of a review: series, title, standfirst and the album's facts.

use leptos::prelude::*;

use crate::{
    filter::Selection,
    review::{Date, Review},
};

#[component]
pub fn Masthead(
    /// The review whose head is shown.
    review: Review,
) -> impl IntoView {
    let size = Selection::all(&review.album.tracks).status();
    let reading = format!("{} min read", review.reading_minutes);
    let album = review.album;
    view! {
        <header class="masthead">
            {review.series.map(|series| view! { <p class="kicker">{series}</p> })}
            <h1>{review.title}</h1>
            <p class="standfirst">{review.standfirst}</p>
            <p class="byline">
                {review
                    .author
                    .map(|author| view! { <span class="author">{format!("By {author}")}</span> })}
                <Day date=review.published /> <span>{reading}</span>
            </p>
            <dl class="facts">
                <Fact term="Music" text=album.composer />
                {review
                    .film
                    .and_then(|film| film.director)
                    .map(|director| view! { <Fact term="Director" text=director /> })}
                <div>
                    <dt>"Released"</dt>
                    <dd>
                        <Day date=album.released />
                    </dd>
                </div>
                {album.label.map(|label| view! { <Fact term="Label" text=label /> })}
                <Fact term="Album" text=size />
            </dl>
        </header>
    }
}

/// One fact of the album's.
#[component]
fn Fact(
    /// What the fact is about.
    term: &'static str,
    /// The fact, not empty.
    text: String,
) -> impl IntoView {
    view! {
        <div>
            <dt>{term}</dt>
            <dd>{text}</dd>
        </div>
    }
}

/// A date in words, with its ISO form for machines.
#[component]
fn Day(
    /// The day.
    date: Date,
) -> impl IntoView {
    view! { <time datetime=date.iso>{date.words}</time> }
}
