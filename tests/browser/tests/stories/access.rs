//! What assistive technology and a keyboard find, in every state of the page.

use std::fs;

use browser_tests::{Gates, Reader, chromium, settings, until};
use serde_json::json;

use crate::{Plan, story};

/// The rules of WCAG 2.2 up to AA, and what axe's makers advise beyond them.
const RULES: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

/// What axe finds wrong with the page as it is, one line a fault.
async fn faults(reader: &Reader) -> Vec<String> {
    let axe = fs::read_to_string(settings::axe()).expect("axe-core can be read");
    let load = "if (!window.axe) (0, eval)(arguments[0])";
    reader.ask::<()>(load, [json!(axe)]).await;
    let run = "
        const [rules, done] = arguments;
        axe.run(document, { runOnly: { type: 'tag', values: rules } }).then(
            ({ violations }) => done(violations.flatMap(({ id, nodes }) => nodes.map(
                ({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`))),
            (error) => done([String(error)]));";
    let answer = reader.client.execute_async(run, vec![json!(RULES)]).await;
    serde_json::from_value(answer.expect("axe runs")).expect("a list of faults")
}

async fn assert_no_fault(reader: &Reader, state: &str) {
    let faults = faults(reader).await;
    assert!(faults.is_empty(), "{state}:\n{}", faults.join("\n"));
}

/// On a desk and on a phone, light and dark.
async fn assert_no_fault_anywhere(reader: &Reader, state: &str) {
    for width in [1280, 320] {
        chromium::set_viewport(&reader.client, width, 800).await;
        for scheme in ["light", "dark"] {
            chromium::set_colour_scheme(&reader.client, scheme).await;
            assert_no_fault(reader, &format!("{state}, {width} px, {scheme}")).await;
        }
    }
}

#[test]
fn axe_finds_no_fault_in_any_state() {
    story(Plan::default(), async |reader| {
        reader.open_live("").await;
        assert_no_fault_anywhere(reader, "as opened").await;
        reader.type_into("q", "storm >1:00 >abc").await;
        reader.until_shown(&[]).await;
        assert_no_fault_anywhere(reader, "no match, a term not understood").await;
        reader.open_live("?q=the&min=1:30&sort=-length").await;
        until("marks", async || {
            (!reader.marks().await.is_empty()).then_some(())
        })
        .await;
        assert_no_fault_anywhere(reader, "filtered and sorted").await;
        reader.open_live("?x#track-14").await;
        assert_no_fault_anywhere(reader, "led to a row").await;
    });
}

#[test]
fn axe_finds_no_fault_where_the_app_could_not_start() {
    let plan = Plan::default()
        .gates(Gates::default().miss(".wasm"))
        .expect_message("404 (Not Found)")
        .expect_message("could not be loaded (404)");
    story(plan, async |reader| {
        reader.open("").await;
        reader.until_failed().await;
        assert_no_fault_anywhere(reader, "failed").await;
    });
}

/// Twelve hues, each with the contrast that its texts need.
#[test]
fn every_hue_has_enough_contrast() {
    story(Plan::default(), async |reader| {
        reader.open_live("").await;
        for hue in 0..12 {
            let set = "document.documentElement.dataset.hue = arguments[0]";
            reader.ask::<()>(set, [json!(hue)]).await;
            for scheme in ["light", "dark"] {
                chromium::set_colour_scheme(&reader.client, scheme).await;
                assert_no_fault(reader, &format!("hue {hue}, {scheme}")).await;
            }
        }
    });
}

#[test]
fn nothing_moves_while_the_page_gets_live() {
    let held = Plan::default().gates(Gates::default().hold(".wasm"));
    story(held, async |reader| {
        reader.open("").await;
        let watch = "
            window.shifts = [];
            new PerformanceObserver((list) => shifts.push(...list.getEntries().map((shift) => shift.value)))
                .observe({ type: 'layout-shift', buffered: true });";
        reader.ask::<()>(watch, []).await;
        reader.server.release();
        reader.until_live().await;
        // An observer hears of a frame after it was drawn.
        let frames = "const [done] = arguments;
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";
        let drawn = reader.client.execute_async(frames, vec![]).await;
        drawn.expect("two frames");
        assert_eq!(reader.ask::<Vec<f64>>("return shifts", []).await, [0.0; 0]);
    });
}

#[test]
fn a_thin_bar_shows_a_download_that_takes_a_while() {
    let held = Plan::default().gates(Gates::default().hold(".wasm"));
    story(held, async |reader| {
        reader.open("").await;
        until("the bar", async || {
            (reader.texts("#download").await.len() == 1).then_some(())
        })
        .await;
        reader.server.release();
        reader.until_live().await;
        assert_eq!(reader.texts("#download").await, [""; 0]);
        let read = "const { value, max } = document.getElementById('download');
            return value === max";
        assert!(
            reader.ask::<bool>(read, []).await,
            "the bar ends where the wasm does"
        );
    });
}
