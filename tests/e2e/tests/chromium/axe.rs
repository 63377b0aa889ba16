//! Accessibility checks with axe in forty and more states of the pages. Its
//! rules are about elements, names and colours, in which engines do not differ:
//! one engine is enough.

use std::fs;

use e2e::{
    BrowserPage, Faults, Plan,
    fixture::{self, Series},
    scenario, settings,
};
use serde_json::json;
use source::review_file;

use crate::{
    axe_states::{
        ALBUMS_LOADING, FAILED, LONG, NO_ALBUMS, RARE, REVIEW, SEARCH, SERIES, STARTING,
        WITHOUT_SCRIPT,
    },
    states::{State, album},
};

/// The rules of WCAG 2.2 up to AA, and axe's best practices.
const RULES: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

/// The rules whose outcome depends on the theme or the window's width.
const VISUAL: [&str; 4] = [
    "color-contrast",
    "link-in-text-block",
    "scrollable-region-focusable",
    "target-size",
];

/// All rules on a desktop screen, and again what a dark phone may change.
const VIEWS: [(u32, &str, &[&str]); 2] = [(1280, "light", &RULES), (320, "dark", &VISUAL)];

/// From the top, where nothing lies under the sticky search box. Omits that the
/// name "Disc 1 track 1 (1-1)" lacks the text "1-1": axe ignores parentheses.
const RUN: &str = "
    const [include, runOnly, done] = arguments;
    for (const area of [document.scrollingElement, document.querySelector('.tracks')])
        area?.scrollTo({ top: 0, behavior: 'instant' });
    const isFault = (id, { html }) =>
        id !== 'label-content-name-mismatch' || !/^<a href=.#track-/.test(html);
    axe.run({ include }, { runOnly, resultTypes: ['violations'], preload: false }).then(
        ({ violations }) => done(violations.flatMap(({ id, nodes }) => nodes
            .filter((node) => isFault(id, node))
            .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`))),
        (error) => done([String(error)]));";

/// The faults that axe finds in these elements, one line each.
async fn faults_within(reader: &BrowserPage, elements: &[&str], rules: &[&str]) -> Vec<String> {
    if !reader.ask::<bool>("return 'axe' in window", []).await {
        let axe = fs::read_to_string(settings::axe()).expect("axe-core can be read");
        // As a script of the driver, which the page's policy does not govern.
        reader.ask::<()>(&axe, []).await;
    }
    let arguments = vec![json!(elements), json!(rules)];
    let answer = reader.client.execute_async(RUN, arguments).await;
    serde_json::from_value(answer.expect("axe runs")).expect("a list of faults")
}

async fn assert_no_fault(reader: &BrowserPage, state: &str, rules: &[&str]) {
    let faults = faults_within(reader, &["html"], rules).await;
    assert!(faults.is_empty(), "{state}:\n{}", faults.join("\n"));
}

/// Goes through the states and looks at each in all views.
async fn assert_no_fault_in(reader: &BrowserPage, states: &[State]) {
    for state in states {
        for (at, (width, scheme, rules)) in VIEWS.into_iter().enumerate() {
            reader.resize(width, 800).await;
            let scheme = [("prefers-color-scheme", scheme)];
            reader.set_preferences(&scheme).await;
            match at {
                0 => state.reach(reader).await,
                _ => state.keep(reader).await,
            }
            assert_no_fault(reader, &format!("{}, {width} px", state.name), rules).await;
        }
    }
}

#[test]
fn axe_finds_no_fault_in_a_review() {
    // `404.html` names no icon.
    let plan = Plan::default().expect_message("favicon.ico");
    scenario(plan, async |reader| {
        assert_no_fault_in(reader, &REVIEW).await;
    });
}

#[test]
fn axe_finds_no_fault_in_any_state_of_the_search() {
    scenario(album(), async |reader| {
        assert_no_fault_in(reader, &SEARCH).await;
    });
}

#[test]
fn axe_finds_no_fault_in_albums_of_rare_kinds() {
    for markdown in [
        include_str!("../../../site/albums/night-songs.md"),
        include_str!("../../../site/albums/the-moorland.md"),
    ] {
        let review = review_file::read("x.md", "x", markdown).expect("it has no problem");
        let edit = Faults::default().edit(move |html| fixture::page(html, &review));
        scenario(Plan::default().faults(edit), async |reader| {
            assert_no_fault_in(reader, &RARE).await;
        });
    }
}

#[test]
fn axe_finds_no_fault_in_a_long_list() {
    let review = fixture::review_with(fixture::tracks(201));
    let edit = Faults::default().edit(move |html| fixture::page(html, &review));
    scenario(Plan::default().faults(edit), async |reader| {
        assert_no_fault_in(reader, &LONG).await;
    });
}

#[test]
fn axe_finds_no_fault_before_the_app_has_started() {
    let plan = Plan::default().faults(Faults::default().hold(".wasm"));
    scenario(plan, async |reader| {
        assert_no_fault_in(reader, &STARTING).await;
        reader.server.release();
    });
}

#[test]
fn axe_finds_no_fault_when_the_app_failed_to_start() {
    let plan = Plan::default()
        .faults(Faults::default().miss(".wasm"))
        .expect_lost_files()
        .expect_message("could not be loaded (404)");
    scenario(plan, async |reader| {
        assert_no_fault_in(reader, &FAILED).await;
    });
}

/// With scripts that do not run: axe needs a browser that runs its own.
#[test]
fn axe_finds_no_fault_without_script() {
    let off = |html: &str| html.replace("<script", "<script type='text/plain'");
    let plan = Plan::default().faults(Faults::default().edit(off));
    scenario(plan, async |reader| {
        assert_no_fault_in(reader, &WITHOUT_SCRIPT).await;
    });
}

/// A site of several reviews; keep the folder until the end of the test.
fn series() -> (Series, Plan) {
    let site = Series::shared();
    let plan = Plan::default().folder(&site.path());
    (site, plan)
}

#[test]
fn axe_finds_no_fault_on_a_site_of_several_reviews() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        assert_no_fault_in(reader, &SERIES).await;
    });
}

#[test]
fn axe_finds_no_fault_while_the_other_albums_load() {
    let (_folder, plan) = series();
    let held = Faults::default().hold("tracks.json");
    scenario(plan.faults(held), async |reader| {
        assert_no_fault_in(reader, &ALBUMS_LOADING).await;
        reader.server.release();
    });
}

#[test]
fn axe_finds_no_fault_without_the_other_albums() {
    let (_folder, plan) = series();
    let lost = plan
        .faults(Faults::default().miss("tracks.json"))
        .expect_lost_files();
    scenario(lost, async |reader| {
        assert_no_fault_in(reader, &NO_ALBUMS).await;
    });
}

/// The browser's settings that change colours and sizes. Forced colours are not
/// among them: axe judges the page's own colours, which are not drawn then.
#[test]
fn axe_finds_no_fault_with_any_setting() {
    scenario(album(), async |reader| {
        reader.open_live("?q=storm#track-2-1").await;
        for scheme in ["light", "dark"] {
            let contrast = [
                ("prefers-color-scheme", scheme),
                ("prefers-contrast", "more"),
            ];
            reader.set_preferences(&contrast).await;
            assert_no_fault(reader, &format!("{contrast:?}"), &VISUAL).await;
        }
        reader.set_preferences(&[]).await;
        reader.resize(390, 844).await;
        let larger = "document.documentElement.style.fontSize = '200%'";
        reader.ask::<()>(larger, []).await;
        assert_no_fault(reader, "text of twice the size", &VISUAL).await;
        reader.set_media("print").await;
        assert_no_fault(reader, "print", &RULES).await;
    });
}

/// One of each kind of text.
const TEXTS: [&str; 8] = [
    ".site",
    ".masthead",
    ".prose p:has(a)",
    ".credits",
    "#finder",
    "#tracks thead",
    "#track-13",
    ".take-along",
];

/// Twelve hues, each with sufficient contrast for its texts.
#[test]
fn every_hue_has_enough_contrast() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("?q=storm#track-13").await;
        for scheme in ["light", "dark"] {
            let scheme = [("prefers-color-scheme", scheme)];
            reader.set_preferences(&scheme).await;
            for hue in 0..12 {
                let set = "document.documentElement.dataset.hue = arguments[0]";
                reader.ask::<()>(set, [json!(hue)]).await;
                let faults = faults_within(reader, &TEXTS, &["color-contrast"]).await;
                assert!(
                    faults.is_empty(),
                    "hue {hue}, {scheme:?}:\n{}",
                    faults.join("\n")
                );
            }
        }
    });
}
