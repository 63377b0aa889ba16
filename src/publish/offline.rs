//! `sw.js`, by which a site is there offline after one visit: `offline.js` with
//! the files of the app, each with its hash, filled in.
//!
//! Called once everything else is written. It lists what a page needs to be
//! live, and no page: those are kept as readers visit them.

use std::{collections::BTreeMap, fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::{
    Failure, machines,
    script::{self, Kind},
    write,
};

const WORKER: &str = "sw.js";
const TEMPLATE: &str = include_str!("offline.js");
const VERSION: &str = "PUBLISH_VERSION";
const FILES: &str = "PUBLISH_FILES";

/// What takes the worker off again.
const OFF: &str = include_str!("../../hosting/sw-off.js");

/// How the names end of what belongs to the app, in the site's root. Chromium
/// looks at one of the icons for a home screen with each page, offline too.
const APP: [&str; 6] = [
    ".css",
    ".js",
    machines::SMALL_ICON,
    ".svg",
    ".wasm",
    ".webmanifest",
];

/// Writes the worker of a finished site.
pub fn worker(out: &Path) -> Result<(), Failure> {
    let files = app_files(out)?;
    let list = format!("{files:#?}");
    // What the worker does is a part of the version too.
    let template = script::minify(TEMPLATE, Kind::Module).map_err(Failure::Other)?;
    let version = Sha256::digest([&*template, &list].concat());
    let version: String = version[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let script = template
        .replace(VERSION, &format!("{version:?}"))
        .replace(FILES, &list);
    write(&out.join(WORKER), script)
}

/// Writes, in the worker's place, what switches it off: who writes a review
/// wants to see each page as it is now.
pub fn no_worker(out: &Path) -> Result<(), Failure> {
    write(&out.join(WORKER), OFF)
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
