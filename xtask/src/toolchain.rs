//! The Rust toolchain that builds: finds one that can build for wasm, installs
//! what it lacks, and makes cargo and Trunk commands with its environment.
//!
//! Installed toolchains come first, then rustup, then Debian's packages. Each
//! run looks again. Native builds never see the settings for the wasm's
//! standard library: build scripts depend on `RUSTC_BOOTSTRAP`, so everything
//! would be rebuilt each time it is set or unset. Trunk's hooks unset it as
//! well. Called by `setup`; the checks, `site` and `serve` get commands from it.

use crate::apt;
use crate::env::{self, BUILD_CHOICE, TOOLCHAIN_CHOICE};
use crate::failure::Failure;
use crate::run::{command, output, say};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target of the code that runs in a browser.
const WASM: &str = "wasm32-unknown-unknown";

/// Where Debian installs the programs of `cargo-web` and `rustc-web`.
const SYSTEM: &str = "/usr/bin";

/// Debian 12's newer Rust, with the source of its standard library and the link
/// to its linker. It is independent of rustup's.
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"];

/// The linker that rustc uses for wasm.
const LINKER: &str = "rust-lld";

/// What a toolchain is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// Needs no wasm. Uses the toolchain that would build the release site, so
    /// that both share compiled crates.
    Native,
    /// Works with either form of the standard library.
    Development,
    /// Builds the standard library from source, which makes the wasm small.
    Release,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Toolchain {
    /// Whether it is Debian's in `/usr/bin`, and not the first on the `PATH`.
    system: bool,
    /// Whether its standard library for wasm is there compiled, as `rustup
    /// target add` installs it.
    compiled: bool,
    /// Whether it is there as source that this toolchain can compile and link.
    source: bool,
}

/// A toolchain for this kind of build.
pub fn ready(build: Build) -> Result<Toolchain, Failure> {
    let found = || places().into_iter().map(Toolchain::look);
    let fits = |toolchain: &Toolchain| {
        toolchain.source || build == Build::Development && toolchain.compiled
    };
    let installers: &[fn()] = match build {
        Build::Native => &[],
        Build::Development | Build::Release => &[with_rustup, with_apt],
    };
    if let Some(toolchain) = found().find(fits) {
        return Ok(toolchain);
    }
    for install in installers {
        install();
        if let Some(toolchain) = found().find(fits) {
            return Ok(toolchain);
        }
    }
    // The last resort: a larger release, of which `site` warns.
    let last = found().find(|toolchain| toolchain.compiled);
    match last {
        Some(toolchain) => Ok(toolchain),
        None if build == Build::Native => Ok(Toolchain::default()),
        None => Err(nothing_left()),
    }
}

/// The values of [`Toolchain::system`] to try, in order.
fn places() -> Vec<bool> {
    match Path::new(SYSTEM).join("cargo").is_file() {
        true => vec![false, true],
        false => vec![false],
    }
}

/// Only reports a failure, because another way may still work.
fn with_rustup() {
    if env::which("rustup", &env::path()).is_none() {
        return;
    }
    for words in [["target", "add", WASM], ["component", "add", "rust-src"]] {
        let shown = words.join(" ");
        say(&format!("Running `rustup {shown}`"));
        if !command("rustup")
            .args(words)
            .status()
            .is_ok_and(|status| status.success())
        {
            eprintln!("    `rustup {shown}` failed");
        }
    }
}

/// As [`with_rustup`].
fn with_apt() {
    if apt::can_install_packages()
        && let Err(failure) = install_packages()
    {
        eprintln!("    {failure}");
    }
}

fn install_packages() -> Result<(), Failure> {
    apt::install_packages(&PACKAGES)?;
    // Debian's `rust-lld` is a link to `lld-22` or later, whose package nothing
    // depends on.
    let link = Path::new(SYSTEM).join(LINKER);
    let target = std::fs::read_link(&link).ok().filter(|_| !link.exists());
    match target
        .as_ref()
        .and_then(|target| target.file_name()?.to_str())
    {
        Some(package) => apt::install_packages(&[package]),
        None => Ok(()),
    }
}

fn nothing_left() -> Failure {
    let packages = PACKAGES.join(" ");
    Failure::new(
        format!("No Rust toolchain here can build for {WASM}."),
        format!(
            "With rustup and a network, run `rustup target add {WASM}` and `rustup component add \
             rust-src`. On Debian 12, run `apt-get install {packages}` as root, and the lld \
             package that /usr/bin/rust-lld is a link to (`lld-22`, say). Then run this again."
        ),
    )
}

