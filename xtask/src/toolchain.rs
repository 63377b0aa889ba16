//! Cargo and Trunk commands, each with the right toolchain and environment.
//!
//! `wasm_target` chooses the [`Toolchain`]; `checks`, `site` and `serve` get
//! their commands from it. Native builds never see the settings for the wasm's
//! standard library: build scripts depend on `RUSTC_BOOTSTRAP`, so everything
//! would be rebuilt each time it is set or unset. Trunk's hooks unset it as
//! well.

use crate::env::{self, BUILD_CHOICE, TOOLCHAIN_CHOICE};
use crate::run::{command, output};
use crate::version;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target of the code that runs in a browser.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Where Debian installs the programs of `cargo-web` and `rustc-web`.
const SYSTEM: &str = "/usr/bin";

/// The linker that rustc uses for wasm.
const LINKER: &str = "rust-lld";

/// The toolchain that builds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Toolchain {
    pub place: Place,
    /// Its standard library for wasm.
    pub library: Library,
}

/// Where a toolchain is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The cargo that comes first on the `PATH`; with rustup, the toolchain
    /// that rustup chose.
    Path,
    /// Debian's, in `/usr/bin`.
    System,
}

/// The forms in which a toolchain has the standard library for wasm.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Library {
    /// Compiled, as `rustup target add` installs it.
    pub built: bool,
    /// As source that this toolchain can compile and link.
    pub source: bool,
}

impl Toolchain {
    /// A cargo for native builds and tests.
    pub fn build_cargo(self) -> Command {
        self.command(self.cargo())
    }

    /// Trunk for development, with the folders of the tools it starts on its
    /// `PATH`.
    pub fn trunk(self, trunk: &Path, tool_folders: &[PathBuf]) -> Command {
        let mut command = self.bare_trunk(trunk, tool_folders);
        if !self.library.built {
            from_source(&mut command);
            // Not profile `dev`, which native builds use without these
            // settings: in one target folder each build would invalidate the
            // other.
            command.env("TRUNK_BUILD_CARGO_PROFILE", "from-source");
        }
        command
    }

    /// Trunk for the release site. It builds the standard library from source,
    /// optimised for size and without panic messages, which a release never
    /// shows: the wasm is a sixth smaller. Without the source it uses the
    /// compiled library, see [`Self::builds_small`].
    pub fn release_trunk(self, trunk: &Path, tool_folders: &[PathBuf]) -> Command {
        let mut command = self.bare_trunk(trunk, tool_folders);
        if self.builds_small() {
            from_source(&mut command);
            command.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
            // Not `RUSTFLAGS`, which would also apply to the hooks' native
            // builds.
            command.env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
                "-Zunstable-options -Cpanic=immediate-abort",
            );
        }
        command
    }

    /// Whether release builds are as small as the published budgets assume.
    pub fn builds_small(self) -> bool {
        self.library.source
    }

    /// The `PATH` for our child processes and for Trunk.
    pub fn path(self) -> Vec<PathBuf> {
        self.place.path()
    }

    /// One sentence for `cargo xtask setup`.
    pub fn sentence(self) -> String {
        let place = match self.place {
            Place::Path => "the toolchain on the PATH",
            Place::System => "the toolchain in /usr/bin",
        };
        let library = match self.library {
            Library { source: true, .. } => "which builds the wasm standard library from source",
            Library { built: true, .. } => "with the wasm target as it is shipped",
            _ => "without a standard library for wasm",
        };
        format!("{place}, {library}")
    }

    fn bare_trunk(self, trunk: &Path, tool_folders: &[PathBuf]) -> Command {
        let mut command = self.command(trunk);
        let folders: Vec<PathBuf> = tool_folders.iter().cloned().chain(self.path()).collect();
        command.env("PATH", env::joined(&folders));
        // A mistake in a writer's file fails a hook; Trunk's own 60-line
        // backtrace would hide the report.
        command.env("RUST_BACKTRACE", "0");
        // Trunk 0.21 parses this variable as `true` or `false` and exits on the
        // usual `NO_COLOR=1`.
        if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            command.env("NO_COLOR", "true");
        }
        command
    }

    fn cargo(self) -> PathBuf {
        match self.place {
            Place::Path => PathBuf::from("cargo"),
            Place::System => Path::new(SYSTEM).join("cargo"),
        }
    }

    fn command(self, program: impl AsRef<Path>) -> Command {
        self.place.command(program)
    }
}

