//! The published page without scripts, and its hydration.

use e2e::{Faults, server::Visit, until};
use fantoccini::key::Key;

use crate::{PAGES, Plan, all_tracks, assert_whole_review, scenario};

#[test]
fn without_script_the_review_is_complete_and_has_no_controls() {
    scenario(Plan::default().without_script(), async |reader| {
        for page in PAGES {
            reader.open(page).await;
            assert_whole_review(reader).await;
            assert_eq!(reader.controls().await, [""; 0]);
            assert_eq!(reader.app_state().await, None);
            assert_eq!(reader.status().await, "26 tracks · 1:35:45");
        }
        let visits = reader.server.visits();
        let is_wasm = |visit: &&Visit| visit.path.ends_with(".wasm");
        assert_eq!(visits.iter().find(is_wasm), None, "nobody would run it");
    });
}

#[test]
fn without_script_a_permalink_leads_to_its_row_and_offers_no_button() {
    scenario(Plan::default().without_script(), async |reader| {
        reader.open("#track-14").await;
        until("the row in view", async || {
            reader.sees("#track-14:target .start").await
        })
        .await;
        assert_eq!(reader.controls().await, [""; 0]);
    });
}

#[test]
fn the_review_is_complete_before_the_wasm_has_loaded() {
    let held = Plan::default().faults(Faults::default().hold(".wasm"));
    scenario(held, async |reader| {
        reader.open("").await;
        assert_whole_review(reader).await;
        assert_eq!(reader.app_state().await, None);
        let controls = reader.controls().await;
        assert!(controls.contains(&"q".to_owned()), "{controls:?}");
    });
}

/// Hydration keeps every node: none is changed, and none is replaced by an
/// identical one.
#[test]
fn hydration_changes_nothing_on_the_page() {
    for page in PAGES {
        let held = Plan::default().faults(Faults::default().hold(".wasm"));
        scenario(held, async |reader| {
            reader.open(page).await;
            let published = reader.app_html().await;
            let mark = "for (const node of document.querySelectorAll('#app *')) node.published = 1";
            reader.ask::<()>(mark, []).await;
            reader.server.release();
            reader.until_live().await;
            // What only a hydrated page needs: the width of a bar, and which
            // half of the line belongs to which thumb.
            let live = reader.app_html().await;
            let live = live.replace(" style=\"--tracks: 26;\"", "");
            assert_same(&published, &live.replace(" style=\"--split: 1500;\"", ""));
            let replaced = "return [...document.querySelectorAll('#app *')]
                .filter((node) => !node.published)
                .map((node) => node.outerHTML)";
            assert_eq!(reader.ask::<Vec<String>>(replaced, []).await, [""; 0]);
        });
    }
}

#[test]
fn the_rows_stay_the_same_elements_while_the_list_is_filtered() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        let mark = "for (const row of document.querySelectorAll('#tracks tr')) row.first = row.id";
        reader.ask::<()>(mark, []).await;
        reader.type_into("q", "storm").await;
        reader.until_shown(&[1, 13]).await;
        reader.clear().await;
        reader.until_shown(&all_tracks()).await;
        let rows =
            "return [...document.querySelectorAll('#tracks tbody tr')].map((row) => row.first)";
        let rows: Vec<Option<String>> = reader.ask(rows, []).await;
        let expected = (1..=26).map(|number| Some(format!("track-{number}")));
        assert_eq!(rows, expected.collect::<Vec<_>>());
    });
}

/// The browser scrolls to the row before hydration.
#[test]
fn a_permalink_to_a_track_brings_its_row_into_view() {
    scenario(Plan::default(), async |reader| {
        reader.open("#track-26").await;
        until("the row in view", async || reader.sees("#track-26").await).await;
        reader.until_live().await;
        assert!(reader.sees("#track-26").await.is_some());
    });
}

#[test]
fn typing_continues_during_hydration() {
    let held = Plan::default().faults(Faults::default().hold(".wasm"));
    scenario(held, async |reader| {
        reader.open("").await;
        reader.type_into("q", "stom").await;
        reader.press("q", Key::Left, 1).await;
        assert_eq!(reader.caret().await, 3);
        reader.server.release();
        reader.until_live().await;
        reader.until_shown(&[]).await;
        assert_eq!(reader.focus().await, "q");
        assert_eq!(reader.caret().await, 3);
    });
}

/// Asserts equality, or shows the first difference.
fn assert_same(before: &str, after: &str) {
    let differ = before.bytes().zip(after.bytes()).position(|(a, b)| a != b);
    let at = differ.unwrap_or(before.len().min(after.len()));
    let around = |html: &str| {
        let bytes = html.as_bytes();
        let part = &bytes[at.saturating_sub(80)..bytes.len().min(at + 120)];
        String::from_utf8_lossy(part).into_owned()
    };
    assert!(
        before == after,
        "before: {}\nafter: {}",
        around(before),
        around(after)
    );
}