impl Toolchain {
    fn look(system: bool) -> Self {
        let mut toolchain = Self {
            system,
            ..Self::default()
        };
        let printed = |what: &[&str]| output(toolchain.command("rustc").args(what));
        let library = printed(&["--print", "target-libdir", "--target", WASM]);
        let host = printed(&["--print", "target-libdir"]);
        let sysroot = printed(&["--print", "sysroot"]);
        // rustup has it in the toolchain's folder, Debian on the `PATH`.
        let own = host.and_then(|host| Some(Path::new(&host).parent()?.join("bin")));
        let folders: Vec<PathBuf> = own.into_iter().chain(toolchain.path()).collect();
        let lock = "lib/rustlib/src/rust/library/Cargo.lock";
        let version = printed(&["--version"]).unwrap_or_default();
        if !is_new_enough(&version) {
            return toolchain;
        }
        let source = sysroot.is_some_and(|sysroot| Path::new(&sysroot).join(lock).is_file());
        toolchain.compiled = library.is_some_and(|folder| has_std(Path::new(&folder)));
        toolchain.source = source && env::which(LINKER, &folders).is_some();
        toolchain
    }

    /// Whether release builds are as small as the published budgets assume.
    pub fn builds_small(self) -> bool {
        self.source
    }

    /// A cargo for native builds and tests.
    pub fn cargo(self) -> Command {
        self.command("cargo")
    }

    /// Trunk, with the folders of the tools that it starts on its `PATH`. A
    /// release builds the standard library from source, optimised for size and
    /// without panic messages, which a release never shows: the wasm is a sixth
    /// smaller. Without the source it uses the compiled library.
    pub fn trunk(self, build: Build, trunk: &Path, tool_folders: &[PathBuf]) -> Command {
        let release = build == Build::Release;
        let mut command = self.command(trunk);
        let folders: Vec<PathBuf> = tool_folders.iter().cloned().chain(self.path()).collect();
        command.env("PATH", env::joined(&folders));
        if self.source && (release || !self.compiled) {
            command.env("RUSTC_BOOTSTRAP", "1");
            command.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
            match release {
                true => small(&mut command),
                // Not profile `dev`, which native builds use without these
                // settings: in one target folder each build would invalidate
                // the other.
                false => _ = command.env("TRUNK_BUILD_CARGO_PROFILE", "from-source"),
            }
        }
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

    /// One sentence for `cargo xtask setup`.
    pub fn sentence(self) -> String {
        let place = match self.system {
            true => "the toolchain in /usr/bin",
            false => "the toolchain on the PATH",
        };
        let library = match (self.source, self.compiled) {
            (true, _) => "which builds the wasm standard library from source",
            (false, true) => "with the wasm target as it is shipped",
            (false, false) => "without a standard library for wasm",
        };
        format!("{place}, {library}")
    }

    fn path(self) -> Vec<PathBuf> {
        let first = self.system.then(|| PathBuf::from(SYSTEM));
        first.into_iter().chain(env::path()).collect()
    }

    /// A program, looked for on this toolchain's `PATH`.
    fn command(self, program: impl AsRef<Path>) -> Command {
        let mut command = command(program);
        command.env("PATH", env::joined(&self.path()));
        let other: &[&str] = if self.system { &TOOLCHAIN_CHOICE } else { &[] };
        for name in BUILD_CHOICE.iter().chain(other) {
            command.env_remove(name);
        }
        command
    }
}

fn small(command: &mut Command) {
    command.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
    // Not `RUSTFLAGS`, which would also apply to the hooks' native builds.
    command.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort",
    );
}

/// Whether a rustc that prints this is not older than the workspace asks for.
fn is_new_enough(printed: &str) -> bool {
    let pair = |version: &str| {
        let mut numbers = version.split('.').map_while(|n| n.parse::<u32>().ok());
        Some((numbers.next()?, numbers.next()?))
    };
    printed.split(' ').nth(1).and_then(pair) >= pair(env!("CARGO_PKG_RUST_VERSION"))
}

fn has_std(folder: &Path) -> bool {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    files.map(|file| file.file_name()).any(|name| {
        let name = name.to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}

/// The cargo that formats, lints and installs tools: always the first on the
/// `PATH`.
pub fn path_cargo() -> Command {
    Toolchain::default().cargo()
}

#[cfg(test)]
mod tests;
