//! Reading offline with the service worker. `deploys.rs` tests new versions.

use std::{
    fs,
    time::{Duration, Instant},
};

use e2e::{BrowserPage, Deployed, Faults, Pages, Plan, fixture::Series, until};
use publisher::service_worker;
use serde_json::json;

use crate::{PAGES, assert_whole_review, scenario};

const BASE: &str = "/any/sub/path/";
pub const WORKER: &str = "sw.js";

/// A script before which a browser asks to save data.
pub const SAVES_DATA: &str =
    "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });";

/// Chromium's console messages about a stopped server.
const GONE: [&str; 2] = ["ERR_CONNECTION_REFUSED", "Failed to update a ServiceWorker"];

pub fn plan(site: &Deployed) -> Plan {
    let plan = Plan::default().folder(site.path());
    GONE.iter()
        .fold(plan, |plan, part| plan.expect_message(part))
}

/// Begins the worker with `script`.
pub fn prepend(site: &Deployed, script: &str) {
    let worker = fs::read_to_string(site.path().join(WORKER)).expect("the worker");
    site.write(WORKER, format!("{script}\n{worker}").as_bytes());
}

/// After this time without an active worker the page is loaded again.
const LATE: Duration = Duration::from_secs(20);

/// Waits until a worker controls the page and no other is about to. Such a worker is
/// active, whatever its `state` says: in WebKit, one in some hundred pages misses the
/// change, and reads `installing` for good. As seldom, a page misses that it is
/// controlled; the next load is. After some dozen pages in one browser,
/// WebKit finds no registration for a page that a worker controls.
pub async fn until_kept(reader: &BrowserPage) {
    let active = "return navigator.serviceWorker.getRegistration()
        .then((found) => !found?.installing && !found?.waiting
            && navigator.serviceWorker.controller !== null)";
    let mut loaded = Instant::now();
    until("the worker to be active", async || {
        if loaded.elapsed() > LATE {
            reader.reload().await;
            loaded = Instant::now();
        }
        reader.ask::<bool>(active, []).await.then_some(())
    })
    .await;
}

/// The names of the caches, without their common prefix.
pub async fn kept(reader: &BrowserPage) -> Vec<String> {
    let names = "return caches.keys().then((keys) => keys.map((key) => key.split(' ').at(-1)))";
    reader.ask(names, []).await
}

pub async fn version(reader: &BrowserPage) -> String {
    let script = "return document.documentElement.dataset.version ?? 'first'";
    reader.ask(script, []).await
}

pub async fn assert_works(reader: &BrowserPage) {
    reader.until_live().await;
    assert_whole_review(reader).await;
    reader.type_into("q", "storm").await;
    reader.until_shown(&[1, 13]).await;
    reader.clear().await;
    // The address follows after a pause; a reload would use its search.
    reader.until_address("search", "").await;
    assert_whole_review(reader).await;
}

/// Whether the page is one of the site's, not the browser's error page.
pub async fn is_ours(reader: &BrowserPage) -> bool {
    reader
        .ask("return document.getElementById('app') !== null", [])
        .await
}

#[test]
fn after_one_visit_the_page_works_offline() {
    for base in ["/", BASE] {
        for page in PAGES {
            let site = Deployed::default();
            scenario(plan(&site).under(base), async |reader| {
                reader.open_live(page).await;
                until_kept(reader).await;
                reader.lose_host().await;
                reader.reload().await;
                assert_works(reader).await;
                // The front page is cached whichever page was visited first.
                reader.open("?q=fate").await;
                reader.until_live().await;
                assert_eq!(reader.value("q").await, "fate");
            });
        }
    }
}

/// As hosts spell it, or as a reader types it.
#[test]
fn a_page_is_served_offline_however_its_address_is_spelt() {
    let site = Deployed::default();
    // Requests of Firefox's preload scanner, which the page without a slash corrects.
    let plan = plan(&site).expect_message("not loaded: <link rel=\"modulepreload\"");
    scenario(plan.under(BASE), async |reader| {
        reader.open_live(PAGES[1]).await;
        until_kept(reader).await;
        reader.lose_host().await;
        let folder = PAGES[1].trim_end_matches('/');
        for end in ["", "/", "/index", "/index.html", "?q=", "/?q=#track-14"] {
            reader.open(&format!("{folder}{end}")).await;
            assert_works(reader).await;
        }
    });
}

