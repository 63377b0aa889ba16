//! The responses of nginx and Caddy with the recipes, at the root and under a
//! sub-path.

use std::path::Path;

use e2e::{
    Deployed, Plan,
    host::{Answer, Host, KINDS, Kind},
    scenario, settings, until,
};

use crate::headers::{self, Headers};

const BASES: [&str; 2] = ["/", "/any/sub/"];
const REVIEW: &str = "mission-impossible-fallout/";

/// The site at `base` inside the server's root.
fn placed(base: &str) -> Deployed {
    let site = Deployed::empty();
    site.copy_all(&settings::dist(), base.trim_matches('/'));
    site
}

/// Runs `check` on each server, at each base path.
fn everywhere(check: impl Fn(&Host, Kind, &str, &Path)) {
    for base in BASES {
        let site = placed(base);
        for kind in KINDS {
            let host = Host::start(kind, site.path());
            check(&host, kind, base, &site.path().join(base.trim_matches('/')));
        }
    }
}

fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html",
        "js" => "text/javascript",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "xml" => "text/xml",
        other => panic!("no recipe speaks of .{other}"),
    }
}

#[test]
fn every_file_has_its_type_lifetime_and_security_headers() {
    everywhere(|host, kind, base, folder| {
        for (path, bytes) in Deployed::files_of(folder) {
            let answer = host.get(&format!("{base}{path}"), "identity");
            let what = format!("{kind:?} {base}{path}: {answer:?}");
            assert_eq!(answer.status, 200, "{path}");
            assert!(answer.body == bytes, "{path}");
            assert!(
                answer.header("content-type").starts_with(mime(&path)),
                "{what:.600}"
            );
            assert_headers(&answer, &format!("/{path}"));
        }
    });
}

/// Headers that servers add by themselves.
const OWN: [&str; 10] = [
    "accept-ranges",
    "connection",
    "content-length",
    "content-type",
    "date",
    "etag",
    "last-modified",
    "server",
    "transfer-encoding",
    "vary",
];

/// The three recipes agree: apart from a server's own headers, the response has
/// exactly those of `_headers`.
fn assert_headers(answer: &Answer, path: &str) {
    let mut expected = headers::of(path);
    expected.remove("content-type");
    // Only for HTTPS, which these servers do not speak here.
    expected.remove("strict-transport-security");
    // Where `_headers` has no rule, its hosts revalidate pages.
    let anew = || "no-cache".to_owned();
    expected
        .entry("cache-control".to_owned())
        .or_insert_with(anew);
    let names = answer.headers.iter().map(|(name, _)| name.as_str());
    let sent: Headers = names
        .filter(|name| !OWN.contains(name))
        .map(|name| (name.to_owned(), answer.header(name)))
        .collect();
    assert_eq!(sent, expected, "{path}");
}

#[test]
fn precompressed_files_are_served() {
    everywhere(|host, kind, base, folder| {
        let mut checked = 0;
        for (path, _) in Deployed::files_of(folder) {
            for (coding, ending) in [("br", "br"), ("gzip", "gz")] {
                let Ok(smaller) = std::fs::read(folder.join(format!("{path}.{ending}"))) else {
                    continue;
                };
                // A page's address is its folder.
                let path = path.trim_end_matches("index.html");
                let answer = host.get(&format!("{base}{path}"), coding);
                let what = format!("{kind:?} {base}{path} as {coding}");
                assert_eq!(answer.header("content-encoding"), coding, "{what}");
                assert!(answer.body == smaller, "{what}");
                assert!(answer.header("vary").contains("Accept-Encoding"), "{what}");
                checked += 1;
            }
        }
        assert!(checked > 10, "only {checked} files");
    });
}

#[test]
fn a_folder_redirects_to_its_slash_and_a_missing_page_is_a_404() {
    everywhere(|host, kind, base, _| {
        let answer = host.get(
            &format!("{base}{}", REVIEW.trim_end_matches('/')),
            "identity",
        );
        assert!(
            [301, 308].contains(&answer.status),
            "{kind:?}: {}",
            answer.status
        );
        assert!(
            answer
                .header("location")
                .ends_with(&format!("{base}{REVIEW}"))
        );
        assert!(!answer.header("location").starts_with("http"));
        let answer = host.get(&format!("{base}no/such/page"), "identity");
        assert_eq!(answer.status, 404);
        assert_headers(&answer, "/no/such/page");
        if base == "/" {
            let page = String::from_utf8_lossy(&answer.body).into_owned();
            assert!(page.contains("There is no such page"), "{kind:?}: {page}");
        }
    });
}

/// `site.toml` does not contain the base path: the page finds it at run time.
#[test]
fn the_404_page_has_style_and_links_at_any_depth() {
    let site = placed("/");
    for kind in KINDS {
        let host = Host::start(kind, site.path());
        let plan = Plan::default().at(&host.origin(), "/");
        scenario(plan.expect_message("404 (Not Found)"), async |reader| {
            for page in ["nothing", "no/such/page/at/all.html"] {
                reader.open(page).await;
                until("the way back", async || {
                    (reader.texts("#way-back").await.len() == 1).then_some(())
                })
                .await;
                let bar = "return getComputedStyle(document.querySelector('.site')).display";
                assert_eq!(reader.ask::<String>(bar, []).await, "flex");
                reader.click("#way-back").await;
                reader.until_live().await;
            }
        });
    }
}

/// Any console message fails this test, and the browser reports each violation
/// of a policy.
#[test]
fn a_page_works_and_stays_available_offline() {
    for base in BASES {
        let site = placed(base);
        for kind in KINDS {
            let host = Host::start(kind, site.path());
            let plan = Plan::default().at(&host.origin(), base);
            let plan = plan.expect_message("ERR_CONNECTION_REFUSED");
            scenario(
                plan.expect_message("Failed to update a ServiceWorker"),
                async |reader| {
                    for page in ["", REVIEW] {
                        reader.open_live(page).await;
                        reader.type_into("q", "storm").await;
                        reader.until_shown(&[1, 13]).await;
                    }
                    let kept = "return navigator.serviceWorker.getRegistration()
                    .then((found) => found?.active?.state === 'activated')";
                    until("the worker to be active", async || {
                        reader.ask::<bool>(kept, []).await.then_some(())
                    })
                    .await;
                    drop(host);
                    for page in ["", REVIEW] {
                        reader.open_live(page).await;
                        reader.type_into("q", "storm").await;
                        reader.until_shown(&[1, 13]).await;
                    }
                },
            );
        }
    }
}
