//! Writes `feed.xml`, an Atom feed with the full text of the newest reviews.
//!
//! An entry's content is the article and the track list, rendered by the
//! components of the page. All addresses in it are absolute, because feed
//! readers show it outside the site.

use std::ops::Range;

use atom_syndication::{Content, Entry, Feed, FixedDateTime, Link, Person, Text};
use leptos::prelude::*;

use crate::{address, site::Site, site_index::SiteIndex};
use liner_notes::components::{Markup, element, prose};
use model::{Album, Date, Review, Track};

pub const FEED: &str = "feed.xml";

/// The maximum number of entries, since readers fetch the feed repeatedly and
/// subscribers have read the older reviews.
const MOST: usize = 30;

/// The feed of a site published at `url`.
pub fn feed(site: &Site, url: &str, index: &SiteIndex) -> String {
    let entries: Vec<Entry> = index
        .published()
        .take(MOST)
        .map(|review| entry(review, site, url))
        .collect();
    let feed = Feed {
        title: Text::plain(site.name.clone()),
        id: url.to_owned(),
        // The last change of a review instead of the current time, so that the
        // same reviews produce the same feed.
        updated: entries
            .iter()
            .map(|entry| entry.updated)
            .max()
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
    Entry {
        title: Text::plain(review.title.clone()),
        // A page never changes its address, so the address is a stable id.
        id: page.clone(),
        updated: day(review.last_change()),
        published: Some(day(&review.published)),
        authors: review.authors.iter().map(|name| person(name)).collect(),
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

/// The article and the track list as HTML.
fn content(review: &Review, page: &str) -> String {
    let mut article = review.article.clone();
    address::make_absolute(&mut article, page);
    let content = element("div", |m| {
        m.text_element("p", &review.standfirst);
        prose::blocks(m, &article);
        m.text_element("h2", "Tracks");
        lists(m, &review.album);
    });
    content.to_html()
}

/// A list for each group, below its headings.
fn lists(m: &mut Markup, album: &Album) {
    let mut starts: Vec<usize> = album
        .groups
        .iter()
        .map(|group| group.tracks.start)
        .collect();
    starts.push(0);
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).copied();
    let ends = ends.chain([album.tracks.len()]).collect::<Vec<_>>();
    for (start, end) in starts.into_iter().zip(ends) {
        list(m, album, start..end);
    }
}

fn list(m: &mut Markup, album: &Album, tracks: Range<usize>) {
    for group in &album.groups {
        if group.tracks.start == tracks.start {
            m.text_element("h3", &group.title);
        }
    }
    let tracks = &album.tracks[tracks];
    m.element("ol", |m| {
        if let Some(first) = tracks.first().filter(|first| first.number > 1) {
            m.attribute("start", &first.number.to_string());
        }
        for track in tracks {
            m.text_element("li", &line(track));
        }
    });
}

fn line(track: &Track) -> String {
    let length = track.length.map(|length| format!(" ({length})"));
    let note = track.note.as_ref().map(|note| format!(" [{note}]"));
    let pick = track.pick.then(|| " ★".to_owned());
    let artist = track.artist.as_ref().map(|artist| format!(" – {artist}"));
    let parts = [artist, length, note, pick].into_iter().flatten();
    track.title.clone() + &parts.collect::<String>()
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

/// Atom requires a time; use midnight UTC.
fn day(date: &Date) -> FixedDateTime {
    let midnight = format!("{}T00:00:00Z", date.iso);
    midnight
        .parse()
        .expect("a review's date is a day of the calendar")
}

/// Whether XML allows the character. Most control characters are forbidden even
/// when escaped, but a title can contain one.
fn is_of_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}
