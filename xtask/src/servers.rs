//! Finds nginx, Caddy and wrk, which test the recipes of `hosting/`, and
//! installs them where they are missing and apt packages can be installed.
//!
//! Called by `setup`. The tests start the servers. Where possible, none is left
//! running as a system service.

use crate::apt;
use crate::env;
use crate::failure::Failure;
use std::path::{Path, PathBuf};

/// nginx's module that serves `.br` files is a package of its own.
const PACKAGES: [&str; 4] = ["nginx", "libnginx-mod-http-brotli-static", "caddy", "wrk"];

/// The file that loads the module.
const MODULE: &str = "/etc/nginx/modules-enabled/50-mod-http-brotli-static.conf";

/// Finds or installs all of them. Fails with the packages to install.
pub fn ready() -> Result<(), Failure> {
    if !there() && apt::can_install_packages() {
        apt::install_packages(&PACKAGES)?;
    }
    if there() {
        return Ok(());
    }
    Err(Failure::new(
        "nginx with its static Brotli module, Caddy or wrk is missing.",
        format!(
            "On Debian or Ubuntu, run `apt-get install {}` as root. Elsewhere, run the other \
             checks by their names.",
            PACKAGES.join(" ")
        ),
    ))
}

fn there() -> bool {
    let mut folders = env::path();
    // Debian installs servers in folders that only root's `PATH` has.
    folders.push(PathBuf::from("/usr/sbin"));
    let found = |name: &&str| env::which(name, &folders).is_some();
    ["nginx", "caddy", "wrk"].iter().all(found) && Path::new(MODULE).exists()
}
