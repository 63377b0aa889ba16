//! Browsers without working storage: blocked, full, or without service workers.

use e2e::{BrowserPage, Faults, Plan};

use crate::{PAGES, assert_whole_review, scenario, theme};

/// As in browsers where the reader has blocked a site's data.
const BLOCKED: &str = "<script>{
    const blocked = () => { throw new DOMException('blocked', 'SecurityError'); };
    for (const store of ['caches', 'indexedDB', 'localStorage', 'sessionStorage']) {
        Object.defineProperty(window, store, { get: blocked });
    }
    Object.defineProperty(document, 'cookie', { get: blocked, set: blocked });
    ServiceWorkerContainer.prototype.register = async () => blocked();
}</script>";

/// As with a full disk: reading works, writing fails.
const FULL: &str = "<script>
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
</script>";

/// As in browsers without service workers, or in some private windows.
const NO_WORKERS: &str = "<script>
    delete Navigator.prototype.serviceWorker;
    delete window.caches;
</script>";

async fn assert_works(reader: &BrowserPage) {
    assert_whole_review(reader).await;
    reader.type_into("q", "storm").await;
    reader.until_shown(&[1, 13]).await;
    reader.until_address("search", "?q=storm").await;
    theme::choose(reader, "dark").await;
    assert!(theme::is_dark(reader).await);
}

fn with(script: &str, html: &str) -> String {
    html.replacen("<head>", &format!("<head>{script}"), 1)
}

/// A page in a browser with blocked storage.
pub fn blocked(html: &str) -> String {
    with(BLOCKED, html)
}

fn works(edit: impl Fn(&str) -> String + Send + Sync + 'static) {
    let plan = Plan::default().faults(Faults::default().edit(edit));
    scenario(plan, async |reader| {
        for page in PAGES {
            reader.open_live(page).await;
            assert_works(reader).await;
        }
    });
}

#[test]
fn the_page_works_with_blocked_storage() {
    works(blocked);
}

#[test]
fn the_page_works_with_full_storage() {
    works(|html| with(FULL, html));
}

#[test]
fn the_page_works_without_service_workers() {
    works(|html| with(NO_WORKERS, html));
}
