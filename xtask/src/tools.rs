//! Finds Trunk, wasm-bindgen, wasm-opt and geckodriver, and installs those that are missing.
//!
//! A tool is used if it runs and prints an acceptable version: first the one
//! that Trunk would find on the `PATH`, then ours in the cache. Called by
//! `setup`; `cache` decides where installed tools are kept.

use crate::cache;
use crate::env;
use crate::failure::Failure;
use crate::npm;
use crate::run::{command, output, run, say};
use crate::toolchain::{Toolchain, lint_cargo};
use crate::version;
use std::path::{Path, PathBuf};

/// The newest Trunk that builds on Rust 1.95: 0.22 requires 1.96.1.
const TRUNK: &str = "0.21.14";

/// Every Trunk of this series has the options and hooks we use.
const TRUNK_SERIES: &str = "0.21.";

/// The newest twiggy.
const TWIGGY: &str = "0.8.0";

/// The newest binaryen on npm when the size budgets were measured.
const BINARYEN: &str = "132";

/// The oldest wasm-opt accepted from the `PATH`: the one Trunk 0.21.14 would
/// download. Debian 12's 108 does not know the wasm features Rust now uses.
const OLDEST_WASM_OPT: &str = "123";

/// The newest geckodriver when the tests first ran in Firefox 153.
const GECKODRIVER: &str = "0.37.1";

/// The oldest accepted from the `PATH`: the first with `--allow-system-access`,
/// which lets the tests set a page's width.
const OLDEST_GECKODRIVER: &str = "0.36";

/// A tool and how to get it.
struct Tool<'a> {
    /// The program's name.
    name: &'a str,
    /// Its folder in the cache.
    folder: String,
    /// Where the program is in that folder.
    program: &'a str,
    /// Whether this printed version is acceptable.
    accepts: Box<dyn Fn(&str) -> bool + 'a>,
}

impl Tool<'_> {
    /// Returns the program. Where it is missing, prints `news` and installs it
    /// with `fill`.
    fn ready(
        &self,
        toolchain: Toolchain,
        news: &str,
        fill: impl FnOnce(&Path) -> Result<(), Failure>,
    ) -> Result<PathBuf, Failure> {
        if let Some(program) = self.find(toolchain)? {
            return Ok(program);
        }
        say(news);
        let there = || self.find(toolchain).is_ok_and(|found| found.is_some());
        cache::install(&self.folder, there, fill)?;
        self.find(toolchain)?.ok_or_else(|| {
            Failure::new(
                format!("{} was installed but does not run.", self.name),
                format!(
                    "Run `{} --version` in {} to see why, then delete that folder.",
                    self.program, self.folder
                ),
            )
        })
    }

    fn find(&self, toolchain: Toolchain) -> Result<Option<PathBuf>, Failure> {
        let on_path = env::which(self.name, &toolchain.path());
        let ours = cache::folder()?.join(&self.folder).join(self.program);
        Ok(on_path.into_iter().chain([ours]).find(|program| {
            output(command(program).arg("--version"))
                .is_some_and(|text| version::printed(&text).is_some_and(&self.accepts))
        }))
    }
}

/// Trunk of the series we use.
pub fn trunk(toolchain: Toolchain) -> Result<PathBuf, Failure> {
    let tool = Tool {
        name: "trunk",
        folder: format!("trunk-{TRUNK}"),
        program: "bin/trunk",
        accepts: Box::new(|version| version.starts_with(TRUNK_SERIES)),
    };
    let news = format!("Installing Trunk {TRUNK} (about 4 minutes, once per machine)");
    tool.ready(toolchain, &news, |folder| {
        cargo_install("trunk", TRUNK, &["--locked"], folder)
    })
}

