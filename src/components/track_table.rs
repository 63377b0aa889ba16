//! The track list as the publisher renders it: every row, in playing order. In the
//! browser `dom/rows/` updates the rows.

use leptos::prelude::*;

use super::{
    copy_link::copy_link,
    island::island,
    markup::{Markup, element},
    search_store::SearchStore,
    sort_headers::SortHeaders,
};
use model::{
    Group, Length, Review, Track, TrackId, artists_differ, mention_id, mentions,
    payload::SORT_HEADERS_ID,
    starts,
    text::{concat, count, number},
};

/// A table with more rows is *long*: the browser skips the layout of rows out of
/// view, which needs block layout instead of table layout.
const LONG: usize = 200;
/// Rows per group of a long table; the browser skips layout group by group. A key
/// costs a layout of the groups in view, and a little for each group whose size
/// changes: half or twice as many rows were slower. `track-table.css` has the same
/// number.
pub const ROWS_IN_GROUP: usize = 50;

/// Whether the table of these tracks is long.
pub fn is_long(tracks: &[Track]) -> bool {
    tracks.len() > LONG
}

#[component]
pub fn TrackTable(
    /// The state of the search.
    search: SearchStore,
    /// The groups of rows.
    groups: Vec<Markup>,
) -> impl IntoView {
    let long = search.with_tracks(is_long);
    let artists = search.with_tracks(artists_differ);
    view! {
        <table id="tracks" class:long=long class:with-artists=artists role=long.then_some("table")>
            <thead role=long.then_some("rowgroup")>
                {island("tr", long.then_some("row"), SORT_HEADERS_ID, move || view! { <SortHeaders search /> })}
            </thead>
            {groups}
        </table>
    }
}

/// What rows depend on besides their tracks.
#[derive(Clone, Copy)]
struct Look {
    long: bool,
    /// Whether there is a column of artists.
    artists: bool,
}

/// The groups of rows of the review's album, in playing order.
pub fn track_groups(review: &Review) -> Vec<Markup> {
    let album = &review.album;
    let tracks = &album.tracks;
    let look = Look {
        long: is_long(tracks),
        artists: artists_differ(tracks),
    };
    let mentions = mentions(&review.article);
    let rows_in_group = if look.long {
        ROWS_IN_GROUP
    } else {
        tracks.len()
    };
    let mut rows = tracks.iter().zip(starts(tracks)).enumerate();
    let mut group = |tracks: &[Track]| {
        element("tbody", |m| {
            role(m, look, "rowgroup");
            for (at, (track, start)) in rows.by_ref().take(tracks.len()) {
                for group in &album.groups {
                    if group.tracks.start == at {
                        heading(m, group, &album.tracks, look);
                    }
                }
                row(m, track, start, &mentions, look);
            }
        })
    };
    tracks
        .chunks(rows_in_group.max(1))
        .map(&mut group)
        .collect()
}

/// The roles keep the table semantics, which block layout removes.
fn role(m: &mut Markup, look: Look, role: &str) {
    if look.long {
        m.attribute("role", role);
    }
}

/// The heading of a group, with its running time. `dom/rows/` hides it where none
/// of its tracks is shown, and the style sheet where the rows are not in playing
/// order.
fn heading(m: &mut Markup, group: &Group, tracks: &[Track], look: Look) {
    let time = group.running_time(tracks);
    let is_known = time.known > Length::ZERO;
    m.element("tr", |m| {
        m.class("group");
        m.attribute("data-first", &count(group.tracks.start));
        m.attribute("data-end", &count(group.tracks.end));
        role(m, look, "row");
        m.element("th", |m| {
            m.attribute("scope", "row");
            m.attribute("colspan", if look.artists { "3" } else { "2" });
            role(m, look, "rowheader");
            m.text(&group.title);
            // Beside the title, so that the column of lengths stays narrow.
            if time.at_least && is_known {
                note(m, "at least");
            }
        });
        let known = (is_known || !time.at_least).then_some(time.known);
        length_cell(m, known, look);
    });
}

/// A table row. It is focusable, so that screen readers announce it when a link
/// leads to it.
fn row(
    m: &mut Markup,
    track: &Track,
    start: Option<Length>,
    mentions: &[(TrackId, u32)],
    look: Look,
) {
    let place = track.place();
    let id = place.row_id();
    m.element("tr", |m| {
        m.attribute("id", &id);
        if let Some(length) = track.length {
            m.attribute("data-seconds", &number(length.seconds()));
        }
        role(m, look, "row");
        m.attribute("tabindex", "-1");
        m.element("td", |m| {
            m.class("number");
            role(m, look, "cell");
            m.element("a", |m| {
                m.attribute("href", &concat(&["#", &id]));
                m.attribute("aria-label", &place.in_words());
                m.text(&place.label());
            });
        });
        m.element("th", |m| {
            m.attribute("scope", "row");
            m.class("title");
            role(m, look, "rowheader");
            span(m, "name", &track.title);
            if track.pick {
                pick(m);
            }
            if let Some(text) = &track.note {
                note(m, text);
            }
            for (mentioned, mention) in mentions {
                if *mentioned == place {
                    way_back(m, *mention);
                }
            }
            m.text(" ");
            if let Some(start) = start {
                span(m, "start", &concat(&["starts at ", &start.text()]));
            }
            copy_link(m);
        });
        if look.artists {
            m.element("td", |m| {
                m.class("artist");
                role(m, look, "cell");
                m.text(track.artist.as_deref().unwrap_or_default());
            });
        }
        length_cell(m, track.length, look);
    });
}

fn span(m: &mut Markup, class: &str, text: &str) {
    m.element("span", |m| {
        m.class(class);
        m.text(text);
    });
}

/// The mark of a track that the writer recommends.
fn pick(m: &mut Markup) {
    m.element("span", |m| {
        m.class("pick");
        // It stays with the last word of the title.
        m.text("\u{a0}");
        sign(m, "★", "picked by the reviewer");
    });
}

fn note(m: &mut Markup, text: &str) {
    span(m, "note", &concat(&[" ", text]));
}

/// A length, or the sign of one that nobody knows.
fn length_cell(m: &mut Markup, length: Option<Length>, look: Look) {
    m.element("td", |m| {
        m.class("length");
        role(m, look, "cell");
        match length {
            Some(length) => m.text(&length.text()),
            None => sign(m, "?", "unknown"),
        }
    });
}

/// A sign for readers who see it, and words for those who hear it.
fn sign(m: &mut Markup, sign: &str, words: &str) {
    m.element("span", |m| {
        m.attribute("aria-hidden", "true");
        m.text(sign);
    });
    span(m, "spoken", words);
}

/// The link from a row to the sentence that mentions its track.
fn way_back(m: &mut Markup, mention: u32) {
    const WORDS: &str = "Where the review mentions it";
    m.element("a", |m| {
        m.class("way-back");
        m.attribute("href", &concat(&["#", &mention_id(mention)]));
        m.attribute("title", WORDS);
        m.attribute("aria-label", WORDS);
        m.text("¶");
    });
}
