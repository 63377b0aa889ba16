//! `hosting/upload.sh`: with the real rsync from folder to folder, where each
//! state that a reader may meet is checked; and the calls that it makes of the
//! AWS CLI, in whose place a program only records them.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Output},
};

use e2e::{Deployed, deploy::Files, deploy::later_version, settings};

/// Runs the script with programs of our own first on the `PATH`, one called
/// `name` that runs `body`. Returns its output and what `body` wrote to `$LOG`.
fn upload(site: &Path, words: &[&str], name: &str, body: &str) -> (Output, String) {
    let programs = Deployed::empty();
    programs.write(name, format!("#!/bin/sh\n{body}\n").as_bytes());
    let program = programs.path().join(name);
    fs::set_permissions(program, PermissionsExt::from_mode(0o755)).expect("it is ours");
    let path = std::env::var("PATH").expect("a search path");
    let log = programs.path().join("log");
    fs::write(&log, "").expect("it is ours");
    let run = Command::new(settings::project().join("hosting/upload.sh"))
        .args(words)
        .env("DIST", site)
        .env("LOG", &log)
        .env("PATH", format!("{}:{path}", programs.path().display()))
        .output();
    let log = fs::read_to_string(log).expect("it is ours");
    (run.expect("a shell is there"), log)
}

/// The real rsync, which also reports each file.
const RSYNC: &str = r#"PATH=${PATH#*:} exec rsync --out-format='%o %n' "$@" >> "$LOG""#;

fn with_rsync(site: &Path, words: &[&str], to: &Deployed) -> String {
    let folder = format!("{}/", to.path().display());
    let words = [words, &["rsync", &folder]].concat();
    let (output, log) = upload(site, &words, "rsync", RSYNC);
    assert!(output.status.success(), "{output:?}");
    log
}

fn folder_of(files: &Files) -> Deployed {
    let folder = Deployed::empty();
    folder.put(files);
    folder
}

fn is_hashed(path: &str) -> bool {
    let digits =
        |part: &str| (10..=16).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_hexdigit());
    !path.contains('/') && path.split(['-', '_', '.']).any(digits)
}

/// Every page, and the service worker, finds all hashed files that it names.
fn assert_whole(host: &Files, hashed: &[String], what: &str) {
    for (path, bytes) in host {
        if !path.ends_with(".html") && path != "sw.js" {
            continue;
        }
        let text = String::from_utf8_lossy(bytes);
        for name in hashed.iter().filter(|name| text.contains(*name)) {
            assert!(host.contains_key(name), "{what}: {path} lacks {name}");
        }
    }
}

/// Replays an upload file by file, as rsync reported it.
fn replayed(log: &str, mut host: Files, site: &Files, hashed: &[String]) -> (Files, Vec<String>) {
    let mut order = Vec::new();
    for line in log.lines() {
        let (what, path) = line.split_once(' ').expect("an operation and a path");
        if path.ends_with('/') {
            continue;
        }
        match what {
            "send" => _ = host.insert(path.to_owned(), site[path].clone()),
            "del." => assert!(host.remove(path).is_some(), "{path} was not there"),
            other => panic!("rsync did `{other}`"),
        }
        assert_whole(&host, hashed, line);
        order.push(line.to_owned());
    }
    (host, order)
}

/// However it is interrupted, a reader gets one version or the other.
#[test]
fn rsync_leaves_no_page_without_its_files_at_any_moment() {
    let first = Deployed::files_of(&settings::dist());
    let mut later = later_version();
    later.remove("offline.html").expect("a page that goes");
    later.insert("new/index.html".to_owned(), later["index.html"].clone());
    let hashed: Vec<String> = first
        .keys()
        .chain(later.keys())
        .filter(|path| is_hashed(path))
        .cloned()
        .collect();
    assert!(hashed.len() >= 8, "{hashed:?}");
    let host = Deployed::empty();
    with_rsync(folder_of(&first).path(), &[], &host);
    assert!(host.files() == first, "a first upload is whole");

    let site = folder_of(&later);
    let log = with_rsync(site.path(), &[], &host);
    let (state, order) = replayed(&log, first.clone(), &later, &hashed);
    assert!(state == host.files(), "rsync reported what it did");
    let at = |line: &str| {
        let found = order.iter().position(|own| own == line);
        found.unwrap_or_else(|| panic!("no `{line}` in {order:#?}"))
    };
    assert_eq!(at("del. offline.html"), order.len() - 1);
    assert_eq!(at("send sw.js"), order.len() - 2);
    // Old hashed files are kept for pages in caches, and then pruned.
    let mut kept = later.clone();
    kept.extend(first.into_iter().filter(|(path, _)| is_hashed(path)));
    assert!(state == kept);
    let log = with_rsync(site.path(), &["--prune"], &host);
    let (state, order) = replayed(&log, kept, &later, &hashed);
    assert!(state == later && host.files() == later);
    assert!(
        order.iter().all(|line| line.starts_with("del. ")),
        "{order:?}"
    );
}

