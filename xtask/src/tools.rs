//! Finds the tools that come from crates.io, and compiles those that are
//! missing: Trunk, wasm-bindgen, geckodriver and twiggy.
//!
//! Each has one version. The one in our cache comes first, then one on the
//! `PATH` that prints that version. Called by `setup`; `cache` decides where
//! compiled tools are kept.

use crate::cache;
use crate::env;
use crate::failure::Failure;
use crate::run::{command, output, run};
use crate::toolchain::path_cargo;
use std::path::{Path, PathBuf};

/// A program of a crate on crates.io.
struct Tool {
    program: &'static str,
    package: &'static str,
    /// How long compiling it takes.
    time: &'static str,
    /// Whether the lock file in the crate is used.
    locked: bool,
}

/// Trunk. 0.21.14 is the newest that builds on Rust 1.95: 0.22 requires 1.96.1.
pub fn trunk() -> Result<PathBuf, Failure> {
    let tool = Tool {
        program: "trunk",
        package: "trunk",
        time: "about 4 minutes",
        locked: true,
    };
    tool.ready("0.21.14")
}

/// wasm-bindgen's program in the version of the crate in `Cargo.lock`: any
/// other version rejects the wasm.
pub fn wasm_bindgen() -> Result<PathBuf, Failure> {
    let lock = std::fs::read_to_string(env::root().join("Cargo.lock")).unwrap_or_default();
    let version = locked(&lock, "wasm-bindgen").ok_or_else(|| {
        Failure::new(
            "Cargo.lock names no version of wasm-bindgen.",
            "Take Cargo.lock from version control again.",
        )
    })?;
    let tool = Tool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        time: "about 2 minutes",
        // The lock file of 0.2.130 names a crate version that crates.io does
        // not serve.
        locked: false,
    };
    tool.ready(&version)
}

/// twiggy, which reports the size of each function in a wasm. Only `size
/// --crates` needs it.
pub fn twiggy() -> Result<PathBuf, Failure> {
    let tool = Tool {
        program: "twiggy",
        package: "twiggy",
        time: "about a minute",
        locked: true,
    };
    tool.ready("0.8.0")
}

/// Firefox's WebDriver server.
pub fn geckodriver() -> Result<PathBuf, Failure> {
    let tool = Tool {
        program: "geckodriver",
        package: "geckodriver",
        time: "about 2 minutes",
        locked: true,
    };
    tool.ready("0.37.1")
}

impl Tool {
    fn ready(&self, version: &str) -> Result<PathBuf, Failure> {
        let name = format!("{}-{version}", self.package);
        let ours = Path::new("bin").join(self.program);
        if !cache::folder()?.join(&name).is_dir()
            && let Some(program) = env::which(self.program, &env::path())
            && output(command(&program).arg("--version"))
                .is_some_and(|text| is_version(&text, version))
        {
            return Ok(program);
        }
        let news = format!(
            "Compiling {} {version} ({}, once per machine)",
            self.program, self.time
        );
        let folder = cache::folder_with(&name, &news, |folder| self.compile(version, folder))?;
        Ok(folder.join(ours))
    }

    /// `--debug` without debug information compiles in half the time and is
    /// fast enough. No features: Trunk needs no downloader here.
    fn compile(&self, version: &str, root: &Path) -> Result<(), Failure> {
        let package = self.package;
        let mut cargo = path_cargo();
        cargo.args(["install", package, "--version", version]);
        cargo.args(["--no-default-features", "--debug"]);
        cargo.env("CARGO_PROFILE_DEV_DEBUG", "false");
        cargo.args(self.locked.then_some("--locked"));
        // Not the project's own target folder, which stays small.
        cargo.arg("--root").arg(root);
        cargo.arg("--target-dir").arg(root.join("target"));
        cargo.current_dir(root);
        let next = format!(
            "cargo must reach crates.io; or install {package} {version} yourself and have it on \
             the PATH."
        );
        run(&mut cargo, &next)
    }
}

/// Whether a program that prints `text` has this version: `trunk 0.21.14`.
fn is_version(text: &str, version: &str) -> bool {
    text.split_whitespace().any(|word| word == version)
}

/// The version of `package` in the text of a `Cargo.lock`.
fn locked(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locked_version_is_that_of_the_package_with_exactly_that_name() {
        let lock = "\
[[package]]
name = \"wasm-bindgen-futures\"
version = \"0.4.80\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
";
        assert_eq!(locked(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked(lock, "wasm").as_deref(), None);
    }

    #[test]
    fn a_tool_of_another_version_is_not_used() {
        assert!(is_version("geckodriver 0.37.1 (abc 2026-01-01)", "0.37.1"));
        assert!(!is_version("geckodriver 0.37.10", "0.37.1"));
    }
}
