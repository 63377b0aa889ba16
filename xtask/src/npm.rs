//! The tools from npm, in the versions of `xtask/package-lock.json`: binaryen,
//! axe-core, the Nu HTML checker, Lighthouse and MDN's HTTP Observatory.
//!
//! Called by `setup`. All are installed together, without their install
//! scripts, into a folder of the cache that is named after the lock file.

use crate::cache;
use crate::env;
use crate::failure::Failure;
use crate::run::{command, run};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Programs and scripts, relative to `node_modules/`.
pub const AXE: &str = "axe-core/axe.min.js";
pub const HTML_CHECKER: &str = "vnu-jar/build/dist/vnu.jar";
pub const LIGHTHOUSE: &str = "lighthouse/cli/index.js";
pub const OBSERVATORY: &str = "@mdn/mdn-http-observatory/src/scan.js";
pub const WASM_OPT: &str = ".bin/wasm-opt";

/// A list of domains that the HTTP Observatory's install script would download.
/// It is read for each scan; the addresses that are scanned here are in no list.
const PRELOADED: &str = "node_modules/@mdn/mdn-http-observatory/conf/hsts-preload.json";

const LOCK: &str = "package-lock.json";

/// `node_modules/` with all of them.
pub fn modules() -> Result<PathBuf, Failure> {
    let source = env::root().join("xtask");
    let lock = fs::read(source.join(LOCK)).map_err(|error| unreadable(&error))?;
    let mut hasher = DefaultHasher::new();
    lock.hash(&mut hasher);
    let name = format!("npm-{:016x}", hasher.finish());
    let news = "Installing the tools from npm (about a minute, once per machine)";
    let folder = cache::folder_with(&name, news, |folder| {
        for file in ["package.json", LOCK] {
            fs::copy(source.join(file), folder.join(file)).map_err(|error| unreadable(&error))?;
        }
        install(folder)
    })?;
    Ok(folder.join("node_modules"))
}

fn install(folder: &Path) -> Result<(), Failure> {
    let mut npm = command("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    npm.current_dir(folder);
    run(&mut npm, "npm must reach its registry.")?;
    fs::write(folder.join(PRELOADED), "{}").map_err(|error| {
        Failure::new(
            format!("{PRELOADED} cannot be written: {error}."),
            "Take xtask/package.json from version control again.",
        )
    })
}

fn unreadable(error: &std::io::Error) -> Failure {
    Failure::new(
        format!("xtask/{LOCK} or package.json cannot be copied: {error}."),
        "Take them from version control again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_pins_each_package_and_names_no_registry() {
        let lock = fs::read_to_string(env::root().join("xtask").join(LOCK)).unwrap();
        let count = |text: &str| lock.matches(text).count();
        // The root and nothing else has no hash.
        assert_eq!(
            count("\"integrity\": \"sha512-") + 1,
            count("    \"\": {") + count("\"node_modules/")
        );
        assert_eq!(count("\"resolved\""), 0);
    }
}
