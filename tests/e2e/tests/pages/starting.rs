//! Hydration moves nothing on the page, a bar shows the progress of a slow download,
//! and nothing is downloaded twice or too early.

use e2e::{BrowserPage, Faults, page, until};

use crate::{Plan, scenario};

/// Records the box of each visible element of the app.
const REMEMBER_PLACES: &str = "
    window.places = new Map([...document.querySelectorAll('#app *')].filter(visible)
        .map((element) => [element, JSON.stringify(element.getBoundingClientRect())]));";

/// The elements that were since moved, resized or removed.
const MOVED: &str = "
    return [...window.places]
        .filter(([element, place]) => JSON.stringify(element.getBoundingClientRect()) !== place)
        .map(([element]) => element.outerHTML.slice(0, 80));";

#[test]
fn hydration_moves_nothing() {
    let held = Plan::default().faults(Faults::default().hold(".wasm"));
    scenario(held, async |reader| {
        reader.open("").await;
        // Fonts and styles have loaded with the page.
        until_loaded(reader).await;
        let remember = page::with_visible(REMEMBER_PLACES);
        reader.ask::<()>(&remember, []).await;
        reader.server.release();
        reader.until_live().await;
        assert_eq!(reader.ask::<Vec<String>>(MOVED, []).await, [""; 0]);
    });
}

#[test]
fn a_slow_download_shows_a_progress_bar() {
    let held = Plan::default().faults(Faults::default().hold(".wasm"));
    scenario(held, async |reader| {
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

/// WebKit downloads a file again that a link with `rel=preload` has fetched for
/// `fetch`.
#[test]
fn each_file_of_the_app_is_downloaded_once() {
    let without_worker = Faults::default().hold(WORKER);
    scenario(Plan::default().faults(without_worker), async |reader| {
        reader.open_live("").await;
        for ending in [".js", ".wasm"] {
            assert_eq!(downloads(reader, ending), 1, "{ending}");
        }
    });
}

/// The worker fetches every file, and would share the connection with the app.
#[test]
fn the_worker_is_registered_once_the_app_has_started() {
    let held = Plan::default().faults(Faults::default().hold(".wasm"));
    scenario(held, async |reader| {
        reader.open("").await;
        until_loaded(reader).await;
        // Answered after a worker that was registered when the page had loaded.
        let ask = "fetch('./manifest.webmanifest').then(arguments[0])";
        let asked = reader.client.execute_async(ask, vec![]).await;
        asked.expect("the file arrives");
        assert_eq!(downloads(reader, WORKER), 0);
        reader.server.release();
        reader.until_live().await;
        until("the worker", async || {
            (downloads(reader, WORKER) == 1).then_some(())
        })
        .await;
    });
}

const WORKER: &str = "/sw.js";

/// The number of downloads of files whose paths end so.
fn downloads(reader: &BrowserPage, ending: &str) -> usize {
    let visits = reader.server.visits();
    let found = visits.iter().filter(|visit| visit.path.ends_with(ending));
    found.count()
}

async fn until_loaded(reader: &BrowserPage) {
    until("the page to have loaded", async || {
        let loaded = "return document.readyState === 'complete'";
        reader.ask::<bool>(loaded, []).await.then_some(())
    })
    .await;
}
