//! Reading on without a network, and what a reader has of a new version: all of
//! it or nothing.

use browser_tests::{
    Deployed, Plan, Reader,
    deploy::{Files, later_version},
    until,
};

use crate::{PAGES, assert_whole_review, story};

const BASE: &str = "/any/sub/path/";
const WORKER: &str = "sw.js";

/// What Chromium says of a host that is gone.
const GONE: [&str; 2] = ["ERR_CONNECTION_REFUSED", "Failed to update a ServiceWorker"];

pub fn plan(site: &Deployed) -> Plan {
    let plan = Plan::default().folder(site.path());
    GONE.iter()
        .fold(plan, |plan, part| plan.expect_message(part))
}

/// Waits until the worker has all it wants and rules the page.
pub async fn until_kept(reader: &Reader) {
    let active = "return navigator.serviceWorker.getRegistration()
        .then((found) => found?.active?.state === 'activated'
            && !found.installing && navigator.serviceWorker.controller !== null)";
    until("the worker to be active", async || {
        reader.ask::<bool>(active, []).await.then_some(())
    })
    .await;
}

/// The names of the caches, without what they have in common.
pub async fn kept(reader: &Reader) -> Vec<String> {
    let names = "return caches.keys().then((keys) => keys.map((key) => key.split(' ').at(-1)))";
    reader.ask(names, []).await
}

pub async fn version(reader: &Reader) -> String {
    let script = "return document.documentElement.dataset.version ?? 'first'";
    reader.ask(script, []).await
}

async fn assert_works(reader: &Reader) {
    reader.until_live().await;
    assert_whole_review(reader).await;
    reader.type_into("q", "storm").await;
    reader.until_shown(&[1, 13]).await;
    reader.clear().await;
    // The address follows after a pause, and would be what a reload searches.
    reader.until_address("search", "").await;
    assert_whole_review(reader).await;
}

/// Whether the page is one of the site's, and not the browser's own.
pub async fn is_ours(reader: &Reader) -> bool {
    reader
        .ask("return document.getElementById('app') !== null", [])
        .await
}

#[test]
fn after_one_visit_the_page_is_there_without_a_host() {
    for base in ["/", BASE] {
        for page in PAGES {
            let site = Deployed::default();
            story(plan(&site).under(base), async |reader| {
                reader.open_live(page).await;
                until_kept(reader).await;
                reader.lose_host().await;
                reader.reload().await;
                assert_works(reader).await;
                // The front page is kept wherever one began.
                reader.open("?q=fate").await;
                reader.until_live().await;
                assert_eq!(reader.value("q").await, "fate");
            });
        }
    }
}

#[test]
fn the_worker_rules_its_own_folder_and_keeps_what_it_lists() {
    let site = Deployed::default();
    story(plan(&site).under(BASE), async |reader| {
        reader.open_live("mission-impossible-fallout/").await;
        until_kept(reader).await;
        let scope = "return navigator.serviceWorker.ready.then(({ scope }) => scope)";
        let scope: String = reader.ask(scope, []).await;
        assert_eq!(scope, reader.server.url(""));
        for visit in reader.server.visits() {
            assert!(
                visit.path.starts_with(BASE) && visit.status < 400,
                "{visit:?}"
            );
        }
    });
}

#[test]
fn a_page_that_was_not_visited_is_told_missing_by_the_browser_alone() {
    let site = Deployed::default();
    story(plan(&site), async |reader| {
        reader.open_live("").await;
        until_kept(reader).await;
        reader.lose_host().await;
        let url = reader.server.url("mission-impossible-fallout/");
        // The driver may call the browser's own page on that an error.
        _ = reader.client.goto(&url).await;
        assert!(!is_ours(reader).await);
        reader.open_live("").await;
    });
}

#[test]
fn a_deploy_leaves_open_pages_alone_and_the_next_load_has_all_of_it() {
    let site = Deployed::default();
    story(plan(&site), async |reader| {
        reader.open_live("").await;
        until_kept(reader).await;
        let first = kept(reader).await;
        site.replace(&later_version());
        assert_works(reader).await;
        reader.reload().await;
        assert_works(reader).await;
        assert_eq!(version(reader).await, "later");
        until("the new version to be kept", async || {
            let kept = kept(reader).await;
            kept.iter().any(|name| !first.contains(name)).then_some(())
        })
        .await;
        until_kept(reader).await;
        reader.reload().await;
        until("the old version to be dropped", async || {
            let kept = kept(reader).await;
            (kept.len() == 1 && kept != first).then_some(())
        })
        .await;
        reader.lose_host().await;
        reader.reload().await;
        assert_works(reader).await;
        assert_eq!(version(reader).await, "later");
    });
}

