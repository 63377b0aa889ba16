//! What kind of machine this is, and installing Debian packages on it.
//!
//! Used by `wasm_target`, `lint`, `tools` and `browser` when something is
//! missing. Whether to install is their decision; here is only how.

use crate::env;
use crate::failure::Failure;
use crate::run::{command, output, run, say};

/// Can Debian packages be installed without asking anybody?
pub fn can_install_packages() -> bool {
    env::which("apt-get", &env::path()).is_some()
        && output(command("id").arg("-u")).as_deref() == Some("0")
}

/// Installs Debian packages, and nothing but them and what they need.
pub fn install_packages(packages: &[&str]) -> Result<(), Failure> {
    say(&format!(
        "Installing Debian packages: {}",
        packages.join(" ")
    ));
    let next = format!(
        "See apt's message above. By hand it is `apt-get update && apt-get install {}`.",
        packages.join(" ")
    );
    let known = output(command("apt-cache").arg("show").args(packages)).is_some();
    if !known {
        update(&next)?;
        return install(packages, &next);
    }
    // Lists that are there can be too old for the mirror: then they are
    // fetched, once, and the packages tried again.
    install(packages, &next).or_else(|_| {
        update(&next)?;
        install(packages, &next)
    })
}

fn update(next: &str) -> Result<(), Failure> {
    run(command("apt-get").args(["update", "--quiet"]), next)
}

/// `--no-remove`: where a package can only come in place of another one, the
/// machine's owner decides.
fn install(packages: &[&str], next: &str) -> Result<(), Failure> {
    let options = ["install", "--yes", "--no-install-recommends", "--no-remove"];
    let mut apt = command("apt-get");
    apt.args(options).args(packages);
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    run(&mut apt, next)
}
