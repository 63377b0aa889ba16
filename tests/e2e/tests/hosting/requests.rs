//! Requests that no page makes: for files that are missing or hidden, with other
//! methods, with names that no file has.

use e2e::{
    Deployed,
    host::{Answer, Host, KINDS, Kind},
    settings,
};

/// Runs `test` on each server, with the site at its root and some hidden files.
fn on_each_server(test: impl Fn(&Host, Kind)) {
    let site = Deployed::empty();
    site.copy_all(&settings::dist(), "");
    for hidden in [
        ".env",
        ".git/config",
        "mission-impossible-fallout/.draft.swp",
    ] {
        site.write(hidden, b"secret");
    }
    site.write(".well-known/security.txt", b"public");
    for kind in KINDS {
        test(&Host::start(kind, site.path()), kind);
    }
}

fn get(host: &Host, path: &str) -> Answer {
    host.get(path, "identity")
}

/// In the middle of a deploy a page may name a file that has not arrived. Kept as
/// missing for a year, the page would stay without it.
#[test]
fn a_missing_hashed_file_is_asked_for_again() {
    on_each_server(|host, kind| {
        for path in [
            "/liner-notes-0123456789abcdef.js",
            "/liner-notes-0123456789abcdef_bg.wasm",
        ] {
            let answer = get(host, path);
            assert_eq!(answer.status, 404, "{kind:?}");
            assert_eq!(
                answer.header("cache-control"),
                "no-cache",
                "{kind:?} {path}"
            );
        }
    });
}

#[test]
fn the_site_is_only_read() {
    on_each_server(|host, kind| {
        for method in ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"] {
            for path in ["/", "/sw.js", "/new.html"] {
                let status = host.request(method, path, "identity").status;
                assert!(
                    [404, 405].contains(&status),
                    "{kind:?} {method} {path}: {status}"
                );
            }
            let status = host.request(method, "/", "identity").status;
            assert_eq!(status, 405, "{kind:?} {method}");
        }
        let head = host.request("HEAD", "/", "identity");
        assert_eq!((head.status, head.body.len()), (200, 0), "{kind:?}");
    });
}

#[test]
fn hidden_files_and_impossible_names_are_missing() {
    on_each_server(|host, kind| {
        let answer = get(host, "/.well-known/security.txt");
        assert_eq!(
            (answer.status, &*answer.body),
            (200, &b"public"[..]),
            "{kind:?}"
        );
        for path in [
            "/.env",
            "/.git/config",
            "/mission-impossible-fallout/.draft.swp",
        ] {
            let answer = get(host, path);
            let body = String::from_utf8_lossy(&answer.body).into_owned();
            assert_eq!(answer.status, 404, "{kind:?} {path}");
            assert!(
                body.contains("There is no such page"),
                "{kind:?} {path}: {body}"
            );
        }
        for path in [
            "/%00",
            "/a%00b/",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/..%2f..%2fetc/passwd",
        ] {
            let status = get(host, path).status;
            assert!([400, 404].contains(&status), "{kind:?} {path}: {status}");
        }
    });
}

/// Otherwise a cache may hand the plain form to everybody, or the compressed one
/// to somebody who cannot read it.
#[test]
fn caches_keep_both_forms_of_a_compressed_file() {
    on_each_server(|host, kind| {
        for path in ["/", "/sw.js", "/mission-impossible-fallout/"] {
            for coding in ["identity", "br", "gzip"] {
                let vary = host.get(path, coding).header("vary");
                assert_eq!(vary, "Accept-Encoding", "{kind:?} {path} {coding}");
            }
        }
    });
}

#[test]
fn no_server_names_its_version() {
    on_each_server(|host, kind| {
        for path in ["/", "/missing", "/%00"] {
            let server = get(host, path).header("server");
            assert!(
                ["", "nginx"].contains(&server.as_str()),
                "{kind:?} {path}: {server}"
            );
        }
    });
}
