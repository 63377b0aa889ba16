//! The same folder works under any path, without requests to other origins.

use e2e::{BrowserPage, Engine, Faults, Folders, server::Visit, settings};

use crate::{PAGES, Plan, scenario};

const BASE: &str = "/any/sub/path/";

/// A policy that allows the page's own origin, so that the console reports
/// every request to another.
const OWN_ORIGIN: &str = "default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'";

/// All addresses in the page's elements, as written and as resolved.
const ADDRESSES: &str = "
    return [...document.querySelectorAll('[href], [src]')].map((element) => {
        const written = element.getAttribute('href') ?? element.getAttribute('src');
        return [written, new URL(written, document.baseURI).href];
    });";

#[test]
fn the_site_works_under_any_path() {
    for page in PAGES {
        scenario(Plan::default().under(BASE), async |reader| {
            reader.open_live(page).await;
            reader.type_into("q", "storm").await;
            reader.until_shown(&[1, 13]).await;
            for visit in reader.server.visits() {
                assert!(visit.path.starts_with(BASE), "{visit:?}");
                assert!(visit.status < 400, "{visit:?}");
            }
        });
    }
}

/// On such hosts a page's address looks like a file's, so `../` would resolve
/// to one folder too high.
#[test]
fn the_site_works_on_a_host_that_drops_slashes() {
    for base in ["/", BASE] {
        let faults = Faults::default().folders(Folders::NoSlash);
        let plan = Plan::default().under(base).faults(faults);
        // Requests of Firefox's preload scanner, see below.
        let plan = plan.expect_message("not loaded: <link rel=\"modulepreload\"");
        scenario(plan, async |reader| {
            for page in [
                "",
                "mission-impossible-fallout",
                "mission-impossible-fallout/?q=storm",
            ] {
                reader.open_live(page).await;
                assert_nothing_lost(&reader.server.visits());
            }
            reader.until_shown(&[1, 13]).await;
            assert_eq!(reader.address("search").await, "?q=storm");
        });
    }
}

/// Firefox's preload scanner runs before the script that restores the slash,
/// and requests some files in the parent folder, where they are missing. It
/// then requests the right addresses: only a file that it never received is
/// lost.
fn assert_nothing_lost(visits: &[Visit]) {
    let name = |visit: &Visit| visit.path.rsplit('/').next().map(ToOwned::to_owned);
    let looked_ahead = |lost: &Visit| {
        let found = |visit: &Visit| visit.status < 400 && name(visit) == name(lost);
        settings::engine() == Engine::Firefox && visits.iter().any(found)
    };
    let lost = visits.iter().filter(|visit| visit.status >= 400);
    let lost: Vec<_> = lost.filter(|visit| !looked_ahead(visit)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn the_site_works_in_an_object_store() {
    let faults = Faults::default().folders(Folders::None);
    let plan = Plan::default().under(BASE).faults(faults);
    scenario(plan.with_transitions(), async |reader| {
        reader
            .open_live("mission-impossible-fallout/index.html")
            .await;
        reader.click("a.home").await;
        reader
            .until_address("pathname", &format!("{BASE}index.html"))
            .await;
        reader.until_live().await;
    });
}

#[test]
fn no_request_leaves_the_origin() {
    let plan = Plan::default().faults(Faults::default().policy(OWN_ORIGIN));
    scenario(plan, async |reader| {
        for page in PAGES {
            reader.open_live(page).await;
            reader.type_into("q", "storm").await;
            reader.until_shown(&[1, 13]).await;
            let asked =
                "return performance.getEntriesByType('resource').map((entry) => entry.name)";
            let asked: Vec<String> = reader.ask(asked, []).await;
            assert!(asked.iter().any(|url| url.ends_with(".wasm")), "{asked:?}");
            for url in asked {
                assert!(url.starts_with(reader.server.origin()), "{url}");
            }
        }
    });
}

#[test]
fn every_relative_address_resolves_to_a_file() {
    scenario(Plan::default().under(BASE), async |reader| {
        for page in PAGES {
            reader.open_live(page).await;
            let addresses: Vec<[String; 2]> = reader.ask(ADDRESSES, []).await;
            assert!(addresses.len() > 5, "{addresses:?}");
            for [written, url] in addresses {
                assert!(!written.starts_with('/'), "not relative: {written}");
                if url.starts_with(reader.server.origin()) {
                    assert_leads_somewhere(reader, &url).await;
                }
            }
        }
    });
}

async fn assert_leads_somewhere(reader: &BrowserPage, url: &str) {
    let site = reader.server.url("");
    assert!(url.starts_with(&site), "{url} leaves {site}");
    let fetched = "return fetch(arguments[0]).then((response) => response.status)";
    assert_eq!(reader.ask::<u16>(fetched, [url.into()]).await, 200, "{url}");
    let target = "
        const url = new URL(arguments[0]);
        return url.hash === '' || url.pathname !== location.pathname
            || document.getElementById(decodeURIComponent(url.hash.slice(1))) !== null";
    assert!(
        reader.ask::<bool>(target, [url.into()]).await,
        "{url} has no target"
    );
}
