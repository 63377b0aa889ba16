//! Accessibility checks with axe in every state of the page. Its rules are
//! about elements, names and colours, in which engines do not differ: one
//! engine is enough.

use std::fs;

use e2e::{BrowserPage, Faults, Plan, fixture, scenario, settings, until};
use serde_json::json;

/// The rules of WCAG 2.2 up to AA, and axe's best practices.
const RULES: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

/// The faults that axe finds on the open page, one line each.
async fn faults(reader: &BrowserPage, rules: &[&str]) -> Vec<String> {
    let axe = fs::read_to_string(settings::axe()).expect("axe-core can be read");
    // Run as a script of the driver, which the page's policy does not govern.
    let load = format!("if (!window.axe) {{ {axe} }}");
    reader.ask::<()>(&load, []).await;
    let run = "
        const [rules, done] = arguments;
        axe.run(document, { runOnly: rules }).then(
            ({ violations }) => done(violations.flatMap(({ id, nodes }) => nodes.map(
                ({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`))),
            (error) => done([String(error)]));";
    let answer = reader.client.execute_async(run, vec![json!(rules)]).await;
    serde_json::from_value(answer.expect("axe runs")).expect("a list of faults")
}

async fn assert_no_fault(reader: &BrowserPage, state: &str, rules: &[&str]) {
    let faults = faults(reader, rules).await;
    assert!(faults.is_empty(), "{state}:\n{}", faults.join("\n"));
}

/// On a desktop screen and on a phone.
async fn assert_no_fault_anywhere(reader: &BrowserPage, state: &str) {
    for width in [1280, 320] {
        reader.resize(width, 800).await;
        assert_no_fault(reader, &format!("{state}, {width} px"), &RULES).await;
    }
}

/// Light and dark.
fn schemes(plan: impl Fn() -> Plan) -> [Plan; 2] {
    [plan(), plan().in_the_dark()]
}

#[test]
fn axe_finds_no_fault_in_any_state() {
    for plan in schemes(Plan::default) {
        scenario(plan, async |reader| {
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
}

#[test]
fn axe_finds_no_fault_when_the_app_failed_to_start() {
    let plan = || {
        Plan::default()
            .faults(Faults::default().miss(".wasm"))
            .expect_lost_files()
            .expect_message("could not be loaded (404)")
    };
    for plan in schemes(plan) {
        scenario(plan, async |reader| {
            reader.open("").await;
            reader.until_failed().await;
            assert_no_fault_anywhere(reader, "failed").await;
        });
    }
}

#[test]
fn axe_finds_no_fault_on_a_site_of_several_reviews() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fixture::publish_series(&settings::dist(), folder.path());
    for plan in schemes(|| Plan::default().folder(&folder.path().join("site"))) {
        scenario(plan, async |reader| {
            reader.open_live("").await;
            assert_no_fault_anywhere(reader, "the front page").await;
            reader.open("all/").await;
            assert_no_fault_anywhere(reader, "all reviews").await;
            reader.open("all/?q=zzzz").await;
            assert_no_fault_anywhere(reader, "no review matches").await;
            for search in ["?q=e&all=1", "?q=zzzz&all=1"] {
                reader.open_live(search).await;
                until("the other albums", async || {
                    let found = reader.texts(".other-albums .found").await.concat();
                    found.contains("album").then_some(())
                })
                .await;
                assert_no_fault_anywhere(reader, search).await;
            }
        });
    }
}

/// Twelve hues, each with sufficient contrast for its texts.
#[test]
fn every_hue_has_enough_contrast() {
    for plan in schemes(Plan::default) {
        scenario(plan, async |reader| {
            reader.open_live("").await;
            for hue in 0..12 {
                let set = "document.documentElement.dataset.hue = arguments[0]";
                reader.ask::<()>(set, [json!(hue)]).await;
                assert_no_fault(reader, &format!("hue {hue}"), &["color-contrast"]).await;
            }
        });
    }
}
