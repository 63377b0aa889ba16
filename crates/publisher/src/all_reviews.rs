//! Renders the list of all reviews, grouped by year, newest first, with a
//! search box. The page loads no wasm: `all_reviews.js` filters the list, and
//! without JavaScript the box is hidden.

use leptos::prelude::*;

use crate::{
    failure::Failure,
    hue,
    metadata::head_tags,
    scripts,
    shell::{APP, Shell, Slots},
    site::Site,
    site_header::SiteHeader,
    site_index::SiteIndex,
};
use model::{Entry, Review, payload::ALL_REVIEWS};

/// The relative path from the page to the site's root.
const ROOT: &str = "../";

/// Renders the page, one folder below the site's root.
///
/// # Errors
/// Its script has a fault.
pub fn page(shell: &Shell, site: &Site, index: &SiteIndex) -> Result<String, Failure> {
    let script = scripts::ALL_REVIEWS.minified()?;
    let shell = shell.without(APP).with_script(&script);
    let title = format!("All reviews · {}", site.name);
    let canonical = site.url.as_ref().map(|url| format!("{url}{ALL_REVIEWS}"));
    let head = view! {
        <title>{title}</title>
        {canonical.map(|url| view! { <link rel="canonical" href=url /> })}
        {head_tags::of_site(site, ROOT)}
    };
    let header = SiteHeader {
        here: Some(ALL_REVIEWS),
        ..SiteHeader::new(site, index, ROOT)
    };
    Ok(shell.at(ROOT).fill(&Slots {
        language: &site.language,
        hue: hue::PLAIN,
        head: &head.to_html(),
        body: &(header.to_html() + &body(index).to_html()),
    }))
}

fn body(index: &SiteIndex) -> impl IntoView {
    let listed = index.listed(ROOT);
    let count = format!("{} reviews", listed.len());
    let years = listed.chunk_by(|(one, _), (other, _)| year(one) == year(other));
    let years: Vec<_> = years.map(year_of).collect();
    view! {
        <main class="plain">
            <h1 id="heading">"All reviews"</h1>
            <div class="controls search-box" role="search">
                <label for="q">"Find a review"</label>
                <input
                    id="q"
                    type="search"
                    placeholder="title, album, composer, film or year"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    enterkeyhint="search"
                />
            </div>
            <p id="found">{count}</p>
            // The visible text changes with each key press; this one at a
            // pause, for screen readers.
            <p id="spoken" class="spoken" role="status"></p>
            <div id="no-match" class="notice" hidden>
                <p>"No review matches."</p>
                <button type="button">"Show all reviews"</button>
            </div>
            <nav class="others" aria-labelledby="heading">
                {years}
            </nav>
        </main>
    }
}

/// The year in which a review was published.
fn year(review: &Review) -> &str {
    review.published.year()
}

fn year_of(reviews: &[(&Review, Entry)]) -> impl IntoView + use<> {
    let year = reviews.first().map(|(review, _)| year(review).to_owned());
    let items = reviews.iter().map(|(review, entry)| item(review, entry));
    view! {
        <section class="year">
            <h2>{year}</h2>
            <ul class="reviews">{items.collect_view()}</ul>
        </section>
    }
}

fn item(review: &Review, entry: &Entry) -> impl IntoView + use<> {
    let Entry { url, title, facts } = entry.clone();
    let date = review.published.clone();
    view! {
        <li data-words=words(review)>
            <a href=url>{title}</a>
            " "
            <span>{facts}</span>
            " "
            <span>
                <time datetime=date.iso>{date.words}</time>
            </span>
        </li>
    }
}

/// The searchable text of a review: its title, album, artist, composers and works,
/// and the years of the album and of the review.
fn words(review: &Review) -> String {
    let Review { album, works, .. } = review;
    let titles = [&review.title, &album.title].into_iter();
    let people = album.artist.iter().chain(&album.composers);
    let works = works.iter().map(|work| &work.title);
    let names = titles.chain(people).chain(works).map(String::as_str);
    let years = [album.released.year(), year(review)];
    let mut words: Vec<&str> = Vec::new();
    for text in names.chain(years) {
        if !words.contains(&text) {
            words.push(text);
        }
    }
    words.join("\n")
}
