//! The length range with its two thumbs, by keyboard.

use e2e::{BrowserPage, Faults, page};
use fantoccini::key::Key;

use crate::{Plan, all_tracks, scenario};

/// The numbers of the tracks whose length is from `min` to `max` seconds, both
/// included.
async fn tracks_of(reader: &BrowserPage, min: u32, max: u32) -> Vec<u32> {
    let rows = reader.rows().await;
    let fitting = rows.iter().filter(|row| (min..=max).contains(&row.seconds));
    fitting.map(page::Row::number).collect()
}

/// The album's shortest and longest track in seconds.
async fn span(reader: &BrowserPage) -> (u32, u32) {
    let rows = reader.rows().await;
    let lengths = || rows.iter().map(|row| row.seconds);
    let (min, max) = (lengths().min(), lengths().max());
    (min.expect("tracks"), max.expect("tracks"))
}

async fn position(reader: &BrowserPage, id: &str) -> u32 {
    let value = reader.value(id).await;
    value
        .parse()
        .unwrap_or_else(|_| panic!("#{id} is at {value}"))
}

/// The list, the status line and both thumbs agree.
async fn assert_between(reader: &BrowserPage, min: u32, max: u32) {
    let tracks = tracks_of(reader, min, max).await;
    reader.until_shown(&tracks).await;
    let places = [
        position(reader, "min-length").await,
        position(reader, "max-length").await,
    ];
    assert_eq!(places, [min, max]);
    let spoken = "return ['min-length', 'max-length']
        .map((id) => document.getElementById(id).getAttribute('aria-valuetext'))";
    let spoken: [String; 2] = reader.ask(spoken, []).await;
    assert_eq!(spoken, [page::clock(min), page::clock(max)]);
    assert_eq!(reader.status().await, page::status_of(&reader.rows().await));
}

#[test]
fn each_thumb_filters_by_the_second_with_both_ends_included() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        let (shortest, longest) = span(reader).await;
        assert_between(reader, shortest, longest).await;
        reader.press("max-length", Key::Left, 1).await;
        assert_between(reader, shortest, longest - 1).await;
        reader.press("min-length", Key::Right, 2).await;
        assert_between(reader, shortest + 2, longest - 1).await;
        reader.press("min-length", Key::PageUp, 3).await;
        let min = position(reader, "min-length").await;
        assert!(min > shortest + 10, "three pages went to {min}");
        assert_between(reader, min, longest - 1).await;
        reader.press("min-length", Key::Home, 1).await;
        reader.press("max-length", Key::End, 1).await;
        assert_between(reader, shortest, longest).await;
        assert_eq!(reader.shown().await, all_tracks());
    });
}

#[test]
fn the_thumbs_do_not_cross() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        let (shortest, longest) = span(reader).await;
        reader.press("min-length", Key::End, 1).await;
        assert_between(reader, longest, longest).await;
        reader.press("max-length", Key::Home, 1).await;
        assert_between(reader, longest, longest).await;
        reader.press("min-length", Key::Home, 1).await;
        reader.press("max-length", Key::Home, 1).await;
        assert_between(reader, shortest, shortest).await;
        reader.press("min-length", Key::PageUp, 2).await;
        assert_between(reader, shortest, shortest).await;
    });
}

#[test]
fn the_length_range_and_the_search_box_combine() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "storm").await;
        reader.until_shown(&[1, 13]).await;
        let (shortest, longest) = span(reader).await;
        let long = tracks_of(reader, longest, longest).await;
        assert!(!long.contains(&1) && !long.contains(&13), "{long:?}");
        reader.press("min-length", Key::End, 1).await;
        reader.until_shown(&[]).await;
        assert_eq!(reader.status().await, "0 of 26 tracks · 0:00");
        reader.clear().await;
        assert_between(reader, longest, longest).await;
        reader.press("min-length", Key::Home, 1).await;
        assert_between(reader, shortest, longest).await;
    });
}

#[test]
fn thumbs_moved_before_hydration_are_applied() {
    let held = Plan::default().faults(Faults::default().hold(".wasm"));
    scenario(held, async |reader| {
        reader.open("").await;
        let (shortest, longest) = span(reader).await;
        reader.press("min-length", Key::PageUp, 2).await;
        reader.press("max-length", Key::Left, 3).await;
        let min = position(reader, "min-length").await;
        assert!(min > shortest, "{min}");
        reader.server.release();
        reader.until_live().await;
        assert_between(reader, min, longest - 3).await;
    });
}

/// With both thumbs at one place, also at an end of the scale, where the upper
/// one cannot move.
#[test]
fn a_press_on_the_line_moves_the_nearer_thumb() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("?min=6:57").await;
        reader.until_shown(&[17]).await;
        reader.click_within("#min-length", 0.25, 0.5).await;
        let min = position(reader, "min-length").await;
        assert!((100..250).contains(&min), "the lower thumb is at {min}");
        reader.click_within("#max-length", 0.75, 0.5).await;
        let max = position(reader, "max-length").await;
        assert!((270..400).contains(&max), "the upper thumb is at {max}");
        assert_eq!(position(reader, "min-length").await, min);
        reader.open_live("?max=1:02").await;
        reader.until_shown(&[15]).await;
        reader.click_within("#max-length", 0.75, 0.5).await;
        let max = position(reader, "max-length").await;
        assert!((270..400).contains(&max), "the upper thumb is at {max}");
    });
}
