//! The header of a review: series, title, standfirst, byline and the album's
//! facts, beside a drawing of the album as a record.

use leptos::prelude::*;

use model::{Date, Review, Work, WorkKind, record, text::listed};
use search::Matches;

#[component]
pub fn Masthead(
    /// The review whose header is shown.
    review: Review,
) -> impl IntoView {
    let size = Matches::all(&review.album.tracks).status();
    let reading = format!("{} min read", review.reading_minutes);
    // A no-break space keeps a dash off the start of a line.
    let title = review.title.replace(" –", "\u{a0}–");
    let album = review.album;
    let music = Some(album.composed_by()).filter(|music| !music.is_empty());
    let label: Vec<String> = album.label.into_iter().chain(album.catalogue).collect();
    let label = Some(label.join(", ")).filter(|label| !label.is_empty());
    let bands = record::bands(&album.tracks);
    view! {
        <header class="masthead">
            // Decorative: the track list has the same information.
            <svg class="record" viewBox=record::VIEW_BOX aria-hidden="true">
                <circle class="vinyl" r=record::EDGE />
                <path class="bands" d=bands />
                <circle class="label" r=record::LABEL />
                <circle class="hole" r=record::HOLE />
            </svg>
            {review.series.map(|series| view! { <p class="kicker">{series}</p> })}
            <h1>{title}</h1>
            <p class="standfirst">{review.standfirst}</p>
            <p class="byline">
                {(!review.authors.is_empty())
                    .then(|| view! { <span class="author">{format!("By {}", listed(&review.authors))}</span> })}
                <Day date=review.published /> <span>{reading}</span>
            </p>
            <dl class="facts">
                {music.map(|music| view! { <Fact term="Music" text=music /> })}
                {album.artist.map(|artist| view! { <Fact term="Artist" text=artist /> })}
                {facts_of(review.works)}
                <div>
                    <dt>"Released"</dt>
                    <dd>
                        <Day date=album.released />
                    </dd>
                </div>
                {label.map(|label| view! { <Fact term="Label" text=label /> })}
                <Fact term="Album" text=size />
            </dl>
            <a class="jump" href="#tracks-heading">
                "Jump to the tracks"
            </a>
        </header>
    }
}

/// What the music was written for.
fn facts_of(works: Vec<Work>) -> impl IntoView {
    let facts = works.into_iter().flat_map(|work| {
        let (term, maker) = match work.kind {
            WorkKind::Film => ("Film", "Director"),
            WorkKind::Game => ("Game", "Developer"),
            WorkKind::Show => ("Series", ""),
            WorkKind::Stage => ("Stage", ""),
        };
        let maker = work.maker.map(|name| (maker, name));
        let platform = work.platform.map(|name| ("Platform", name));
        [Some((term, work.title)), maker, platform]
    });
    facts
        .flatten()
        .map(|(term, text)| view! { <Fact term text /> })
        .collect_view()
}

/// One fact about the album.
#[component]
fn Fact(
    /// The fact's term.
    term: &'static str,
    /// The fact's value, not empty.
    text: String,
) -> impl IntoView {
    view! {
        <div>
            <dt>{term}</dt>
            <dd>{text}</dd>
        </div>
    }
}

/// A date in words, in a `time` element with its ISO form.
#[component]
fn Day(
    /// The day.
    date: Date,
) -> impl IntoView {
    view! { <time datetime=date.iso>{date.words}</time> }
}
