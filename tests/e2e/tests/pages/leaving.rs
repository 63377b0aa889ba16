//! A reader who goes on before the app has started. Firefox and WebKit break off the
//! downloads of a page as soon as the reader leaves it.

use std::time::Duration;

use e2e::{BrowserPage, Faults, Pages, until};
use tokio::time::sleep;

use crate::{Plan, engine_independent::series::series, scenario};

/// Records the state of the app, and follows a link to another review. Not at once,
/// because Chromium's driver would wait for the next page.
const LEAVE: &str = "
    const { dataset } = document.documentElement;
    new MutationObserver(() => { sessionStorage.state = dataset.app; })
        .observe(document.documentElement, { attributeFilter: ['data-app'] });
    setTimeout(() => document.querySelector('.others a').click(), 100);";

/// Leaves the front page, whose wasm has not arrived, for a page that does not come
/// until the server serves pages again.
async fn leave(reader: &BrowserPage, script: &str) {
    reader.open("").await;
    reader.server.set_pages(Pages::Held);
    reader.ask::<()>(script, []).await;
    // Downloads break off within some milliseconds.
    sleep(Duration::from_secs(1)).await;
}

/// Firefox gives up a script of the page before, so the driver is asked.
async fn until_arrived(reader: &BrowserPage) {
    reader.server.set_pages(Pages::Served);
    until("the other review", async || {
        let url = reader.client.current_url().await.ok()?;
        (url.path() == "/harbour-lights/").then_some(())
    })
    .await;
}

#[test]
fn a_page_that_is_left_reports_no_failure() {
    let (_folder, plan) = series();
    let plan = plan.faults(Faults::default().hold(".wasm"));
    scenario(plan.with_transitions(), async |reader| {
        leave(reader, LEAVE).await;
        until_arrived(reader).await;
        let state = "return sessionStorage.state ?? null";
        assert_eq!(reader.ask::<Option<String>>(state, []).await, None);
    });
}

#[test]
fn back_to_a_page_whose_download_broke_off_starts_the_app() {
    let (_folder, plan) = series();
    let plan = plan.faults(Faults::default().hold(".wasm"));
    scenario(plan.with_transitions(), async |reader| {
        leave(reader, LEAVE).await;
        until_arrived(reader).await;
        reader.client.back().await.expect("there is a page before");
        reader.server.release();
        reader.until_live().await;
    });
}

#[test]
fn a_reader_who_stays_after_all_learns_that_the_download_broke_off() {
    let (_folder, plan) = series();
    let plan = plan.faults(Faults::default().hold(".wasm"));
    let messages = [
        "Failed to fetch",
        "NetworkError",
        "AbortError",
        "Load failed",
    ];
    let plan = messages.into_iter().fold(plan, Plan::expect_message);
    scenario(plan.with_transitions(), async |reader| {
        let stay = format!("{LEAVE} setTimeout(() => stop(), 600);");
        leave(reader, &stay).await;
        let line = reader.until_failed().await;
        assert!(line.contains("could not be loaded"), "{line}");
    });
}
