//! The track list as it is published: every row, in playing order. In the
//! browser `live_rows.rs` keeps the rows as the search has them.

use leptos::prelude::*;

use super::{
    copy_link::CopyLink, island::island, search_store::SearchStore, sort_headers::SortHeaders,
};
use model::{Album, Length, Track, TrackId, mention_id, payload::SORT_HEADERS_ID};

/// Above this many rows the browser skips the layout of those out of view,
/// which a true table layout does not allow.
const LONG: usize = 200;
/// Rows of a group whose layout is skipped together. A key costs the rows of the
/// groups in view, and a little for each group whose size it changes: half as
/// many or twice as many rows took longer. `track-table.css` has the same number.
pub const ROWS_IN_GROUP: usize = 50;

#[component]
pub fn TrackTable(
    /// The search in progress.
    search: SearchStore,
    /// The album whose tracks are listed.
    album: Album,
    /// Where the review mentions which track.
    mentions: Vec<(TrackId, u32)>,
) -> impl IntoView {
    let long = album.tracks.len() > LONG;
    let group = if long {
        ROWS_IN_GROUP
    } else {
        album.tracks.len()
    };
    let starts = album.starts().collect::<Vec<_>>();
    let mut rows = album.tracks.into_iter().zip(starts).peekable();
    let mut groups = Vec::new();
    while rows.peek().is_some() {
        let rows = rows.by_ref().take(group);
        let rows = rows.map(|(track, start)| row(track, start, &mentions, long));
        let rows = rows.collect_view();
        groups.push(view! { <tbody role=long.then_some("rowgroup")>{rows}</tbody> });
    }
    view! {
        // Rows that are no table rows to the layout are still to be such for
        // assistive technology, which the roles see to.
        <table id="tracks" class:long=long role=long.then_some("table")>
            <thead role=long.then_some("rowgroup")>
                {island("tr", long.then_some("row"), SORT_HEADERS_ID, move || view! { <SortHeaders search /> })}
            </thead>
            {groups}
        </table>
    }
}

/// A row takes the focus where a link leads to it, so that it is spoken.
fn row(
    track: Track,
    start: Length,
    mentions: &[(TrackId, u32)],
    long: bool,
) -> impl IntoView + use<> {
    let place = track.place();
    let id = place.to_string();
    let seconds = track.length.seconds();
    let cell = long.then_some("cell");
    let ways_back = mentions
        .iter()
        .filter(|(mentioned, _)| *mentioned == place)
        .map(|(_, mention)| way_back(*mention))
        .collect_view();
    view! {
        <tr id=id.clone() data-seconds=seconds role=long.then_some("row") tabindex="-1">
            <td class="number" role=cell>
                <a href=format!("#{id}") aria-label=place.in_words()>
                    {place.label()}
                </a>
            </td>
            <th scope="row" class="title" role=long.then_some("rowheader")>
                <span class="name">{track.title}</span>
                {ways_back}
                " "
                <span class="start">{format!("starts at {start}")}</span>
                <CopyLink />
            </th>
            <td class="length" role=cell>
                {track.length.to_string()}
            </td>
        </tr>
    }
}

/// The way from a row to the sentence that mentions its track.
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
