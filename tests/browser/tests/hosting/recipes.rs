//! What nginx and Caddy answer by the recipes, at a root and under a sub-path.

use std::path::Path;

use browser_tests::{
    Deployed, Plan,
    host::{Host, KINDS, Kind},
    settings, story, until,
};

const BASES: [&str; 2] = ["/", "/any/sub/"];
const REVIEW: &str = "mission-impossible-fallout/";

/// The site at `base` of what the server has as its root.
fn placed(base: &str) -> Deployed {
    let site = Deployed::empty();
    site.copy_all(&settings::dist(), base.trim_matches('/'));
    site
}

/// Tells the same of each server, at each place.
fn everywhere(tell: impl Fn(&Host, Kind, &str, &Path)) {
    for base in BASES {
        let site = placed(base);
        for kind in KINDS {
            let host = Host::start(kind, site.path());
            tell(&host, kind, base, &site.path().join(base.trim_matches('/')));
        }
    }
}

fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css",
        "html" => "text/html",
        "js" => "text/javascript",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "xml" => "text/xml",
        other => panic!("no recipe speaks of .{other}"),
    }
}

fn is_hashed(path: &str) -> bool {
    let digits =
        |part: &str| (10..=16).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_hexdigit());
    path.split(['-', '_', '.']).any(digits)
}

#[test]
fn every_file_has_its_kind_its_lifetime_and_the_headers_that_protect_it() {
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
            let lifetime = match is_hashed(&path) {
                true => "public, max-age=31536000, immutable",
                false => "no-cache",
            };
            assert_eq!(answer.header("cache-control"), lifetime, "{path}");
            assert_protected(&answer, &path);
        }
    });
}

fn assert_protected(answer: &browser_tests::host::Answer, what: &str) {
    let policy = answer.header("content-security-policy");
    assert!(
        policy.contains("frame-ancestors 'none'"),
        "{what}: {policy}"
    );
    assert!(!policy.contains("unsafe"), "{what}: {policy}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(
        answer.header("referrer-policy"),
        "strict-origin-when-cross-origin"
    );
    assert!(
        answer.header("permissions-policy").contains("camera=()"),
        "{what}"
    );
}

#[test]
fn what_lies_compressed_is_handed_out_so() {
    everywhere(|host, kind, base, folder| {
        let mut checked = 0;
        for (path, _) in Deployed::files_of(folder) {
            for (coding, ending) in [("br", "br"), ("gzip", "gz")] {
                let Ok(smaller) = std::fs::read(folder.join(format!("{path}.{ending}"))) else {
                    continue;
                };
                // A folder's address is a page's.
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
fn a_folder_without_its_slash_is_sent_there_and_a_missing_page_is_told() {
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
        assert_protected(&answer, "a missing page");
        if base == "/" {
            let page = String::from_utf8_lossy(&answer.body).into_owned();
            assert!(page.contains("There is no such page"), "{kind:?}: {page}");
        }
    });
}

/// Any message in the console fails this, and the browser has one for each
/// violation of a policy.
#[test]
fn a_readers_page_works_there_and_stays_when_the_host_is_gone() {
    for base in BASES {
        let site = placed(base);
        for kind in KINDS {
            let host = Host::start(kind, site.path());
            let plan = Plan::default().at(&host.origin(), base);
            let plan = plan.expect_message("ERR_CONNECTION_REFUSED");
            story(
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
