//! Chooses the toolchain that can build for wasm, and installs what it lacks:
//! the wasm target, or the source of the standard library for release builds.
//!
//! Installed toolchains are preferred to downloads. Nothing is cached between
//! runs: each run looks again. Called by `setup`; `toolchain` runs the chosen
//! one.

use crate::apt;
use crate::env;
use crate::failure::Failure;
use crate::run::{command, say};
use crate::toolchain::{self, Library, Place, Toolchain, WASM};

/// Debian 12's newer Rust, with the source of its standard library and the link
/// to its linker. It is independent of rustup's.
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"];

/// What kind of build the toolchain is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// Works with either form of the standard library.
    Development,
    /// Builds the standard library from source, which makes the wasm small.
    Release,
}

/// What is installed, and which ways to install more are left.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    on_path: Library,
    in_system: Library,
    /// rustup is installed and was not tried yet.
    rustup: bool,
    /// Debian packages can be installed and were not tried yet.
    packages: bool,
}

#[derive(Debug, PartialEq, Eq)]
enum Step {
    Use(Toolchain),
    AskRustup,
    InstallPackages,
    GiveUp,
}

fn next_step(seen: Seen, build: Build) -> Step {
    let places = [(Place::Path, seen.on_path), (Place::System, seen.in_system)];
    let first = |serves: fn(Library) -> bool| {
        let found = places.into_iter().find(|(_, library)| serves(*library));
        found.map(|(place, library)| Step::Use(Toolchain { place, library }))
    };
    let found = match build {
        Build::Development => first(|library| library.built || library.source),
        Build::Release => first(|library| library.source),
    };
    let more = match seen {
        Seen { rustup: true, .. } => Some(Step::AskRustup),
        Seen { packages: true, .. } => Some(Step::InstallPackages),
        _ => None,
    };
    // The last resort: a larger release, of which `site` warns.
    found
        .or(more)
        .or_else(|| first(|library| library.built))
        .unwrap_or(Step::GiveUp)
}

/// The toolchain for native builds when no wasm is needed: the one that would
/// build the release site, so that both share compiled crates. Installs
/// nothing.
pub fn present() -> Toolchain {
    match next_step(look(false, false), Build::Release) {
        Step::Use(toolchain) => toolchain,
        _ => Toolchain {
            place: Place::Path,
            library: Library::default(),
        },
    }
}

/// A toolchain that can build for wasm.
pub fn ready(build: Build) -> Result<Toolchain, Failure> {
    let mut rustup = env::which("rustup", &env::path()).is_some();
    let mut packages = apt::can_install_packages();
    loop {
        match next_step(look(rustup, packages), build) {
            Step::Use(toolchain) => return Ok(toolchain),
            Step::AskRustup => {
                rustup = false;
                ask_rustup(&["target", "add", WASM]);
                ask_rustup(&["component", "add", "rust-src"]);
            }
            Step::InstallPackages => {
                packages = false;
                install()?;
            }
            Step::GiveUp => return Err(nothing_left()),
        }
    }
}

fn look(rustup: bool, packages: bool) -> Seen {
    let on_path = Place::Path.library();
    // Skipped where the first has the source: asking costs processes.
    let in_system = match on_path.source {
        true => Library::default(),
        false => Place::System.library(),
    };
    Seen {
        on_path,
        in_system,
        rustup,
        packages,
    }
}

fn install() -> Result<(), Failure> {
    apt::install_packages(&PACKAGES)?;
    match toolchain::missing_linker_package() {
        Some(package) => apt::install_packages(&[&package]),
        None => Ok(()),
    }
}

/// Only reports a failure, because another way may still work.
fn ask_rustup(words: &[&str]) {
    let shown = words.join(" ");
    say(&format!("Running `rustup {shown}`"));
    let result = command("rustup").args(words).output();
    let why = match result {
        Ok(output) if output.status.success() => return,
        Ok(output) => reason(&String::from_utf8_lossy(&output.stderr)),
        Err(error) => error.to_string(),
    };
    eprintln!("    `rustup {shown}` failed: {why}");
}

/// The line of rustup's output that gives the reason.
fn reason(output: &str) -> String {
    let lines = || {
        output
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
    };
    let error = lines().find_map(|line| line.strip_prefix("error: "));
    error
        .or(lines().next_back())
        .unwrap_or("it gave no reason")
        .to_owned()
}

fn nothing_left() -> Failure {
    Failure::new(
        format!("No Rust toolchain here can build for {WASM}."),
        format!(
            "With rustup and a network, run `rustup target add {WASM}` and `rustup component \
             add rust-src`. On Debian 12, run \
             `apt-get install {}` as root, and the lld package that /usr/bin/rust-lld is a link \
             to (`lld-22`, say). Then run this again.",
            PACKAGES.join(" ")
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT: Library = Library {
        built: true,
        source: false,
    };
    const SOURCE: Library = Library {
        built: false,
        source: true,
    };
    const BOTH: [Build; 2] = [Build::Development, Build::Release];

    fn seen(on_path: Library, in_system: Library) -> Seen {
        Seen {
            on_path,
            in_system,
            rustup: true,
            packages: true,
        }
    }

    fn place(step: Step) -> Option<Place> {
        match step {
            Step::Use(toolchain) => Some(toolchain.place),
            _ => None,
        }
    }

    #[test]
    fn what_is_installed_is_used_before_anything_is_downloaded() {
        let none = Library::default();
        for build in BOTH {
            let system = next_step(seen(none, SOURCE), build);
            assert_eq!(place(system), Some(Place::System));
            let path = next_step(seen(SOURCE, SOURCE), build);
            assert_eq!(place(path), Some(Place::Path));
        }
    }

    #[test]
    fn a_release_asks_for_source_and_development_does_not() {
        let seen = seen(BUILT, Library::default());
        let development = next_step(seen, Build::Development);
        assert_eq!(place(development), Some(Place::Path));
        assert_eq!(next_step(seen, Build::Release), Step::AskRustup);
    }

    #[test]
    fn rustup_is_asked_before_debian_and_debian_after_rustup_failed() {
        let mut seen = seen(Library::default(), Library::default());
        for build in BOTH {
            seen.rustup = true;
            assert_eq!(next_step(seen, build), Step::AskRustup);
            seen.rustup = false;
            assert_eq!(next_step(seen, build), Step::InstallPackages);
        }
    }

    #[test]
    fn where_source_cannot_be_had_the_compiled_library_is_used_at_last() {
        let seen = Seen {
            on_path: BUILT,
            ..Seen::default()
        };
        let Step::Use(toolchain) = next_step(seen, Build::Release) else {
            panic!("the compiled library serves");
        };
        assert!(!toolchain.builds_small());
    }

    #[test]
    fn without_rustup_and_without_root_the_thing_to_install_is_named() {
        assert_eq!(next_step(Seen::default(), Build::Release), Step::GiveUp);
        let message = nothing_left().to_string();
        assert!(message.contains("`rustup target add wasm32-unknown-unknown`"));
        assert!(
            message.contains("`apt-get install rustc-web cargo-web rust-web-src rust-web-llvm`")
        );
    }

    #[test]
    fn of_all_that_rustup_prints_the_error_is_shown() {
        let output = "info: downloading\nerror: could not download file\nCaused by: dns\n";
        assert_eq!(reason(output), "could not download file");
        assert_eq!(reason("timed out\n"), "timed out");
        assert_eq!(reason(""), "it gave no reason");
    }
}