impl Place {
    /// The forms in which this toolchain has the standard library for wasm;
    /// neither where there is no toolchain or it is too old.
    pub fn library(self) -> Library {
        if self == Self::System && !self.is_new_enough() {
            return Library::default();
        }
        Library {
            built: self.has_built_library(),
            source: self.has_source() && self.linker().is_some(),
        }
    }

    fn path(self) -> Vec<PathBuf> {
        let first = (self == Self::System).then(|| PathBuf::from(SYSTEM));
        first.into_iter().chain(env::path()).collect()
    }

    fn command(self, program: impl AsRef<Path>) -> Command {
        let mut command = command(program);
        command.env("PATH", env::joined(&self.path()));
        for name in BUILD_CHOICE {
            command.env_remove(name);
        }
        if self == Self::System {
            for name in TOOLCHAIN_CHOICE {
                command.env_remove(name);
            }
        }
        command
    }

    fn rustc(self) -> Command {
        self.command(match self {
            Self::Path => PathBuf::from("rustc"),
            Self::System => Path::new(SYSTEM).join("rustc"),
        })
    }

    /// The minimum is this package's own `rust-version`.
    fn is_new_enough(self) -> bool {
        let least = env!("CARGO_PKG_RUST_VERSION");
        Path::new(SYSTEM).join("cargo").is_file()
            && output(self.rustc().arg("--version")).is_some_and(|text| {
                version::printed(&text).is_some_and(|v| version::at_least(v, least))
            })
    }

    fn has_built_library(self) -> bool {
        let folder = output(
            self.rustc()
                .args(["--print", "target-libdir", "--target", WASM]),
        );
        let files = folder.and_then(|folder| std::fs::read_dir(folder).ok());
        files.into_iter().flatten().flatten().any(|file| {
            let name = file.file_name();
            name.to_str()
                .is_some_and(|name| name.starts_with("libstd-") && name.ends_with(".rlib"))
        })
    }

    fn has_source(self) -> bool {
        let lock = "lib/rustlib/src/rust/library/Cargo.lock";
        output(self.rustc().args(["--print", "sysroot"]))
            .is_some_and(|sysroot| Path::new(&sysroot).join(lock).is_file())
    }

    /// The linker that rustc calls for wasm: rustup installs it in the
    /// toolchain's folder, Debian on the `PATH`.
    fn linker(self) -> Option<PathBuf> {
        let libraries = output(self.rustc().args(["--print", "target-libdir"]));
        let own = libraries.and_then(|folder| Some(Path::new(&folder).parent()?.join("bin")));
        let folders: Vec<PathBuf> = own.into_iter().chain(self.path()).collect();
        env::which(LINKER, &folders)
    }
}

/// Makes cargo build the standard library for wasm from source, which needs an
/// unstable option.
fn from_source(command: &mut Command) {
    command.env("RUSTC_BOOTSTRAP", "1");
    command.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
}

/// The cargo that formats, lints and installs tools: always the one on the
/// `PATH`.
pub fn lint_cargo() -> Command {
    Place::Path.command("cargo")
}

