//! The track list: every row is rendered once and stays. What a search changes
//! is written to the rows directly, by one effect for all of them.

use leptos::{html, prelude::*, reactive::traits::Track as _};

use super::{copy_link::CopyLink, live_search::LiveSearch, sort_header::SortHeader};
use crate::{
    browser,
    filter::{Sort, SortBy},
    review::{Length, Track, TrackPlace, mention_id},
};

/// Above this many rows the browser skips the layout of those out of view,
/// which a true table layout does not allow.
const LONG: usize = 200;
/// Rows of a group whose layout is skipped together: about a screen. Those of
/// the groups in view are what a key costs. The style sheet knows the number.
const GROUP: usize = 25;

/// Titles that are marked before the next frame is drawn: more than the
/// tallest screen shows, and a fraction of a frame's time.
const AT_ONCE: usize = 200;

#[component]
pub fn TrackTable(
    /// The search in progress.
    search: LiveSearch,
    /// Every track of the album, in playing order.
    tracks: Vec<Track>,
    /// When each of them starts, counted from the album's first second.
    starts: Vec<Length>,
    /// Where the review mentions which track.
    mentions: Vec<(TrackPlace, u32)>,
) -> impl IntoView {
    let table = NodeRef::<html::Table>::new();
    Effect::new(move || {
        if let Some(table) = table.get() {
            follow(search, browser::Rows::of(&table));
        }
    });
    let long = tracks.len() > LONG;
    let group = if long { GROUP } else { tracks.len() };
    let said = RwSignal::new(None);
    let mut rows = tracks.into_iter().zip(starts).peekable();
    let mut groups = Vec::new();
    while rows.peek().is_some() {
        let rows = rows.by_ref().take(group).map(|(track, start)| {
            let copy = (!long).then(|| view! { <CopyLink search place=track.place() said /> });
            row(track, start, &mentions, copy, long)
        });
        let rows = rows.collect_view();
        groups.push(view! { <tbody role=long.then_some("rowgroup")>{rows}</tbody> });
    }
    view! {
        // Rows that are no table rows to the layout are still to be such for
        // assistive technology, which the roles see to.
        <table id="tracks" class:long=long role=long.then_some("table") node_ref=table>
            <thead role=long.then_some("rowgroup")>
                <tr role=long.then_some("row")>
                    <SortHeader search by=SortBy::Number label="No." />
                    <SortHeader search by=SortBy::Title label="Title" />
                    <SortHeader search by=SortBy::Length label="Length" />
                </tr>
            </thead>
            {groups}
        </table>
    }
}

/// A row takes the focus where a link leads to it, so that it is spoken.
fn row<C: IntoView>(
    track: Track,
    start: Length,
    mentions: &[(TrackPlace, u32)],
    copy: Option<C>,
    long: bool,
) -> impl IntoView + use<C> {
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
                <a href=format!("#{id}")>{place.label()}</a>
            </td>
            <td class="title" role=cell>
                <span class="name">{track.title}</span>
                {ways_back}
                " "
                <span class="start">{format!("starts at {start}")}</span>
                {copy}
            </td>
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

/// Keeps the rows as the search has them, from now on.
fn follow(search: LiveSearch, rows: browser::Rows) {
    let rows = StoredValue::new_local(rows);
    Effect::new(move |rendered: Option<()>| {
        search.order.with(|order| {
            // Rows were rendered in playing order.
            if rendered.is_some() || search.sort.get_untracked() != Sort::default() {
                rows.update_value(|rows| rows.arrange(order));
            }
        });
    });
    let turn = StoredValue::new(0u32);
    Effect::new(move || {
        search.selection.with(|selection| {
            rows.update_value(|rows| rows.show(&selection.shown));
        });
        search.query.track();
        turn.update_value(|turn| *turn += 1);
        mark(search, rows, turn, 0);
    });
}

/// Marks what was searched for in the titles shown: at once in the first of
/// them, in the others a slice a frame, unless a key comes between.
fn mark(
    search: LiveSearch,
    rows: StoredValue<browser::Rows, LocalStorage>,
    turn: StoredValue<u32>,
    from: usize,
) {
    let next = search.order.with_untracked(|order| {
        let end = order.len().min(from + AT_ONCE);
        for &track in &order[from..end] {
            if search
                .selection
                .with_untracked(|selection| selection.shown[track])
            {
                let marks = search.marks(track);
                search.tracks.with_value(|tracks| {
                    rows.update_value(|rows| rows.mark(track, &tracks[track].title, marks));
                });
            }
        }
        (end < order.len()).then_some(end)
    });
    if let Some(next) = next {
        let now = turn.get_value();
        request_animation_frame(move || {
            if turn.try_get_value() == Some(now) {
                mark(search, rows, turn, next);
            }
        });
    }
}