#[test]
fn rsync_sends_nothing_twice_and_goes_on_after_an_interruption() {
    let site = Deployed::files_of(&settings::dist());
    let folder = folder_of(&site);
    let host = Deployed::empty();
    // The second of four calls is cut off.
    let cut = format!("test -s \"$LOG\" && exit 12\n{RSYNC}");
    let to = format!("{}/", host.path().display());
    let (output, log) = upload(folder.path(), &["rsync", &to], "rsync", &cut);
    assert_eq!(output.status.code(), Some(12));
    assert!(!log.contains(".html") && log.contains(".wasm"), "{log}");
    let log = with_rsync(folder.path(), &[], &host);
    assert!(host.files() == site);
    assert!(
        !log.contains(".wasm") && log.contains("send index.html\n"),
        "{log}"
    );
    let log = with_rsync(folder_of(&site).path(), &[], &host);
    assert!(!log.contains("send "), "{log}");
}

/// No store is asked: what the script would do is what it says to the AWS CLI.
#[test]
fn a_store_gets_hashed_files_first_and_loses_files_last() {
    let site = settings::dist();
    let record = r#"printf '%s\n' "$*" >> "$LOG""#;
    let run = |words: &[&str]| {
        let (output, log) = upload(&site, words, "aws", record);
        assert!(output.status.success(), "{output:?}");
        log.lines().map(ToOwned::to_owned).collect::<Vec<_>>()
    };
    let calls = run(&["s3", "s3://bucket/music/"]);
    let [wasm, hashed, manifest, pages, worker, deletions] = &calls[..] else {
        panic!("{calls:#?}");
    };
    for call in [wasm, hashed] {
        assert!(call.contains("--exclude * --include "), "{call}");
        assert!(call.contains("max-age=31536000, immutable"), "{call}");
    }
    assert!(wasm.ends_with("--content-type application/wasm"), "{wasm}");
    assert!(
        manifest.ends_with("application/manifest+json"),
        "{manifest}"
    );
    for call in [manifest, pages, worker, deletions] {
        assert!(call.contains("--cache-control no-cache"), "{call}");
    }
    assert!(pages.contains("--exclude sw.js"), "{pages}");
    let copies = format!("s3 cp {}/sw.js s3://bucket/music/sw.js ", site.display());
    assert!(worker.starts_with(&copies), "{worker}");
    let are_deleted = |call: &String| call.contains("--delete");
    assert_eq!(calls.iter().filter(|call| are_deleted(call)).count(), 1);
    assert!(are_deleted(deletions) && deletions.contains("--exclude *.wasm"));
    let pruning = run(&["--prune", "s3", "s3://bucket/music"]);
    assert_eq!(pruning[..5], calls[..5]);
    assert!(are_deleted(&pruning[5]) && !pruning[5].contains("*.wasm"));
}

#[test]
fn a_wrong_call_uploads_nothing() {
    let site = settings::dist();
    for words in [
        &[][..],
        &["rsync"],
        &["ftp", "example.org"],
        &["rsync", "a", "b"],
        &["rsync", ""],
        &["rsync", "/"],
        &["rsync", "user@example.org:"],
        &["rsync", "user@example.org:/"],
        &["--prune", "rsync", ""],
        &["s3", ""],
        &["s3", "s3://"],
        &["s3", "bucket/folder"],
    ] {
        let (output, log) = upload(&site, words, "rsync", RSYNC);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("upload.sh [--prune] rsync "), "{said}");
        assert_eq!(log, "", "{words:?}");
    }
    let empty = Deployed::empty();
    let (output, log) = upload(empty.path(), &["rsync", "x"], "rsync", RSYNC);
    assert_eq!((output.status.code(), &*log), (Some(1), ""));
}
