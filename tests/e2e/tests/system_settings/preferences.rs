//! Forced colours, more contrast and reduced motion.

use e2e::{BrowserPage, Faults, Plan, scenario, until};
use serde_json::json;

use crate::{SCHEMES, focus::assert_every_focus_is_seen};

/// The computed values of these properties on the first matching element.
async fn style(reader: &BrowserPage, selector: &str, properties: &[&str]) -> Vec<String> {
    let script = "
        const style = getComputedStyle(document.querySelector(arguments[0]));
        return arguments[1].map((property) => style.getPropertyValue(property));";
    reader
        .ask(script, [json!(selector), json!(properties)])
        .await
}

#[test]
fn forced_colours_show_the_matches() {
    scenario(Plan::default(), async |reader| {
        // Before the preferences: Firefox's tab may lose them with its first page.
        reader.open_live("?q=storm").await;
        until("marks", async || {
            (!reader.marks().await.is_empty()).then_some(())
        })
        .await;
        for scheme in SCHEMES {
            let own = [
                ("forced-colors", "active"),
                ("prefers-color-scheme", scheme),
            ];
            reader.set_preferences(&own).await;
            let paper = style(reader, "body", &["background-color"]).await;
            let mark = style(reader, "#tracks mark", &["background-color"]).await;
            assert_ne!(mark, paper, "{scheme}: a marked part of a title");
            let bars = ["fill", "fill-opacity"];
            let [every, shown] = [".shape .every", ".shape .shown"];
            let [every, shown] = [
                style(reader, every, &bars).await,
                style(reader, shown, &bars).await,
            ];
            assert_ne!(every, shown, "{scheme}: a bar that matches");
            let ink = style(reader, "body", &["color"]).await;
            assert_eq!([&every[0], &shown[0]], [&ink[0]; 2], "{scheme}");
            assert_every_focus_is_seen(reader, scheme, 15).await;
        }
    });
}

#[test]
fn forced_colours_show_the_target_row() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("#track-14").await;
        // Also after the focus has moved on.
        reader.ask::<()>("document.activeElement.blur()", []).await;
        for scheme in SCHEMES {
            let own = [
                ("forced-colors", "active"),
                ("prefers-color-scheme", scheme),
            ];
            reader.set_preferences(&own).await;
            let ring = ["outline-style", "outline-width"];
            let led = style(reader, "#track-14", &ring).await;
            assert_eq!(led, ["solid", "2px"], "{scheme}");
            let other = style(reader, "#track-15", &ring[..1]).await;
            assert_eq!(other, ["none"], "{scheme}");
        }
    });
}

#[test]
fn with_more_contrast_all_text_is_nearly_black_on_white() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        for (scheme, ink) in [("light", "oklch(0 0 0)"), ("dark", "oklch(1 0 0)")] {
            let asked = [
                ("prefers-contrast", "more"),
                ("prefers-color-scheme", scheme),
            ];
            reader.set_preferences(&asked).await;
            for text in [
                ".prose p",
                ".credits",
                "#track-1 .number a",
                ".search-box label",
            ] {
                assert_eq!(style(reader, text, &["color"]).await, [ink], "{text}");
            }
        }
    });
}

/// No visible transition or animation takes time.
#[test]
fn with_reduced_motion_nothing_moves() {
    let held = Plan::default().faults(Faults::default().hold(".wasm"));
    scenario(held, async |reader| {
        reader
            .set_preferences(&[("prefers-reduced-motion", "reduce")])
            .await;
        reader.open("").await;
        // While the progress bar is visible, too, which appears after a delay.
        let moving = "
            const lasting = document.getAnimations()
                .filter((animation) => animation.effect.getTiming().duration > 0)
                .map((animation) => animation.animationName ?? 'a transition');
            const smooth = [...document.querySelectorAll('*')]
                .filter((element) => getComputedStyle(element).scrollBehavior !== 'auto')
                .map((element) => element.tagName);
            return [...lasting, ...smooth];";
        assert_eq!(reader.ask::<Vec<String>>(moving, []).await, [""; 0]);
        reader.server.release();
        reader.until_live().await;
        let follow = "document.querySelector('.prose a[href=\"#track-14\"]').click()";
        reader.ask::<()>(follow, []).await;
        assert!(reader.sees("#track-14").await.is_some(), "at once");
        assert_eq!(reader.ask::<Vec<String>>(moving, []).await, [""; 0]);
        // As while another review is on its way.
        let loading = "document.documentElement.dataset.loading = ''";
        reader.ask::<()>(loading, []).await;
        assert_eq!(reader.ask::<Vec<String>>(moving, []).await, [""; 0]);
    });
}