/// Deploys that `spoil` has made half of; the first version stays whole.
fn first_version_stays(spoil: impl Fn(&mut Files)) {
    let site = Deployed::default();
    let plan = plan(&site).expect_lost_files().expect_message("integrity");
    story(plan, async |reader| {
        reader.open_live("").await;
        until_kept(reader).await;
        let first = site.files();
        let mut later = later_version();
        spoil(&mut later);
        site.put(&later);
        // The reader reads on and looks for a new version, which is not whole.
        let update = "return navigator.serviceWorker.getRegistration()
            .then((found) => found.update())
            .then((found) => new Promise((settled) => {
                const worker = found.installing;
                if (!worker) return settled('none');
                worker.onstatechange = () => settled(worker.state);
            }), () => 'refused')";
        let state: String = reader.ask(update, []).await;
        assert_eq!(state, "redundant");
        // The host is gone before the deploy is finished.
        site.replace(&first);
        reader.lose_host().await;
        reader.reload().await;
        assert_works(reader).await;
        assert_eq!(version(reader).await, "first");
    });
}

#[test]
fn a_version_whose_wasm_is_cut_is_not_taken() {
    first_version_stays(|later| {
        for (path, bytes) in later {
            if path.ends_with(".wasm") {
                bytes.truncate(bytes.len() / 2);
            }
        }
    });
}

#[test]
fn a_version_whose_style_is_missing_is_not_taken() {
    first_version_stays(|later| later.retain(|path, _| !path.ends_with(".css")));
}

#[test]
fn a_version_whose_pages_have_not_arrived_is_not_taken() {
    first_version_stays(|later| later.retain(|path, _| !path.ends_with(".html")));
}

#[test]
fn two_tabs_go_on_through_a_deploy() {
    let site = Deployed::default();
    story(plan(&site), async |reader| {
        reader.open_live("").await;
        until_kept(reader).await;
        let first = reader.client.window().await.expect("a tab");
        let second = reader.client.new_window(true).await.expect("another tab");
        reader
            .client
            .switch_to_window(second.handle)
            .await
            .expect("the other tab");
        reader.open_live("mission-impossible-fallout/").await;
        site.replace(&later_version());
        reader.reload().await;
        assert_works(reader).await;
        assert_eq!(version(reader).await, "later");
        reader
            .client
            .switch_to_window(first)
            .await
            .expect("the first tab");
        assert_eq!(version(reader).await, "first");
        assert_works(reader).await;
    });
}

#[test]
fn one_file_switches_it_off_for_good() {
    let site = Deployed::default();
    story(plan(&site), async |reader| {
        reader.open_live("").await;
        until_kept(reader).await;
        site.write(WORKER, include_bytes!("../../../../hosting/sw-off.js"));
        for _ in 0..2 {
            reader.reload().await;
            reader.until_live().await;
            until("nothing to be kept", async || {
                let registered = "return navigator.serviceWorker.getRegistrations()
                    .then((found) => found.length)";
                let none = reader.ask::<usize>(registered, []).await == 0;
                (none && kept(reader).await.is_empty()).then_some(())
            })
            .await;
        }
        reader.lose_host().await;
        reader.reload().await;
        assert!(!is_ours(reader).await);
    });
}

/// A full disk, or a window that keeps nothing.
#[test]
fn a_browser_that_can_keep_nothing_shows_the_site_all_the_same() {
    let site = Deployed::default();
    let worker = String::from_utf8(site.files()[WORKER].clone()).expect("it is UTF-8");
    let full =
        "caches.open = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));";
    site.write(WORKER, format!("{full}\n{worker}").as_bytes());
    story(plan(&site).expect_message("full"), async |reader| {
        for page in PAGES {
            reader.open_live(page).await;
            assert_works(reader).await;
        }
    });
}

#[test]
fn a_full_disk_after_the_first_visit_does_no_harm() {
    let site = Deployed::default();
    let worker = String::from_utf8(site.files()[WORKER].clone()).expect("it is UTF-8");
    let full =
        "Cache.prototype.put = new Proxy(Cache.prototype.put, { apply(put, cache, [key, value]) {
        if (self.registration.active) throw new DOMException('full', 'QuotaExceededError');
        return put.call(cache, key, value);
    } });";
    site.write(WORKER, format!("{full}\n{worker}").as_bytes());
    story(plan(&site), async |reader| {
        reader.open_live("").await;
        until_kept(reader).await;
        for page in PAGES {
            reader.open_live(page).await;
            assert_works(reader).await;
        }
    });
}