/// The Debian package that Debian's `rust-lld` needs: that file is a link to
/// `lld-22` or later, whose package nothing depends on. `None` where the link
/// works.
pub fn missing_linker_package() -> Option<String> {
    let link = Path::new(SYSTEM).join(LINKER);
    if link.exists() {
        return None;
    }
    let target = std::fs::read_link(link).ok()?;
    Some(target.file_name()?.to_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    const RUSTFLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

    fn toolchain(place: Place, built: bool, source: bool) -> Toolchain {
        let library = Library { built, source };
        Toolchain { place, library }
    }

    /// The environment changes of a command; `None` is a removed variable.
    fn changes(command: &Command) -> HashMap<String, Option<String>> {
        let text = |value: &std::ffi::OsStr| value.to_string_lossy().into_owned();
        command
            .get_envs()
            .map(|(name, value)| (text(name), value.map(text)))
            .collect()
    }

    #[test]
    fn every_release_is_built_small_where_there_is_source() {
        for place in [Place::Path, Place::System] {
            for built in [false, true] {
                let release =
                    changes(&toolchain(place, built, true).release_trunk(Path::new("trunk"), &[]));
                let std = Some("std,panic_abort".to_owned());
                assert_eq!(release["CARGO_UNSTABLE_BUILD_STD"], std);
                assert!(
                    release[RUSTFLAGS]
                        .as_ref()
                        .unwrap()
                        .contains("immediate-abort")
                );
            }
        }
        let release = toolchain(Place::Path, true, false).release_trunk(Path::new("trunk"), &[]);
        assert!(!changes(&release).contains_key(RUSTFLAGS));
    }

    #[test]
    fn development_uses_the_compiled_library_where_there_is_one() {
        let trunk = Path::new("trunk");
        let compiled = changes(&toolchain(Place::Path, true, true).trunk(trunk, &[]));
        assert_eq!(compiled["CARGO_UNSTABLE_BUILD_STD"], None);
        let source = changes(&toolchain(Place::System, false, true).trunk(trunk, &[]));
        assert!(source["CARGO_UNSTABLE_BUILD_STD"].is_some());
        assert!(!source.contains_key(RUSTFLAGS));
    }

    #[test]
    fn native_builds_do_not_see_how_the_wasm_is_built() {
        let toolchain = toolchain(Place::Path, true, true);
        let native = changes(&toolchain.build_cargo());
        let release = changes(&toolchain.release_trunk(Path::new("trunk"), &[]));
        let hooks = std::fs::read_to_string(env::root().join("Trunk.toml")).unwrap();
        let hooks: Vec<&str> = hooks
            .lines()
            .filter(|line| line.starts_with("command_arguments"))
            .collect();
        assert_eq!(hooks.len(), 2);
        let only_wasm = release
            .into_iter()
            .filter(|(name, value)| value.is_some() && name != RUSTFLAGS)
            .map(|(name, _)| name)
            .filter(|name| name.starts_with("CARGO") || name.starts_with("RUSTC"));
        let only_wasm: Vec<String> = only_wasm.collect();
        assert_eq!(only_wasm.len(), 3, "{only_wasm:?}");
        for name in only_wasm {
            assert_eq!(native[&name], None, "{name}");
            for hook in &hooks {
                assert!(
                    hook.contains(&format!("\"-u\", \"{name}\"")),
                    "{name}: {hook}"
                );
            }
        }
    }

    #[test]
    fn the_toolchain_in_usr_bin_is_not_overruled_by_rustup() {
        let native = changes(&toolchain(Place::System, true, false).build_cargo());
        assert_eq!(native["RUSTUP_TOOLCHAIN"], None);
        assert!(native["PATH"].as_ref().unwrap().starts_with("/usr/bin:"));
    }

    #[test]
    fn the_toolchain_on_the_path_stays_the_one_that_rustup_chose() {
        let native = changes(&toolchain(Place::Path, true, false).build_cargo());
        assert!(!native.contains_key("RUSTUP_TOOLCHAIN"));
    }

    #[test]
    fn the_tools_we_chose_come_first_for_trunk() {
        let tools = [PathBuf::from("/cache/wasm-bindgen/bin")];
        let trunk = toolchain(Place::System, true, false).trunk(Path::new("trunk"), &tools);
        let trunk = changes(&trunk);
        let path = trunk["PATH"].as_ref().unwrap();
        assert!(path.starts_with("/cache/wasm-bindgen/bin:/usr/bin:"));
    }
}
