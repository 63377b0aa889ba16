//! What only Chromium shows of a step from review to review without a load: the
//! memory it takes, its transition, the title that a screen reader speaks, and the
//! pages that the browser fetches or renders ahead.

use e2e::{BrowserPage, Plan, chromium, fixture::Series, scenario, until};
use serde_json::{Value, json};

/// The fixture site, and the plan to serve it.
fn series() -> (Series, Plan) {
    let site = Series::shared();
    let plan = Plan::default().folder(&site.path());
    (site, plan)
}

/// Goes to the previous review and back, `count` times.
async fn step(reader: &BrowserPage, count: usize) {
    // Not awaited: the driver loses the answer of a script that navigates.
    let script = "
        const step = (rel) => {
            const { href } = document.querySelector(`.others [rel=${rel}]`);
            return navigation.navigate(href).finished;
        };
        // Chromium refuses more than twenty changes of the address a second.
        const pause = () => new Promise((done) => setTimeout(done, 105));
        self.steps = 0;
        const go = async () => {
            for (let left = arguments[0]; left > 0; left--) {
                await step('prev');
                await pause();
                await step('next');
                await pause();
                self.steps += 1;
            }
        };
        go().catch((error) => { self.steps = `${error}`; });";
    reader.ask::<()>(script, [json!(count)]).await;
    until("the steps", async || {
        let steps: Value = reader.ask("return self.steps", []).await;
        assert!(!steps.is_string(), "{steps}");
        (steps == json!(count)).then_some(())
    })
    .await;
    assert_eq!(reader.texts("h1").await, ["One Long Night"]);
}

/// Notes the memory of each wasm that the page starts.
const NOTE_MEMORY: &str = "
    self.memories = [];
    const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = async (...given) => {
        const started = await instantiateStreaming(...given);
        const exported = Object.values(started.instance.exports);
        self.memories.push(exported.find((value) => value instanceof WebAssembly.Memory));
        return started;
    };";

/// The bytes that the page uses: scripts and nodes, and the memory of its wasm.
async fn memory(reader: &BrowserPage) -> [u64; 2] {
    let wasm = "return self.memories.map(({ buffer }) => buffer.byteLength)";
    let wasm: Vec<u64> = reader.ask(wasm, []).await;
    assert_eq!(wasm.len(), 2, "the app, and the rendering of reviews");
    [chromium::heap(&reader.client).await, wasm.iter().sum()]
}

/// Marking the rows of a very long album takes many frames.
#[test]
fn a_search_that_is_still_written_ends_with_the_page() {
    let mut markdown = "+++
title = \"Long\"
published = 2026-06-01
standfirst = \"A very long album.\"

[album]
title = \"Long\"
composer = \"Dan Example\"
released = 2026
+++

It is long.

## Track List

"
    .to_owned();
    for number in 1..=6_000 {
        markdown += &format!("{number}. The Entrance of the Elephants (1:00)\n");
    }
    let site = Series::with(&markdown);
    scenario(Plan::default().folder(&site.path()), async |reader| {
        reader.open_live("").await;
        for (rel, title) in [("prev", "One Long Night"), ("next", "Long")] {
            reader.click(&format!(".others [rel={rel}]")).await;
            until(title, async || {
                (reader.texts("h1").await == [title]).then_some(())
            })
            .await;
            reader.until_live().await;
        }
        // Not awaited: the driver loses the answer of a script that navigates.
        let search_and_go = "
            const box = document.getElementById('q');
            box.value = 'e';
            box.dispatchEvent(new Event('input', { bubbles: true }));
            self.frames = 0;
            const count = () => { self.frames += 1; requestAnimationFrame(count); };
            count();
            setTimeout(() => history.back());";
        reader.ask::<()>(search_and_go, []).await;
        until(
            "the review before, and what is left of the search",
            async || {
                let is_there = reader.texts("h1").await == ["One Long Night"];
                let frames: u32 = reader.ask("return self.frames", []).await;
                (is_there && frames > 120).then_some(())
            },
        )
        .await;
        assert_eq!(reader.app_state().await.as_deref(), Some("ready"));
        assert_eq!(reader.status().await, "1 track · 1:01:01");
    });
}

#[test]
fn two_hundred_steps_take_no_more_memory_than_twenty() {
    let (_site, plan) = series();
    scenario(plan, async |reader| {
        chromium::run_before_pages(&reader.client, NOTE_MEMORY).await;
        let still = [("prefers-reduced-motion", "reduce")];
        reader.set_preferences(&still).await;
        reader.open_live("").await;
        step(reader, 10).await;
        let early = memory(reader).await;
        for _ in 0..9 {
            step(reader, 10).await;
        }
        let late = memory(reader).await;
        for (early, late) in early.into_iter().zip(late) {
            assert!(late * 10 <= early * 11, "from {early} to {late} bytes");
        }
    });
}

