//! Chooses the toolchain that can build for wasm, and gets one where there is
//! none.
//!
//! What is there is used before anything is downloaded, and what is found is
//! never remembered: the machine is looked at each time. Called by `setup`.
//! How a chosen toolchain is run is `toolchain`'s business.

use crate::env;
use crate::failure::Failure;
use crate::machine;
use crate::run::{command, say};
use crate::toolchain::{self, Toolchain, WASM};

/// Debian 12's newer Rust, with the source of its standard library and the link
/// to its linker. It lives beside rustup's and does not disturb it.
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"];

/// What one look at the machine shows.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    ours_has_the_target: bool,
    system_has_the_target: bool,
    system_builds_from_source: bool,
    /// rustup is there and has not failed us yet.
    rustup: bool,
    /// We may install Debian packages and have not done so yet.
    packages: bool,
}

#[derive(Debug, PartialEq, Eq)]
enum Step {
    Use(Toolchain),
    AskRustup,
    InstallPackages,
    GiveUp,
}

fn next_step(seen: Seen) -> Step {
    match seen {
        Seen {
            ours_has_the_target: true,
            ..
        } => Step::Use(Toolchain::Ours),
        Seen {
            system_has_the_target: true,
            ..
        } => Step::Use(Toolchain::System),
        Seen {
            system_builds_from_source: true,
            ..
        } => Step::Use(Toolchain::SystemFromSource),
        Seen { rustup: true, .. } => Step::AskRustup,
        Seen { packages: true, .. } => Step::InstallPackages,
        _ => Step::GiveUp,
    }
}

/// The toolchain to use for native builds when no wasm is needed: the one that
/// would build the wasm, so that both share what they compiled. Installs nothing.
pub fn present() -> Toolchain {
    match next_step(look(false, false)) {
        Step::Use(toolchain) => toolchain,
        _ => Toolchain::Ours,
    }
}

/// A toolchain that can build for wasm.
pub fn ready() -> Result<Toolchain, Failure> {
    let mut rustup = env::which("rustup", &env::path()).is_some();
    let mut packages = machine::can_install_packages();
    loop {
        match next_step(look(rustup, packages)) {
            Step::Use(toolchain) => return Ok(toolchain),
            Step::AskRustup => {
                rustup = false;
                ask_rustup();
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
    let ours_has_the_target = toolchain::ours_has_the_target();
    // The rest is not asked where the answer is known: it costs a process each.
    let system = !ours_has_the_target;
    Seen {
        ours_has_the_target,
        system_has_the_target: system && toolchain::system_has_the_target(),
        system_builds_from_source: system && toolchain::system_builds_from_source(),
        rustup,
        packages,
    }
}

fn install() -> Result<(), Failure> {
    machine::install_packages(&PACKAGES)?;
    match toolchain::missing_linker_package() {
        Some(package) => machine::install_packages(&[&package]),
        None => Ok(()),
    }
}

/// Where this fails there may be another way, so it only says why.
fn ask_rustup() {
    say(&format!("Adding the target {WASM} with rustup"));
    let result = command("rustup").args(["target", "add", WASM]).output();
    let why = match result {
        Ok(output) if output.status.success() => return,
        Ok(output) => reason(&String::from_utf8_lossy(&output.stderr)),
        Err(error) => error.to_string(),
    };
    eprintln!("    rustup could not add it: {why}");
}

/// The line of rustup's output that says what went wrong.
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
            "With rustup and a network, run `rustup target add {WASM}`. On Debian 12, run \
             `apt-get install {}` as root, and the lld package that /usr/bin/rust-lld is a link \
             to (`lld-22`, say). Then run this again.",
            PACKAGES.join(" ")
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_toolchain_that_has_the_target_is_used_as_it_is() {
        let seen = Seen {
            ours_has_the_target: true,
            system_builds_from_source: true,
            rustup: true,
            packages: true,
            ..Seen::default()
        };
        assert_eq!(next_step(seen), Step::Use(Toolchain::Ours));
    }

    #[test]
    fn what_is_installed_is_used_before_anything_is_downloaded() {
        let seen = Seen {
            system_builds_from_source: true,
            rustup: true,
            packages: true,
            ..Seen::default()
        };
        assert_eq!(next_step(seen), Step::Use(Toolchain::SystemFromSource));
    }

    #[test]
    fn rustup_is_asked_before_debian_and_debian_after_rustup_failed() {
        let mut seen = Seen {
            rustup: true,
            packages: true,
            ..Seen::default()
        };
        assert_eq!(next_step(seen), Step::AskRustup);
        seen.rustup = false;
        assert_eq!(next_step(seen), Step::InstallPackages);
    }

    #[test]
    fn without_rustup_and_without_root_the_thing_to_install_is_named() {
        assert_eq!(next_step(Seen::default()), Step::GiveUp);
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
