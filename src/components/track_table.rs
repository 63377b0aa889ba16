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
    Length, Review, Track, TrackId, mention_id, mentions,
    payload::SORT_HEADERS_ID,
    text::{concat, number},
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
    view! {
        <table id="tracks" class:long=long role=long.then_some("table")>
            <thead role=long.then_some("rowgroup")>
                {island("tr", long.then_some("row"), SORT_HEADERS_ID, move || view! { <SortHeaders search /> })}
            </thead>
            {groups}
        </table>
    }
}

/// The groups of rows of the review's album, in playing order.
pub fn track_groups(review: &Review) -> Vec<Markup> {
    let tracks = &review.album.tracks;
    let long = is_long(tracks);
    let mentions = mentions(&review.article);
    let rows_in_group = if long { ROWS_IN_GROUP } else { tracks.len() };
    let mut starts = review.album.starts();
    let mut group = |tracks: &[Track]| {
        element("tbody", |m| {
            role(m, long, "rowgroup");
            for track in tracks {
                row(m, track, starts.next().unwrap_or_default(), &mentions, long);
            }
        })
    };
    tracks
        .chunks(rows_in_group.max(1))
        .map(&mut group)
        .collect()
}

/// The roles keep the table semantics, which block layout removes.
fn role(m: &mut Markup, long: bool, role: &str) {
    if long {
        m.attribute("role", role);
    }
}

/// A table row. It is focusable, so that screen readers announce it when a link
/// leads to it.
fn row(m: &mut Markup, track: &Track, start: Length, mentions: &[(TrackId, u32)], long: bool) {
    let place = track.place();
    let id = place.row_id();
    m.element("tr", |m| {
        m.attribute("id", &id);
        m.attribute("data-seconds", &number(track.length.seconds()));
        role(m, long, "row");
        m.attribute("tabindex", "-1");
        m.element("td", |m| {
            m.class("number");
            role(m, long, "cell");
            m.element("a", |m| {
                m.attribute("href", &concat(&["#", &id]));
                m.attribute("aria-label", &place.in_words());
                m.text(&place.label());
            });
        });
        m.element("th", |m| {
            m.attribute("scope", "row");
            m.class("title");
            role(m, long, "rowheader");
            m.element("span", |m| {
                m.class("name");
                m.text(&track.title);
            });
            for (mentioned, mention) in mentions {
                if *mentioned == place {
                    way_back(m, *mention);
                }
            }
            m.text(" ");
            m.element("span", |m| {
                m.class("start");
                m.text("starts at ");
                m.text(&start.text());
            });
            copy_link(m);
        });
        m.element("td", |m| {
            m.class("length");
            role(m, long, "cell");
            m.text(&track.length.text());
        });
    });
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
