//! An album of 2,000 tracks: its rows are laid out only where they are in view,
//! and a reader notices nothing of it.

use std::sync::OnceLock;

use browser_tests::{
    Gates, Plan,
    fixture::{page, review_with, tracks},
    page::status_of,
    until,
};
use liner_notes::review::Track;

use crate::story;

const TRACKS: usize = 2_000;

/// The album's site; its page takes a while to render, and is rendered once.
pub fn long_album() -> (Plan, Vec<Track>) {
    let tracks = tracks(TRACKS);
    let review = review_with(tracks.clone());
    let rendered = OnceLock::new();
    let edit = move |html: &str| rendered.get_or_init(|| page(html, &review)).clone();
    let plan = Plan::default().gates(Gates::default().edit(edit));
    // The stories ask where rows are, also those of a group without any.
    let asked = "Rendering was performed in a subtree hidden by content-visibility";
    (plan.expect_message(asked), tracks)
}

pub fn all() -> Vec<u32> {
    (1..).take(TRACKS).collect()
}

#[test]
fn a_long_album_is_searched() {
    let (plan, tracks) = long_album();
    let storms = tracks
        .iter()
        .filter(|track| track.title.to_lowercase().contains("storm"));
    let storms: Vec<u32> = storms.map(|track| track.number).collect();
    assert!(storms.len() > 10, "{storms:?}");
    story(plan, async |reader| {
        reader.open_live("").await;
        assert_eq!(reader.shown().await, all());
        reader.type_into("q", "storm").await;
        reader.until_shown(&storms).await;
        let rows = reader.rows().await;
        assert_eq!(reader.status().await, status_of(&rows));
        let marked = async || {
            let marks = reader.marks().await;
            let is_storm = |(_, text): &(u32, String)| text.eq_ignore_ascii_case("storm");
            let mut rows: Vec<u32> = marks
                .iter()
                .filter(|mark| is_storm(mark))
                .map(|mark| mark.0)
                .collect();
            rows.dedup();
            (rows == storms).then_some(())
        };
        until("a mark in each of them", marked).await;
        reader.clear().await;
        reader.until_shown(&all()).await;
        until("no mark", async || {
            reader.marks().await.is_empty().then_some(())
        })
        .await;
    });
}

/// The table's height, and how many of its rows are not hidden.
const LEFT: &str = "const table = document.getElementById('tracks');
    return [table.getBoundingClientRect().height,
        table.querySelectorAll('tbody tr:not([hidden])').length]";

/// Rows out of view are hidden in later frames, and the whole table at once.
#[test]
fn a_long_album_without_a_match_is_gone_and_comes_back() {
    let (plan, _) = long_album();
    story(plan, async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "zzzz").await;
        reader.until_shown(&[]).await;
        assert_eq!(reader.texts("#tracks thead").await, [""; 0]);
        until("no row to be left", async || {
            (reader.ask::<[f64; 2]>(LEFT, []).await == [0.0, 0.0]).then_some(())
        })
        .await;
        reader.clear().await;
        reader.until_shown(&all()).await;
        assert_eq!(reader.texts("#tracks thead").await, ["No.TitleLength"]);
    });
}

#[test]
fn a_long_album_is_sorted() {
    let (plan, tracks) = long_album();
    let titles: Vec<String> = tracks.iter().map(|track| track.title.clone()).collect();
    let mut by_length = tracks;
    by_length.sort_by_key(|track| track.length);
    let by_length: Vec<u32> = by_length.iter().map(|track| track.number).collect();
    story(plan, async |reader| {
        reader.open_live("").await;
        let by_title = "
            const { compare } = new Intl.Collator('en', { numeric: true });
            return arguments[0].map((title, at) => [title, at + 1])
                .sort(([a], [b]) => compare(a, b))
                .map(([, number]) => number);";
        let by_title: Vec<u32> = reader.ask(by_title, [titles.into()]).await;
        reader.click("#tracks th.title button").await;
        reader.until_shown(&by_title).await;
        reader.click("#tracks th.length button").await;
        reader.until_shown(&by_length).await;
        reader.click("#tracks th.number button").await;
        reader.until_shown(&all()).await;
    });
}

/// A table that is not laid out as one is still one to assistive technology.
#[test]
fn the_rows_of_a_long_album_are_rows_to_assistive_technology() {
    let (plan, _) = long_album();
    story(plan, async |reader| {
        reader.open_live("").await;
        let without = "
            const wanted = { TABLE: 'table', THEAD: 'rowgroup', TBODY: 'rowgroup', TR: 'row', TD: 'cell' };
            const table = document.getElementById('tracks');
            return [table, ...table.querySelectorAll('thead, tbody, tr, td')]
                .filter((element) => element.getAttribute('role') !== wanted[element.tagName])
                .map((element) => element.outerHTML.slice(0, 80));";
        assert_eq!(reader.ask::<Vec<String>>(without, []).await, [""; 0]);
    });
}

#[test]
fn a_link_to_track_1500_brings_its_row_into_view() {
    let (plan, _) = long_album();
    story(plan, async |reader| {
        reader.open("#track-1500").await;
        reader.until_live().await;
        until("the row in view", async || {
            reader.sees("#track-1500:target").await
        })
        .await;
        reader.ask::<()>("location.hash = 'track-700'", []).await;
        until("the other row in view", async || {
            reader.sees("#track-700:target").await
        })
        .await;
    });
}

#[test]
fn a_link_to_a_row_that_a_search_hides_brings_it_into_view() {
    let (plan, _) = long_album();
    story(plan, async |reader| {
        for search in ["storm", "zzzz"] {
            reader.open_live(&format!("?q={search}")).await;
            until("few rows", async || {
                (reader.shown().await.len() < 1_000).then_some(())
            })
            .await;
            reader.ask::<()>("location.hash = 'track-1499'", []).await;
            reader.until_shown(&all()).await;
            until("the row in view", async || {
                reader.sees("#track-1499:target").await
            })
            .await;
        }
    });
}

/// Its groups are told how many of their rows are shown, and by nobody then.
#[test]
fn a_long_album_is_whole_where_the_search_comes_to_a_halt() {
    let (plan, _) = long_album();
    story(plan.expect_message("unreachable"), async |reader| {
        reader.open_live("").await;
        let height = "return document.getElementById('tracks').getBoundingClientRect().height";
        let before: f64 = reader.ask(height, []).await;
        reader.type_into("q", "zzzz").await;
        until("no row to be left", async || {
            (reader.ask::<[f64; 2]>(LEFT, []).await == [0.0, 0.0]).then_some(())
        })
        .await;
        let halt = "
            // The page's own kind of error: Firefox's driver has one of its own.
            const page = window.wrappedJSObject ?? window;
            const error = new page.WebAssembly.RuntimeError('unreachable');
            page.dispatchEvent(new page.ErrorEvent('error', { error, message: error.message }));";
        reader.ask::<()>(halt, []).await;
        let line = reader.until_failed().await;
        assert!(line.contains("it came to a halt"), "{line}");
        reader.until_shown(&all()).await;
        let after: f64 = reader.ask(height, []).await;
        assert!(after > 0.9 * before, "{after} px of {before} px");
        assert_eq!(reader.texts("#no-match, .status").await, [""; 0]);
    });
}
