//! The track list as the publisher renders it: every row, in playing order. In the
//! browser `dom/rows/` updates the rows.

use std::ops::Range;

use leptos::prelude::*;

use super::{
    copy_link::CopyLink, island::island, search_store::SearchStore, sort_headers::SortHeaders,
};
use model::{
    Album, Group, Length, Track, TrackId, artists_differ, mention_id, payload::SORT_HEADERS_ID,
    starts,
};

/// A table with more rows is *long*: the browser skips the layout of rows out of
/// view, which needs block layout instead of table layout.
const LONG: usize = 200;
/// Rows per group of a long table; the browser skips layout group by group. A key
/// costs a layout of the groups in view, and a little for each group whose size
/// changes: half or twice as many rows were slower. `track-table.css` has the same
/// number.
pub const ROWS_IN_GROUP: usize = 50;

#[component]
pub fn TrackTable(
    /// The state of the search.
    search: SearchStore,
    /// The album whose tracks are listed.
    album: Album,
    /// The review's mentions: the track, and the number of the mention.
    mentions: Vec<(TrackId, u32)>,
) -> impl IntoView {
    let long = album.tracks.len() > LONG;
    let group = if long {
        ROWS_IN_GROUP
    } else {
        album.tracks.len()
    };
    let artists = artists_differ(&album.tracks);
    let look = Look { long, artists };
    let starts = starts(&album.tracks).collect::<Vec<_>>();
    let headings = album.groups.iter();
    let headings: Vec<_> = headings
        .map(|group| (group.tracks.start, heading(group, &album.tracks, look)))
        .collect();
    let mut headings = headings.into_iter().peekable();
    let mut rows = album.tracks.into_iter().zip(starts).enumerate().peekable();
    let mut groups = Vec::new();
    while rows.peek().is_some() {
        let mut views = Vec::new();
        for (at, (track, start)) in rows.by_ref().take(group) {
            while let Some((_, heading)) = headings.next_if(|(first, _)| *first == at) {
                views.push(heading.into_any());
            }
            views.push(row(track, start, &mentions, look).into_any());
        }
        groups.push(view! { <tbody role=long.then_some("rowgroup")>{views}</tbody> });
    }
    view! {
        // The roles keep the table semantics, which block layout removes.
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

/// The heading of a group, with its running time. `dom/rows/` hides it where none
/// of its tracks is shown, and the style sheet where the rows are not in playing
/// order.
fn heading(group: &Group, tracks: &[Track], look: Look) -> impl IntoView + use<> {
    let Range { start, end } = group.tracks;
    let role = look.long.then_some("row");
    let columns = if look.artists { "3" } else { "2" };
    let time = group.running_time(tracks);
    let is_known = time.known > Length::ZERO;
    // Beside the title, so that the column of lengths stays narrow.
    let at_least = (time.at_least && is_known).then(|| note("at least".to_owned()));
    let time = (is_known || !time.at_least).then_some(time.known);
    view! {
        <tr class="group" data-first=start data-end=end role=role>
            <th scope="row" colspan=columns role=look.long.then_some("rowheader")>
                {group.title.clone()}
                {at_least}
            </th>
            <td class="length" role=look.long.then_some("cell")>
                {length(time)}
            </td>
        </tr>
    }
}

/// A table row. It is focusable, so that screen readers announce it when a link
/// leads to it.
fn row(
    track: Track,
    start: Option<Length>,
    mentions: &[(TrackId, u32)],
    Look { long, artists }: Look,
) -> impl IntoView + use<> {
    let place = track.place();
    let id = place.row_id();
    let seconds = track.length.map(Length::seconds);
    let start = start.map(|start| {
        view! { <span class="start">{format!("starts at {start}")}</span> }
    });
    let cell = long.then_some("cell");
    let mentions = mentions.iter().filter(|(mentioned, _)| *mentioned == place);
    let length = view! {
        <td class="length" role=cell>
            {length(track.length)}
        </td>
    };
    let artist = track.artist;
    let cells = match artists {
        true => view! { <td class="artist" role=cell>{artist}</td> {length} }.into_any(),
        false => length.into_any(),
    };
    // One list, because each optional view would leave a comment in the HTML.
    let mut beside_title = Vec::new();
    beside_title.extend(track.pick.then(|| pick().into_any()));
    beside_title.extend(track.note.map(|text| note(text).into_any()));
    beside_title.extend(mentions.map(|(_, mention)| way_back(*mention).into_any()));
    view! {
        <tr id=id.clone() data-seconds=seconds role=long.then_some("row") tabindex="-1">
            <td class="number" role=cell>
                <a href=format!("#{id}") aria-label=place.in_words()>
                    {place.label()}
                </a>
            </td>
            <th scope="row" class="title" role=long.then_some("rowheader")>
                <span class="name">{track.title}</span>
                {beside_title}
                " "
                {start}
                <CopyLink />
            </th>
            {cells}
        </tr>
    }
}

/// The mark of a track that the writer recommends.
fn pick() -> impl IntoView {
    view! {
        <span class="pick">
            // It stays with the last word of the title.
            "\u{a0}"
            <span aria-hidden="true">"★"</span>
            <span class="spoken">"picked by the reviewer"</span>
        </span>
    }
}

fn note(text: String) -> impl IntoView {
    view! { <span class="note">{format!(" {text}")}</span> }
}

/// A length, or the sign of one that nobody knows.
fn length(length: Option<Length>) -> AnyView {
    match length {
        Some(length) => length.text().into_any(),
        None => view! {
            <span aria-hidden="true">"?"</span>
            <span class="spoken">"unknown"</span>
        }
        .into_any(),
    }
}

/// The link from a row to the sentence that mentions its track.
fn way_back(mention: u32) -> impl IntoView {
    view! {
        <a
            class="way-back"
            href=format!("#{}", mention_id(mention))
            title="Where the review mentions it"
            aria-label="Where the review mentions it"
        >
            "¶"
        </a>
    }
}
