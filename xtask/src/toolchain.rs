//! Which cargo runs what, and with which environment.
//!
//! `wasm_target` chooses the [`Toolchain`]; `parts`, `site` and `serve` ask it
//! for commands. One toolchain runs both the wasm build and the native one, so
//! that they share proc macros and dependencies.

use crate::env::{self, BUILD_CHOICE, TOOLCHAIN_CHOICE};
use crate::run::{command, output};
use crate::version;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target of everything a browser runs.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Where Debian's `cargo-web` and `rustc-web` put their programs.
const SYSTEM: &str = "/usr/bin";

/// What rustc calls to link wasm.
const LINKER: &str = "rust-lld";

/// The toolchain that builds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toolchain {
    /// The cargo that comes first on the `PATH`; with rustup, the toolchain
    /// that rustup chose.
    Ours,
    /// The one in `/usr/bin`, which has the wasm target.
    System,
    /// The one in `/usr/bin`, which builds the standard library for wasm
    /// itself, from Debian's `rust-web-src`.
    SystemFromSource,
}

impl Toolchain {
    /// A cargo for native builds and tests.
    pub fn build_cargo(self) -> Command {
        let mut cargo = self.command(self.cargo());
        for name in BUILD_CHOICE {
            cargo.env_remove(name);
        }
        cargo
    }

    /// Trunk, with the folders of the tools that it starts.
    pub fn trunk(self, trunk: &Path, tool_folders: &[PathBuf]) -> Command {
        let mut command = self.command(trunk);
        let folders: Vec<PathBuf> = tool_folders.iter().cloned().chain(self.path()).collect();
        command.env("PATH", env::joined(&folders));
        if self == Self::SystemFromSource {
            command.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
        }
        // Where a writer's file has a mistake, a hook fails: sixty lines of
        // Trunk's own stack would hide the report.
        command.env("RUST_BACKTRACE", "0");
        // Trunk 0.21 reads this variable as `true` or `false`, and ends at once
        // on the usual `NO_COLOR=1`.
        if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            command.env("NO_COLOR", "true");
        }
        command
    }

    /// Trunk for the release site. A standard library that is built from source
    /// anyway is built small: without the words of panics, which a release tells
    /// nobody, that saves every reader an eighth of the wasm.
    pub fn release_trunk(self, trunk: &Path, tool_folders: &[PathBuf]) -> Command {
        let mut command = self.trunk(trunk, tool_folders);
        if self == Self::SystemFromSource {
            command.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
            // Not `RUSTFLAGS`: the hooks are native builds.
            command.env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
                "-Zunstable-options -Cpanic=immediate-abort",
            );
        }
        command
    }

    /// Whether the wasm's standard library is built from source: by us, or as
    /// the environment asks for it.
    pub fn builds_std(self) -> bool {
        self == Self::SystemFromSource || std::env::var_os("CARGO_UNSTABLE_BUILD_STD").is_some()
    }

    /// Where programs are looked for, by us and by Trunk.
    pub fn path(self) -> Vec<PathBuf> {
        let first = (self != Self::Ours).then(|| PathBuf::from(SYSTEM));
        first.into_iter().chain(env::path()).collect()
    }

    /// One sentence for `cargo xtask setup`.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Ours => "the Rust toolchain on the PATH, which has the wasm target",
            Self::System => "the Rust toolchain in /usr/bin, which has the wasm target",
            Self::SystemFromSource => {
                "the Rust toolchain in /usr/bin, which builds the wasm standard library from source"
            }
        }
    }

    fn cargo(self) -> PathBuf {
        match self {
            Self::Ours => PathBuf::from("cargo"),
            Self::System | Self::SystemFromSource => Path::new(SYSTEM).join("cargo"),
        }
    }

    fn command(self, program: impl AsRef<Path>) -> Command {
        let mut command = command(program);
        command.env("PATH", env::joined(&self.path()));
        if self != Self::Ours {
            for name in TOOLCHAIN_CHOICE {
                command.env_remove(name);
            }
        }
        if self == Self::SystemFromSource {
            // For native builds as well: build scripts (proc-macro2, serde) look
            // at this variable, so a change would build everything anew.
            command.env("RUSTC_BOOTSTRAP", "1");
        }
        command
    }
}

/// A cargo that formats, lints and installs tools: always the one on the `PATH`.
pub fn lint_cargo() -> Command {
    let mut cargo = command("cargo");
    for name in BUILD_CHOICE {
        cargo.env_remove(name);
    }
    cargo
}

/// Does the toolchain on the `PATH` hold a standard library for wasm?
pub fn ours_has_the_target() -> bool {
    has_the_target(command("rustc"))
}

