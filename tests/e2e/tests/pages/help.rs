//! The search examples behind the "?" beside the box, which are links.

use e2e::{Faults, until};
use fantoccini::key::Key;

use crate::{Plan, all_tracks, scenario};

const OPEN: &str = "return document.querySelector('#search-help').matches(':popover-open')";

#[test]
fn each_example_link_searches_without_a_page_load() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        let origin: f64 = reader.ask("return performance.timeOrigin", []).await;
        let texts =
            "return [...document.querySelectorAll('#search-help a')].map(a => a.textContent)";
        let examples: Vec<String> = reader.ask(texts, []).await;
        assert_eq!(examples.len(), 10);
        for (at, example) in examples.iter().enumerate() {
            reader.click(".help").await;
            assert!(reader.ask::<bool>(OPEN, []).await, "{example}");
            let link = format!("#search-help dt:nth-of-type({}) a", at + 1);
            reader.click(&link).await;
            until("the example in the box", async || {
                (reader.value("q").await == *example).then_some(())
            })
            .await;
            assert!(!reader.ask::<bool>(OPEN, []).await, "{example}");
            let shown = reader.shown().await;
            assert!(!shown.is_empty() && shown != all_tracks(), "{example}");
            assert_eq!(reader.focus().await, "track-status");
        }
        assert_eq!(
            reader.ask::<f64>("return performance.timeOrigin", []).await,
            origin
        );
        reader.client.back().await.expect("the browser goes back");
        reader.until_shown(&all_tracks()).await;
    });
}

#[test]
fn escape_closes_the_help_and_keeps_the_search() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("?q=storm").await;
        reader.until_shown(&[1, 13]).await;
        reader.click(".help").await;
        assert!(reader.ask::<bool>(OPEN, []).await);
        reader.strike(Key::Escape).await;
        until("the help to close", async || {
            (!reader.ask::<bool>(OPEN, []).await).then_some(())
        })
        .await;
        assert_eq!(reader.shown().await, [1, 13]);
    });
}

#[test]
fn the_help_is_in_the_window_and_below_its_button_where_the_browser_can() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        let can = "return CSS.supports('position-area: block-end')";
        let can: bool = reader.ask(can, []).await;
        for (width, height) in [(1280, 800), (1024, 500), (390, 844)] {
            reader.resize(width, height).await;
            reader.click(".help").await;
            let (help, button) = (
                reader.area("#search-help").await,
                reader.area(".help").await,
            );
            let (width, height) = (f64::from(width), f64::from(height));
            assert!(help.left >= 0.0 && help.right <= width, "{help:?}");
            let scrolled: f64 = reader.ask("return scrollY", []).await;
            let (top, bottom) = (help.top - scrolled, help.bottom - scrolled);
            assert!(top >= 0.0 && bottom <= height, "{top} to {bottom}");
            let is_at_button = help.top >= button.bottom && (help.right - button.right).abs() < 1.0;
            assert_eq!(is_at_button, can && width >= 1024.0, "{help:?} {button:?}");
            reader.strike(Key::Escape).await;
        }
    });
}

/// The help must work before the wasm has loaded.
#[test]
fn the_help_opens_before_the_wasm_has_loaded() {
    let held = Plan::default().faults(Faults::default().hold(".wasm"));
    scenario(held, async |reader| {
        reader.open("").await;
        reader.click(".help").await;
        assert!(reader.ask::<bool>(OPEN, []).await);
        reader.server.release();
        reader.until_live().await;
    });
}

#[test]
fn the_status_says_how_everyday_words_were_read() {
    scenario(Plan::default(), async |reader| {
        for (text, shown, words) in [
            ("track 14", &[14][..], "track 14"),
            ("under 72 seconds", &[15], "shorter than 1:12"),
            (
                "kashmir OR fallout",
                &[8, 18],
                "title has “kashmir” or title has “fallout”",
            ),
        ] {
            reader.open_live("").await;
            reader.type_into("q", text).await;
            reader.until_shown(shown).await;
            assert_eq!(reader.texts(".in-words").await, [words]);
        }
    });
}