#[test]
fn a_step_has_a_view_transition_except_with_reduced_motion() {
    let (_site, plan) = series();
    scenario(plan, async |reader| {
        reader.open_live("").await;
        let count = "self.transitions = 0;
            const { startViewTransition } = document;
            document.startViewTransition = (update) => {
                self.transitions += 1;
                return startViewTransition.call(document, update);
            };";
        reader.ask::<()>(count, []).await;
        step(reader, 1).await;
        let transitions = "return self.transitions";
        assert_eq!(reader.ask::<u32>(transitions, []).await, 2);
        let less = [("prefers-reduced-motion", "reduce")];
        reader.set_preferences(&less).await;
        step(reader, 1).await;
        assert_eq!(reader.ask::<u32>(transitions, []).await, 2);
    });
}

/// What a screen reader speaks of a page that it is led to.
#[test]
fn the_title_of_the_next_review_is_that_of_the_accessible_document() {
    let (_site, plan) = series();
    scenario(plan, async |reader| {
        reader.open_live("").await;
        reader.click(".others [rel=prev]").await;
        until("the next title", async || {
            let tree = chromium::accessibility_tree(&reader.client).await;
            let root = &tree["nodes"][0];
            assert_eq!(root["role"]["value"], "RootWebArea");
            let title = root["name"]["value"].as_str().unwrap_or_default();
            title.starts_with("Harbour Lights").then_some(())
        })
        .await;
        assert_eq!(reader.focus().await, "");
    });
}

/// Until the app fetches the data of the next review itself, and on pages without
/// the app.
#[test]
fn pages_are_fetched_ahead_by_rules_only_where_the_app_does_not() {
    let (_site, plan) = series();
    scenario(plan, async |reader| {
        let rules = "return document.querySelectorAll('script[type=speculationrules]').length";
        reader.open_live("").await;
        assert_eq!(reader.ask::<u32>(rules, []).await, 0);
        reader.open("all/").await;
        assert_eq!(reader.ask::<u32>(rules, []).await, 1);
        let link = ".others a[href*=harbour]";
        reader.point_at(link, 0.5, 0.5).await;
        until("the page of the link to be fetched", async || {
            let visits = reader.server.visits();
            let is_page = |path: &str| path.ends_with("/harbour-lights/");
            visits
                .iter()
                .any(|visit| is_page(&visit.path))
                .then_some(())
        })
        .await;
        assert!(reader.address("pathname").await.ends_with("/all/"));
    });
}

/// Where the app does not go to it itself, the next review is rendered while the
/// pointer is on its link.
#[test]
fn the_next_review_is_prerendered_by_rules() {
    let (_site, plan) = series();
    scenario(plan, async |reader| {
        let without = "Object.defineProperty(window, 'navigation', { value: undefined });";
        chromium::run_before_pages(&reader.client, without).await;
        reader.open("").await;
        reader.point_at(".others [rel=prev]", 0.5, 0.5).await;
        until("the review’s page to be fetched", async || {
            let visits = reader.server.visits();
            visits
                .iter()
                .any(|visit| visit.path == "/harbour-lights/")
                .then_some(())
        })
        .await;
        reader.click(".others [rel=prev]").await;
        until("the prerendered page", async || {
            let page = "return location.pathname.endsWith('/harbour-lights/')
                && performance.getEntriesByType('navigation')[0].activationStart > 0";
            let is_prerendered: bool = reader.ask(page, []).await;
            is_prerendered.then_some(())
        })
        .await;
    });
}

/// The data of the next and the previous review, so that a step to it takes no wait.
#[test]
fn a_review_is_fetched_ahead_before_its_link_comes_into_view() {
    let (_site, plan) = series();
    // Chromium asks for the manifest again at each address; the review that is shown
    // without the host fetches its own neighbours in vain.
    let plan = plan
        .expect_message("manifest.webmanifest")
        .expect_message("review.json - Failed to load resource");
    scenario(plan, async |reader| {
        reader.resize(390, 300).await;
        reader.open_live("").await;
        let data = "/harbour-lights/review.json";
        let is_fetched = || {
            reader
                .server
                .visits()
                .iter()
                .any(|visit| visit.path == data)
        };
        assert!(!is_fetched(), "it is far away");
        // To half a window above the link.
        let scroll = "
            const { top } = document.querySelector('.others [rel=prev]').getBoundingClientRect();
            scrollBy({ top: top - 1.5 * innerHeight, behavior: 'instant' });";
        reader.ask::<()>(scroll, []).await;
        until("the data of the review", async || {
            is_fetched().then_some(())
        })
        .await;
        reader.lose_host().await;
        reader.click(".others [rel=prev]").await;
        until("the review", async || {
            (reader.texts("h1").await == ["Harbour Lights"]).then_some(())
        })
        .await;
    });
}