/// Does the one in `/usr/bin`, and is it new enough?
pub fn system_has_the_target() -> bool {
    system_is_new_enough() && has_the_target(system_rustc())
}

/// Can the one in `/usr/bin` build the standard library from source, and link
/// what it built? Debian has the linker in a package of its own.
pub fn system_builds_from_source() -> bool {
    let lock = "lib/rustlib/src/rust/library/Cargo.lock";
    system_is_new_enough()
        && linker().is_some()
        && output(system_rustc().args(["--print", "sysroot"]))
            .is_some_and(|sysroot| Path::new(&sysroot).join(lock).is_file())
}

/// The linker that rustc calls for wasm.
fn linker() -> Option<PathBuf> {
    env::which(LINKER, &Toolchain::System.path())
}

/// The Debian package that is missing where Debian's `rust-lld` leads nowhere:
/// it is a link to `lld-22`, or a later one, which comes in a package of that
/// name that nothing depends on.
pub fn missing_linker_package() -> Option<String> {
    let link = Path::new(SYSTEM).join(LINKER);
    if link.exists() {
        return None;
    }
    let target = std::fs::read_link(link).ok()?;
    Some(target.file_name()?.to_str()?.to_owned())
}

fn has_the_target(mut rustc: Command) -> bool {
    let folder = output(rustc.args(["--print", "target-libdir", "--target", WASM]));
    let files = folder.and_then(|folder| std::fs::read_dir(folder).ok());
    files.into_iter().flatten().flatten().any(|file| {
        let name = file.file_name();
        name.to_str()
            .is_some_and(|name| name.starts_with("libstd-") && name.ends_with(".rlib"))
    })
}

fn system_rustc() -> Command {
    Toolchain::System.command(Path::new(SYSTEM).join("rustc"))
}

/// New enough is what this very package asks for.
fn system_is_new_enough() -> bool {
    let least = env!("CARGO_PKG_RUST_VERSION");
    Path::new(SYSTEM).join("cargo").is_file()
        && output(system_rustc().arg("--version")).is_some_and(|text| {
            version::printed(&text).is_some_and(|v| version::at_least(v, least))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    /// What a command changes in the environment; `None` is a removed variable.
    fn changes(command: &Command) -> HashMap<String, Option<String>> {
        let text = |value: &std::ffi::OsStr| value.to_string_lossy().into_owned();
        command
            .get_envs()
            .map(|(name, value)| (text(name), value.map(text)))
            .collect()
    }

    #[test]
    fn only_trunk_builds_the_standard_library_and_native_builds_do_not() {
        let toolchain = Toolchain::SystemFromSource;
        let wasm = changes(&toolchain.trunk(Path::new("trunk"), &[]));
        let native = changes(&toolchain.build_cargo());
        let std = Some("std,panic_abort".to_owned());
        assert_eq!(wasm["CARGO_UNSTABLE_BUILD_STD"], std);
        assert_eq!(native["CARGO_UNSTABLE_BUILD_STD"], None);
        assert_eq!(wasm["RUSTC_BOOTSTRAP"], native["RUSTC_BOOTSTRAP"]);
    }

    #[test]
    fn only_a_release_whose_standard_library_is_built_from_source_drops_panics() {
        let flags = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
        let trunk = Path::new("trunk");
        let release = changes(&Toolchain::SystemFromSource.release_trunk(trunk, &[]));
        assert!(release[flags].as_ref().unwrap().contains("immediate-abort"));
        for toolchain in [Toolchain::Ours, Toolchain::System] {
            assert!(!changes(&toolchain.release_trunk(trunk, &[])).contains_key(flags));
        }
        assert!(!changes(&Toolchain::SystemFromSource.trunk(trunk, &[])).contains_key(flags));
    }

    #[test]
    fn the_toolchain_in_usr_bin_is_not_overruled_by_rustup() {
        let native = changes(&Toolchain::System.build_cargo());
        assert_eq!(native["RUSTUP_TOOLCHAIN"], None);
        assert!(native["PATH"].as_ref().unwrap().starts_with("/usr/bin:"));
    }

    #[test]
    fn our_own_toolchain_stays_the_one_that_rustup_chose() {
        let native = changes(&Toolchain::Ours.build_cargo());
        assert!(!native.contains_key("RUSTUP_TOOLCHAIN"));
        assert!(!native.contains_key("RUSTC_BOOTSTRAP"));
    }

    #[test]
    fn the_tools_we_chose_come_first_for_trunk() {
        let tools = [PathBuf::from("/cache/wasm-bindgen/bin")];
        let trunk = changes(&Toolchain::System.trunk(Path::new("trunk"), &tools));
        let path = trunk["PATH"].as_ref().unwrap();
        assert!(path.starts_with("/cache/wasm-bindgen/bin:/usr/bin:"));
    }
}
