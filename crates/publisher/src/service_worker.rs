//! Writes `sw.js`, the service worker by which the site works offline after one
//! visit: `service_worker.js` with the app's files and their hashes filled in.
//!
//! Called after everything else is written. The app, the newest review and the
//! list of all reviews are cached on installation; other pages as readers visit
//! them.

use std::{collections::BTreeMap, fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use crate::{
    failure::Failure,
    files::{PAGE, write},
    metadata::icons,
    programs::NAVIGATION,
    scripts,
};
use model::payload::{ALL_REVIEWS, TRACKS_FILE};

const WORKER: &str = "sw.js";
const VERSION: &str = "PUBLISH_VERSION";
const FILES: &str = "PUBLISH_FILES";
const MORE: &str = "PUBLISH_MORE";

/// In bytes before compression. A larger `tracks.json` is not cached on
/// installation, but only when used.
const MOST_TRACKS: u64 = 500_000;

/// The script that unregisters the service worker.
const OFF: &str = include_str!("../../../hosting/sw-off.js");

/// The name endings of the app's files in the site's root. Chromium requests
/// one of the home screen icons with each page, also offline.
const APP: [&str; 5] = [".js", icons::SMALL, ".svg", ".wasm", ".webmanifest"];

/// Writes the service worker of a finished site; `newest` is the newest
/// review's slug.
pub fn worker(out: &Path, newest: &str) -> Result<(), Failure> {
    let files = app_files(out)?;
    let list = format!("{files:#?}");
    let more = format!("{:?}", more(out, newest));
    // The version also depends on the worker's code.
    let template = scripts::SERVICE_WORKER.minified()?;
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

/// Writes the script that unregisters the worker in its place: a writer must
/// see the current version of each page.
pub fn no_worker(out: &Path) -> Result<(), Failure> {
    write(&out.join(WORKER), OFF)
}

/// The files to cache besides the app, the front page and visited pages.
fn more(out: &Path, newest: &str) -> Vec<String> {
    let mut more = vec![format!("{newest}/")];
    if out.join(ALL_REVIEWS).join(PAGE).exists() {
        more.push(ALL_REVIEWS.to_owned());
    }
    let tracks = fs::metadata(out.join(TRACKS_FILE));
    if tracks.is_ok_and(|about| about.len() <= MOST_TRACKS) {
        more.push(TRACKS_FILE.to_owned());
    }
    more
}

/// The app's files with their hashes. `Debug` of such a map is also a valid
/// JavaScript object.
fn app_files(out: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let mut files = BTreeMap::new();
    // From a site's only review there is nowhere to go.
    let has_others = out.join(TRACKS_FILE).exists();
    for entry in fs::read_dir(out).map_err(Failure::io("list", out))? {
        let path = entry.map_err(Failure::io("list", out))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if name.starts_with(NAVIGATION) && !has_others {
            continue;
        }
        if name != WORKER && APP.iter().any(|ending| name.ends_with(ending)) {
            let bytes = fs::read(&path).map_err(Failure::io("read", &path))?;
            let hash = STANDARD.encode(Sha256::digest(bytes));
            files.insert(name.to_owned(), format!("sha256-{hash}"));
        }
    }
    Ok(files)
}