/// wasm-bindgen's program in the version of the crate in `Cargo.lock`: any
/// other version rejects the wasm.
pub fn wasm_bindgen(toolchain: Toolchain) -> Result<PathBuf, Failure> {
    let path = env::root().join("Cargo.lock");
    let lock = std::fs::read_to_string(path).unwrap_or_default();
    let wanted = version::locked(&lock, "wasm-bindgen").ok_or_else(|| {
        Failure::new(
            "Cargo.lock names no version of wasm-bindgen.",
            "Take Cargo.lock from version control again.",
        )
    })?;
    let tool = Tool {
        name: "wasm-bindgen",
        folder: format!("wasm-bindgen-cli-{wanted}"),
        program: "bin/wasm-bindgen",
        accepts: Box::new(|version| version == wanted),
    };
    let news = format!("Installing wasm-bindgen {wanted} (about 2 minutes, once per machine)");
    // Not `--locked`: the lock file of 0.2.130 names a crate version that
    // crates.io does not serve.
    tool.ready(toolchain, &news, |folder| {
        cargo_install("wasm-bindgen-cli", &wanted, &[], folder)
    })
}

/// A new enough wasm-opt. Only release builds need it.
pub fn wasm_opt(toolchain: Toolchain) -> Result<PathBuf, Failure> {
    let tool = Tool {
        name: "wasm-opt",
        folder: format!("binaryen-{BINARYEN}"),
        program: "node_modules/.bin/wasm-opt",
        accepts: Box::new(|version| version::at_least(version, OLDEST_WASM_OPT)),
    };
    let news = format!("Installing wasm-opt from npm's binaryen {BINARYEN} (seconds)");
    let next = format!(
        "npm must reach its registry; or put a wasm-opt of version {OLDEST_WASM_OPT} or later on \
         the PATH (https://github.com/WebAssembly/binaryen/releases)."
    );
    tool.ready(toolchain, &news, |folder| {
        npm::install("binaryen", BINARYEN, folder, &next)
    })
}

/// twiggy, which reports the size of each function in a wasm. Only `size
/// --crates` needs it.
pub fn twiggy(toolchain: Toolchain) -> Result<PathBuf, Failure> {
    let tool = Tool {
        name: "twiggy",
        folder: format!("twiggy-{TWIGGY}"),
        program: "bin/twiggy",
        accepts: Box::new(|version| version == TWIGGY),
    };
    let news = format!("Installing twiggy {TWIGGY} (about a minute, once per machine)");
    tool.ready(toolchain, &news, |folder| {
        cargo_install("twiggy", TWIGGY, &["--locked"], folder)
    })
}

/// Firefox's WebDriver server.
pub fn geckodriver(toolchain: Toolchain) -> Result<PathBuf, Failure> {
    let tool = Tool {
        name: "geckodriver",
        folder: format!("geckodriver-{GECKODRIVER}"),
        program: "bin/geckodriver",
        accepts: Box::new(|version| version::at_least(version, OLDEST_GECKODRIVER)),
    };
    let news = format!("Installing geckodriver {GECKODRIVER} (about 2 minutes, once per machine)");
    tool.ready(toolchain, &news, |folder| {
        cargo_install("geckodriver", GECKODRIVER, &["--locked"], folder)
    })
}

/// Builds a program from crates.io. `--debug` without debug information builds
/// in half the time and is fast enough. No features: Trunk needs no downloader
/// here.
fn cargo_install(name: &str, version: &str, extra: &[&str], root: &Path) -> Result<(), Failure> {
    let next = format!(
        "cargo must reach crates.io; or install {name} {version} yourself and have it on the PATH."
    );
    let mut cargo = lint_cargo();
    cargo.args(["install", name, "--version", version]);
    cargo.args(["--no-default-features", "--debug"]);
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "false");
    cargo.args(extra);
    // Not the project's own target folder, which stays small.
    cargo.arg("--root").arg(root);
    cargo.arg("--target-dir").arg(root.join("target"));
    cargo.current_dir(root);
    run(&mut cargo, &next)
}
