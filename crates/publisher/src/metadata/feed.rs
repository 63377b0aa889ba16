//! `feed.xml`: the newest reviews in full, as an Atom feed.
//!
//! An entry's content is the article, rendered by the page's own components,
//! and the track list. A feed reader shows it anywhere, so each address in it
//! is one in full.

use atom_syndication::{Content, Entry, Feed, FixedDateTime, Link, Person, Text};
use leptos::prelude::*;

use super::FEED;
use crate::{address, site::Site, site_index::SiteIndex};
use liner_notes::components::prose;
use model::{Album, Date, Review, Track};

/// What a feed reader fetches again and again holds no more than these. Who
/// follows a site has read the older ones.
const MOST: usize = 30;

/// The feed of a site that will stand at `url`.
pub fn feed(site: &Site, url: &str, shelf: &SiteIndex) -> String {
    let entries: Vec<Entry> = shelf
        .published()
        .take(MOST)
        .map(|review| entry(review, site, url))
        .collect();
    let feed = Feed {
        title: Text::plain(site.name.clone()),
        id: url.to_owned(),
        // The newest review's day: a feed of the same reviews stays the same.
        updated: entries
            .first()
            .map(|entry| entry.updated)
            .unwrap_or_default(),
        authors: vec![person(site.author.as_ref().unwrap_or(&site.name))],
        links: vec![
            link("self", &format!("{url}{FEED}"), "application/atom+xml"),
            link("alternate", url, "text/html"),
        ],
        lang: Some(site.language.clone()),
        entries,
        ..Feed::default()
    };
    let mut xml = feed.to_string();
    xml.retain(is_of_xml);
    xml
}

fn entry(review: &Review, site: &Site, url: &str) -> Entry {
    let page = format!("{url}{}/", review.slug);
    let day = day(&review.published);
    Entry {
        title: Text::plain(review.title.clone()),
        // A page keeps its address, and no other page ever has it.
        id: page.clone(),
        updated: day,
        published: Some(day),
        authors: review.author.iter().map(|name| person(name)).collect(),
        links: vec![link("alternate", &page, "text/html")],
        summary: Some(Text::plain(review.standfirst.clone())),
        content: Some(Content {
            base: Some(page.clone()),
            lang: Some(site.language.clone()),
            value: Some(content(review, &page)),
            content_type: Some("html".to_owned()),
            src: None,
        }),
        ..Entry::default()
    }
}

/// The article and its tracks as HTML.
fn content(review: &Review, page: &str) -> String {
    let mut article = review.article.clone();
    address::make_absolute(&mut article, page);
    let html = view! {
        <p>{review.standfirst.clone()}</p>
        {prose::blocks(article)}
        <h2>"Tracks"</h2>
        {discs(&review.album)}
    }
    .to_html();
    // Leptos marks for hydration where one text ends and the next begins.
    html.replace("<!>", "")
}

fn discs(album: &Album) -> Vec<impl IntoView> {
    let discs = album.tracks.chunk_by(|a, b| a.disc == b.disc);
    discs.map(disc).collect()
}

fn disc(tracks: &[Track]) -> impl IntoView + use<> {
    let heading = tracks[0].disc.map(|disc| format!("Disc {disc}"));
    let item = |track: &Track| {
        let line = format!("{} ({})", track.title, track.length);
        view! { <li>{line}</li> }
    };
    view! {
        {heading.map(|heading| view! { <h3>{heading}</h3> })}
        <ol>{tracks.iter().map(item).collect_view()}</ol>
    }
}

fn person(name: &str) -> Person {
    Person {
        name: name.to_owned(),
        ..Person::default()
    }
}

fn link(rel: &str, href: &str, kind: &str) -> Link {
    Link {
        href: href.to_owned(),
        rel: rel.to_owned(),
        mime_type: Some(kind.to_owned()),
        ..Link::default()
    }
}

/// A day has no hour, and Atom wants one: its first, in UTC.
fn day(date: &Date) -> FixedDateTime {
    let midnight = format!("{}T00:00:00Z", date.iso);
    midnight
        .parse()
        .expect("a review's date is a day of the calendar")
}

/// XML has no place for most control characters, not even escaped; a writer's
/// title can hold one all the same.
fn is_of_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}