#[test]
fn the_worker_controls_its_own_folder_and_caches_its_list() {
    let site = Deployed::default();
    scenario(plan(&site).under(BASE), async |reader| {
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

/// The site's own page, at any depth, with links to cached pages.
#[test]
fn an_uncached_page_lists_the_cached_pages() {
    for base in ["/", BASE] {
        let site = Deployed::default();
        let plan = plan(&site).under(base).with_transitions();
        scenario(plan, async |reader| {
            reader.open_live("").await;
            until_kept(reader).await;
            reader.lose_host().await;
            for page in ["night-trains/", "a/b/c.html"] {
                reader.open(page).await;
                let heading = reader.texts("h1").await;
                assert_eq!(
                    heading,
                    ["You are offline and this page was not visited yet"]
                );
                let styled =
                    "return getComputedStyle(document.querySelector('.reviews')).listStyleType";
                until("its style", async || {
                    (reader.ask::<String>(styled, []).await == "none").then_some(())
                })
                .await;
                // The front page and the newest review are the same.
                let listed = reader.texts(".reviews a").await;
                assert_eq!(listed, ["Mission: Impossible – Fallout · Liner Notes"]);
            }
            reader.click(".reviews a").await;
            let url = reader.server.url("mission-impossible-fallout/");
            let path = url
                .strip_prefix(reader.server.origin())
                .expect("it is there");
            reader.until_address("pathname", path).await;
            assert_works(reader).await;
            reader.open("night-trains/").await;
            reader.click(".home").await;
            reader.until_address("pathname", base).await;
            assert_works(reader).await;
        });
    }
}

/// The fixture site of three reviews with its own worker and a list of all
/// reviews.
fn series_to_keep() -> (Deployed, Plan) {
    let site = Deployed::empty();
    site.copy_all(&Series::shared().path(), "");
    service_worker::worker(site.path(), "one-long-night").expect("the worker");
    // Fetched ahead for a link in view, when the host is lost.
    let plan = plan(&site).expect_message("/review.json");
    (site, plan)
}

#[test]
fn a_visit_also_caches_the_newest_review_the_list_and_the_tracks() {
    let (_site, plan) = series_to_keep();
    scenario(plan, async |reader| {
        reader.open_live("harbour-lights/").await;
        until_kept(reader).await;
        reader.lose_host().await;
        for page in ["", "one-long-night/"] {
            reader.open_live(page).await;
            assert_eq!(reader.texts("h1").await, ["One Long Night"]);
        }
        reader.open("all/").await;
        let title = reader.ask::<String>("return document.title", []).await;
        assert!(title.starts_with("All"), "{title}");
        reader.open_live("harbour-lights/").await;
        reader.click("#every-album").await;
        reader.type_into("q", "-zzzz").await;
        until("tracks of other albums", async || {
            let found = reader.texts(".other-albums li a").await;
            (!found.is_empty()).then_some(())
        })
        .await;
    });
}

/// In browsers with the Navigation API the app shows it without a load.
#[test]
fn a_review_that_a_link_led_to_is_there_offline_too() {
    let (_site, plan) = series_to_keep();
    scenario(plan.with_transitions(), async |reader| {
        reader.open_live("").await;
        until_kept(reader).await;
        reader.reload().await;
        reader.until_live().await;
        reader.click(".others [rel=prev]").await;
        until("the next review", async || {
            (reader.texts("h1").await == ["Harbour Lights"]).then_some(())
        })
        .await;
        reader.until_live().await;
        let kept = "return caches.match(new URL('index.html', location).href)
            .then((page) => page !== undefined)";
        until("its page to be kept", async || {
            reader.ask::<bool>(kept, []).await.then_some(())
        })
        .await;
        reader.lose_host().await;
        reader.open_live("harbour-lights/").await;
        assert_eq!(reader.texts("h1").await, ["Harbour Lights"]);
    });
}

/// After four seconds at the latest.
#[test]
fn a_page_that_the_host_does_not_send_comes_from_the_cache() {
    for pages in [Pages::Held, Pages::Refused] {
        let site = Deployed::default();
        let plan = plan(&site).expect_message("503");
        scenario(plan, async |reader| {
            reader.open_live("").await;
            until_kept(reader).await;
            reader.server.set_pages(pages);
            reader.reload().await;
            assert_works(reader).await;
        });
    }
}

/// Without a load, in browsers with the Navigation API.
#[test]
fn a_review_that_the_host_does_not_send_comes_from_the_cache() {
    let (_site, plan) = series_to_keep();
    scenario(plan.with_transitions(), async |reader| {
        for page in ["harbour-lights/", ""] {
            reader.open_live(page).await;
            until_kept(reader).await;
        }
        reader.reload().await;
        reader.until_live().await;
        reader.server.set_pages(Pages::Held);
        // A page knows no other's data.
        reader.reload().await;
        reader.until_live().await;
        reader.click(".others [rel=prev]").await;
        until("the next review", async || {
            (reader.texts("h1").await == ["Harbour Lights"]).then_some(())
        })
        .await;
        reader.until_live().await;
    });
}

/// Its address is that of the review before, until it is loaded again.
#[test]
fn back_from_a_review_that_is_not_there_offline_leads_to_the_one_before() {
    let (_site, plan) = series_to_keep();
    scenario(plan.with_transitions(), async |reader| {
        reader.open_live("").await;
        until_kept(reader).await;
        reader.reload().await;
        reader.until_live().await;
        reader.lose_host().await;
        let go = "setTimeout(() => { location.href = arguments[0]; })";
        let url = reader.server.url("ueber-den-wolken/");
        reader.ask::<()>(go, [url.into()]).await;
        let until_at = async |title: &str| {
            until(title, async || {
                // Fails while no page is loaded.
                let heading = "return document.querySelector('h1')?.textContent";
                let heading = reader.client.execute(heading, vec![]).await.ok()?;
                heading.as_str()?.starts_with(title).then_some(())
            })
            .await;
        };
        until_at("You are offline").await;
        reader.client.back().await.expect("it can go back");
        until_at("One Long Night").await;
        reader.until_live().await;
    });
}

#[test]
fn with_save_data_only_visited_pages_are_cached() {
    let (site, plan) = series_to_keep();
    prepend(&site, SAVES_DATA);
    // The page fetches nothing ahead, either, which the worker would keep.
    let page = |html: &str| {
        let script = format!("<head><script>{SAVES_DATA}</script>");
        html.replacen("<head>", &script, 1)
    };
    scenario(plan.faults(Faults::default().edit(page)), async |reader| {
        reader.open_live("harbour-lights/").await;
        until_kept(reader).await;
        let kept = "return caches.keys().then((keys) => caches.open(keys[0]))
            .then((cache) => cache.keys())
            .then((kept) => kept.map(({ url }) => url)
                .filter((url) => /index.html$|tracks.json$/.test(url)))";
        let kept: Vec<String> = reader.ask(kept, []).await;
        assert_eq!(kept, [reader.server.url("harbour-lights/index.html")]);
        reader.lose_host().await;
        reader.open_live("harbour-lights/").await;
        reader.open("").await;
        assert_eq!(reader.texts(".reviews a").await.len(), 1);
    });
}

/// Such as another site of reviews, in a folder beside this one.
#[test]
fn caches_of_others_on_the_origin_stay() {
    let site = Deployed::default();
    scenario(plan(&site).under(BASE), async |reader| {
        reader.open_live("").await;
        until_kept(reader).await;
        let old = format!("liner-notes {} old", reader.server.url(""));
        let other = format!("liner-notes {}/other/ 1", reader.server.origin());
        let open =
            "return Promise.all(arguments[0].map((name) => caches.open(name))).then(() => 0)";
        let names = json!([old, other, "another"]);
        reader.ask::<u32>(open, [names]).await;
        // A page that loads drops the caches of older versions.
        reader.reload().await;
        until("the old cache to be dropped", async || {
            let names: Vec<String> = reader.ask("return caches.keys()", []).await;
            for stays in [&other, "another"] {
                assert!(names.iter().any(|name| name == stays), "{names:?}");
            }
            (!names.contains(&old)).then_some(())
        })
        .await;
    });
}

#[test]
fn sw_off_js_removes_the_worker() {
    let site = Deployed::default();
    scenario(plan(&site), async |reader| {
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

/// With a full disk, or in a window without storage.
#[test]
fn without_cache_storage_the_site_works() {
    let site = Deployed::default();
    prepend(
        &site,
        "caches.open = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));",
    );
    scenario(plan(&site).expect_message("full"), async |reader| {
        for page in PAGES {
            reader.open_live(page).await;
            assert_works(reader).await;
        }
    });
}

/// Opens pages with a worker that begins with the script `fault`.
fn works_with(fault: &str) {
    let site = Deployed::default();
    prepend(&site, fault);
    scenario(plan(&site), async |reader| {
        reader.open_live("").await;
        until_kept(reader).await;
        for page in PAGES {
            reader.open_live(page).await;
            assert_works(reader).await;
        }
    });
}

#[test]
fn a_full_disk_after_the_first_visit_breaks_nothing() {
    works_with(
        "Cache.prototype.put = new Proxy(Cache.prototype.put, { apply(put, cache, [key, value]) {
        if (self.registration.active) throw new DOMException('full', 'QuotaExceededError');
        return put.call(cache, key, value);
    } });",
    );
}

#[test]
fn storage_that_is_blocked_after_the_first_visit_breaks_nothing() {
    works_with(
        "caches.open = new Proxy(caches.open, { apply(open, _, [name]) {
        if (self.registration.active) throw new DOMException('blocked', 'SecurityError');
        return open.call(caches, name);
    } });",
    );
}
