//! `sw.js`, by which a site is there offline after one visit: `service_worker.js` with
//! the files of the app, each with its hash, filled in.
//!
//! Called once everything else is written. It lists what a page needs to be
//! live, and what a reader is likely to want next; all other pages are kept as
//! readers visit them.

use std::{collections::BTreeMap, fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::{
    Failure, PAGE, metadata,
    minify_js::{self, Kind},
    site_index, write,
};
use model::payload::TRACKS_FILE;

const WORKER: &str = "sw.js";
const TEMPLATE: &str = include_str!("service_worker.js");
const VERSION: &str = "PUBLISH_VERSION";
const FILES: &str = "PUBLISH_FILES";
const MORE: &str = "PUBLISH_MORE";

/// A file of every album's tracks that is larger, in bytes before compression, is
/// fetched only when it is used.
const MOST_TRACKS: u64 = 500_000;

/// What takes the worker off again.
const OFF: &str = include_str!("../../../hosting/sw-off.js");

/// How the names end of what belongs to the app, in the site's root. Chromium
/// looks at one of the icons for a home screen with each page, offline too.
const APP: [&str; 6] = [
    ".css",
    ".js",
    metadata::SMALL_ICON,
    ".svg",
    ".wasm",
    ".webmanifest",
];

/// Writes the worker of a finished site, whose newest review is called `newest`.
pub fn worker(out: &Path, newest: &str) -> Result<(), Failure> {
    let files = app_files(out)?;
    let list = format!("{files:#?}");
    let more = format!("{:?}", more(out, newest));
    // What the worker does is a part of the version too.
    let template = minify_js::minify(TEMPLATE, Kind::Module).map_err(Failure::Other)?;
    let version = Sha256::digest([&*template, &list, &more].concat());
    let version: String = version[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let script = template
        .replace(VERSION, &format!("{version:?}"))
        .replace(FILES, &list)
        .replace(MORE, &more);
    write(&out.join(WORKER), script)
}

/// Writes, in the worker's place, what switches it off: who writes a review
/// wants to see each page as it is now.
pub fn no_worker(out: &Path) -> Result<(), Failure> {
    write(&out.join(WORKER), OFF)
}

/// What is kept besides the front page and what a reader visits.
fn more(out: &Path, newest: &str) -> Vec<String> {
    let mut more = vec![format!("{newest}/")];
    if out.join(site_index::ALL).join(PAGE).exists() {
        more.push(site_index::ALL.to_owned());
    }
    let tracks = fs::metadata(out.join(TRACKS_FILE));
    if tracks.is_ok_and(|about| about.len() <= MOST_TRACKS) {
        more.push(TRACKS_FILE.to_owned());
    }
    more
}

/// The app's files in order, each with the hash of its bytes. Written out for
/// debugging, such a map of plain names is an object in JavaScript as well.
fn app_files(out: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(out).map_err(Failure::io("list", out))? {
        let path = entry.map_err(Failure::io("list", out))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if name != WORKER && APP.iter().any(|ending| name.ends_with(ending)) {
            let bytes = fs::read(&path).map_err(Failure::io("read", &path))?;
            let hash = STANDARD.encode(Sha256::digest(bytes));
            files.insert(name.to_owned(), format!("sha256-{hash}"));
        }
    }
    Ok(files)
}
