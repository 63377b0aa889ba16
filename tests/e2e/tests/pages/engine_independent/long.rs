//! An album of 2,000 tracks, where engines do not differ; see `long` for the
//! rest.

use e2e::until;

use crate::{
    albums::site_of_review,
    long::{LEFT, all, long_album},
    scenario,
};

#[test]
fn a_long_album_is_sorted() {
    let (plan, tracks) = long_album();
    let titles: Vec<String> = tracks.iter().map(|track| track.title.clone()).collect();
    let mut by_length = tracks;
    by_length.sort_by_key(|track| track.length);
    let by_length: Vec<u32> = by_length.iter().map(|track| track.number).collect();
    scenario(plan, async |reader| {
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

/// A table with another `display` keeps its roles in the accessibility tree.
#[test]
fn the_rows_of_a_long_album_are_rows_to_assistive_technology() {
    let (plan, _) = long_album();
    scenario(plan, async |reader| {
        reader.open_live("").await;
        let without = "
            const wanted = { TABLE: 'table', THEAD: 'rowgroup', TBODY: 'rowgroup', TR: 'row',
                TH: 'rowheader', TD: 'cell' };
            const table = document.getElementById('tracks');
            return [table, ...table.querySelectorAll('thead, tbody, tr, tbody > tr > *')]
                .filter((element) => element.getAttribute('role') !== wanted[element.tagName])
                .map((element) => element.outerHTML.slice(0, 80));";
        assert_eq!(reader.ask::<Vec<String>>(without, []).await, [""; 0]);
    });
}

/// Its rows have a column of artists, which those headings have not.
#[test]
fn the_headings_of_a_long_compilation_have_their_room() {
    let short = include_str!("../../../../site/albums/night-songs.md");
    let (before, _) = short.split_once("## Track List").expect("it has tracks");
    let before = before.replace("#track-1)", "#track-1-1)");
    let mut markdown = format!("{before}## Track List\n");
    for disc in 1..=2 {
        markdown += &format!("\n### Disc {disc}: The Songs of the Night\n\n");
        for number in 1..=120 {
            markdown += &format!(
                "{number}. Song {number} – Singer {disc} (3:{:02})\n",
                number % 60
            );
        }
    }
    scenario(site_of_review("night-songs", &markdown), async |reader| {
        reader.resize(1280, 900).await;
        reader.open_live("").await;
        let misplaced = "
            const wide = document.querySelector('#tracks tr[id]').getBoundingClientRect().width;
            return [...document.querySelectorAll('#tracks .group')]
                .map((row) => [...row.children].map((cell) => cell.getBoundingClientRect().width))
                .filter(([title, time]) => title < wide / 2 || title + time < wide * 0.95);";
        assert_eq!(
            reader.ask::<Vec<Vec<f64>>>(misplaced, []).await,
            [[0.0; 0]; 0]
        );
    });
}

#[test]
fn a_link_to_a_row_that_a_search_hides_brings_it_into_view() {
    let (plan, _) = long_album();
    scenario(plan, async |reader| {
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

/// The search sets on each group how many of its rows are shown; a stopped
/// search no longer does.
#[test]
fn a_long_album_is_complete_after_the_search_has_failed() {
    let (plan, _) = long_album();
    scenario(plan.expect_message("unreachable"), async |reader| {
        reader.open_live("").await;
        let height = "return document.getElementById('tracks').getBoundingClientRect().height";
        let before: f64 = reader.ask(height, []).await;
        reader.type_into("q", "zzzz").await;
        until("no row to be left", async || {
            (reader.ask::<[f64; 2]>(LEFT, []).await == [0.0, 0.0]).then_some(())
        })
        .await;
        let halt = "
            // The page's own kind of error: Firefox's driver has another.
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
