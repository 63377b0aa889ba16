//! The length chart: a bar for each track, which links to its row.

use e2e::{BrowserPage, until};
use fantoccini::key::Key;

use crate::{
    Plan,
    albums::{site_of, track},
    all_tracks, scenario,
};

const POINTED: &str = ".shape input";

/// The left edges of the highlighted bars, on a scale of ten thousand.
async fn bars(reader: &BrowserPage) -> Vec<u32> {
    let script = "
        const path = document.querySelector('.shape path.shown').getAttribute('d') ?? '';
        return [...path.matchAll(/M([0-9]+)/g)].map((match) => Number(match[1]));";
    reader.ask(script, []).await
}

async fn until_bars(reader: &BrowserPage, wanted: &[u32]) {
    until(&format!("the bars {wanted:?}"), async || {
        (bars(reader).await == wanted).then_some(())
    })
    .await;
}

/// Waits until the row is the target: marked, visible and in view.
async fn until_led_to(reader: &BrowserPage, row: &str) {
    reader.until_address("hash", row).await;
    until(&format!("{row} in view"), async || reader.sees(row).await).await;
    let target = "return document.querySelector(':target')?.checkVisibility() ?? false";
    assert!(reader.ask::<bool>(target, []).await, "{row} is not marked");
}

async fn focus(reader: &BrowserPage) {
    let script = "document.querySelector(arguments[0]).focus()";
    reader.ask::<()>(script, [POINTED.into()]).await;
}

/// Clicks the middle of a track's bar, near its bottom.
async fn click_bar(reader: &BrowserPage, track: u32, of: u32) {
    let across = (f64::from(track) - 0.5) / f64::from(of);
    reader.click_within(POINTED, across, 0.9).await;
}

#[test]
fn the_chart_has_a_text_alternative() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        let words = "return document.querySelector('.shape svg[role=img]')
            .getAttribute('aria-label')";
        assert_eq!(
            reader.ask::<String>(words, []).await,
            "The lengths of 26 tracks in album order; the shortest is “Steps Ahead” (1:02), \
             the longest “We Are Never Free” (6:57)."
        );
    });
}

#[test]
fn the_bars_of_matches_are_highlighted() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        let all: Vec<u32> = (0..26).map(|track| track * 10_000 / 26).collect();
        assert_eq!(bars(reader).await, all);
        reader.type_into("q", "storm").await;
        until_bars(reader, &[all[0], all[12]]).await;
        reader.click("#tracks th.length button").await;
        reader.clear().await;
        // The chart is in album order, whatever the order of the rows.
        until_bars(reader, &all).await;
        let every = "return document.querySelector('.shape path.every').getAttribute('d')";
        let every: String = reader.ask(every, []).await;
        assert_eq!(every.matches('M').count(), 26);
    });
}

#[test]
fn arrow_and_enter_on_the_chart_lead_to_a_row() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        focus(reader).await;
        reader.strike(Key::Right).await;
        let name = "return document.querySelector('.shape input').getAttribute('aria-valuetext')";
        until("the bar’s name", async || {
            let name: String = reader.ask(name, []).await;
            (name == "2. Your Mission (2:14)").then_some(())
        })
        .await;
        let seen = reader.texts(".shape output").await;
        assert_eq!(seen, ["2. Your Mission (2:14)"]);
        reader.strike(Key::Enter).await;
        until_led_to(reader, "#track-2").await;
        focus(reader).await;
        reader.strike(Key::End).await;
        reader.strike(Key::Enter).await;
        until_led_to(reader, "#track-26").await;
    });
}

#[test]
fn a_click_on_a_bar_leads_to_its_row() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        for track in [14, 1, 26] {
            click_bar(reader, track, 26).await;
            until_led_to(reader, &format!("#track-{track}")).await;
        }
    });
}

#[test]
fn a_bar_of_a_hidden_track_clears_the_search() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "storm").await;
        reader.press("max-length", Key::Left, 1).await;
        reader.until_shown(&[1, 13]).await;
        click_bar(reader, 14, 26).await;
        reader.until_shown(&all_tracks()).await;
        until_led_to(reader, "#track-14").await;
        assert_eq!(reader.value("q").await, "");
        assert_eq!(reader.address("search").await, "");
    });
}

#[test]
fn a_bar_of_a_visible_track_keeps_the_search() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "storm").await;
        reader.until_shown(&[1, 13]).await;
        click_bar(reader, 13, 26).await;
        until_led_to(reader, "#track-13").await;
        reader.until_shown(&[1, 13]).await;
        assert_eq!(reader.value("q").await, "storm");
    });
}

#[test]
fn the_chart_of_a_single_track_links_to_it() {
    let album = vec![track(1, "Alone", 100)];
    scenario(site_of(album), async |reader| {
        reader.open_live("").await;
        assert_eq!(bars(reader).await, [0]);
        click_bar(reader, 1, 1).await;
        until_led_to(reader, "#track-1").await;
        reader.type_into("q", "storm").await;
        until_bars(reader, &[]).await;
    });
}
