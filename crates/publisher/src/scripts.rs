//! The site's own scripts: the files in `scripts/`, checked and minified in
//! each build.
//!
//! `shell.rs` inserts [`INLINE`] where `index.html` names them; the other
//! scripts belong to one page or are files of the site.

use crate::{
    check_js::{self, Globals},
    failure::Failure,
    minify_js::{self, Kind},
};

/// A script file.
#[derive(Clone, Copy, Debug)]
pub struct Script {
    /// Its file name in `scripts/`.
    pub name: &'static str,
    source: &'static str,
    kind: Kind,
    globals: Globals,
}

macro_rules! script {
    ($name:literal, $kind:ident, $globals:ident) => {
        Script {
            name: $name,
            source: include_str!(concat!("../scripts/", $name)),
            kind: Kind::$kind,
            globals: Globals::$globals,
        }
    };
}

/// The scripts with a slot in `index.html`; the last one's is in `Trunk.toml`.
pub const INLINE: [Script; 8] = [
    script!("folder_address.js", Classic, Page),
    script!("theme.js", Classic, Page),
    script!("controls.js", Classic, Page),
    script!("app_failure.js", Classic, Page),
    script!("fetch_wasm.js", Classic, Page),
    script!("register_worker.js", Module, Page),
    script!("keep_search.js", Module, Page),
    script!("loader.js", Module, Page),
];

/// Filters the list of all reviews.
pub const ALL_REVIEWS: Script = script!("all_reviews.js", Classic, Page);

/// Finds the site's root for `404.html`.
pub const NOT_FOUND: Script = script!("not_found.js", Classic, Page);

/// Shows diagnostics over a page.
pub const OVERLAY: Script = script!("overlay.js", Classic, Page);

/// Makes the site work offline.
pub const SERVICE_WORKER: Script = script!("service_worker.js", Module, Worker);

impl Script {
    /// The minified script.
    ///
    /// # Errors
    /// The first fault that [`check_js`] reports, with file and line.
    pub fn minified(&self) -> Result<String, Failure> {
        let wrong = |why: String| {
            let file = format!("crates/publisher/scripts/{}", self.name);
            Failure::Other(format!("{file}:{why}"))
        };
        check_js::check(self.source, self.kind, self.globals).map_err(wrong)?;
        minify_js::minify(self.source, self.kind).map_err(wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{collections::BTreeSet, fs};

    #[test]
    fn every_file_is_a_script_without_fault() {
        let others = [ALL_REVIEWS, NOT_FOUND, OVERLAY, SERVICE_WORKER];
        let mut names = BTreeSet::new();
        for script in INLINE.iter().chain(&others) {
            let minified = script.minified();
            assert!(minified.is_ok(), "{minified:?}");
            names.insert(script.name.to_owned());
        }
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/scripts");
        let entries = fs::read_dir(folder).unwrap();
        let files = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        assert_eq!(files.collect::<BTreeSet<_>>(), names);
    }

    /// Hosts get this file as it is.
    #[test]
    fn the_script_that_removes_the_worker_is_without_fault() {
        let off = include_str!("../../../hosting/sw-off.js");
        assert_eq!(check_js::check(off, Kind::Classic, Globals::Worker), Ok(()));
    }
}
