//! Finds or installs `cargo fmt` and `cargo clippy`.
//!
//! Called by `setup` for the checks that lint. `toolchain::lint_cargo` runs
//! them, with the cargo on the `PATH`: Debian's own cargo has neither.

use crate::apt;
use crate::env;
use crate::failure::Failure;
use crate::run::{output, run, say};
use crate::toolchain::lint_cargo;

/// For a Debian whose only Rust is `cargo-web`.
const PACKAGES: [&str; 2] = ["rustfmt-web", "rust-web-clippy"];

/// Finds or installs both. Fails with the packages to install.
pub fn ready() -> Result<(), Failure> {
    if there() {
        return Ok(());
    }
    let next = "Run `rustup component add rustfmt clippy`, then this again.";
    if env::which("rustup", &env::path()).is_some() {
        say("Adding rustfmt and clippy with rustup");
        let mut rustup = crate::run::command("rustup");
        run(rustup.args(["component", "add", "rustfmt", "clippy"]), next)?;
    } else if apt::can_install_packages() {
        apt::install_packages(&PACKAGES)?;
    }
    if there() {
        return Ok(());
    }
    Err(Failure::new(
        "`cargo fmt` or `cargo clippy` is missing for the cargo on the PATH.",
        format!(
            "{next} Without rustup, on Debian 12: `apt-get install {}`.",
            PACKAGES.join(" ")
        ),
    ))
}

fn there() -> bool {
    ["fmt", "clippy"]
        .iter()
        .all(|name| output(lint_cargo().args([name, "--version"])).is_some())
}
