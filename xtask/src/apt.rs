//! Installs apt packages on Debian and Ubuntu.
//!
//! `toolchain` and `programs` decide whether to install; this module knows how.

use crate::env;
use crate::failure::Failure;
use crate::run::{command, output, run, say};

/// Whether apt packages can be installed without a prompt: as root, with
/// `apt-get`.
pub fn can_install_packages() -> bool {
    env::which("apt-get", &env::path()).is_some()
        && output(command("id").arg("-u")).as_deref() == Some("0")
}

/// Installs apt packages and their dependencies, without recommended packages.
pub fn install_packages(packages: &[&str]) -> Result<(), Failure> {
    say(&format!(
        "Installing Debian packages: {}",
        packages.join(" ")
    ));
    let next = format!(
        "See apt's message above. To retry by hand, run `apt-get update && apt-get install {}`.",
        packages.join(" ")
    );
    let known = output(command("apt-cache").arg("show").args(packages)).is_some();
    if !known {
        update(&next)?;
        return install(packages, &next);
    }
    // The package lists can be older than the mirror: update them once and
    // retry.
    install(packages, &next).or_else(|_| {
        update(&next)?;
        install(packages, &next)
    })
}

fn update(next: &str) -> Result<(), Failure> {
    run(command("apt-get").args(["update", "--quiet"]), next)
}

/// `--no-remove`: replacing an installed package is left to the machine's
/// owner.
fn install(packages: &[&str], next: &str) -> Result<(), Failure> {
    let options = ["install", "--yes", "--no-install-recommends", "--no-remove"];
    let mut apt = command("apt-get");
    apt.args(options).args(packages);
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    run(&mut apt, next)
}
