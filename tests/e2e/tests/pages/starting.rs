//! Hydration moves nothing on the page, and a bar shows the progress of a slow
//! download.

use e2e::{Faults, page, until};

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
        until("the page to have loaded", async || {
            let loaded = "return document.readyState === 'complete'";
            reader.ask::<bool>(loaded, []).await.then_some(())
        })
        .await;
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
