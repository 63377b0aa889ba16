//! Finds nginx, Caddy and wrk, by which the recipes of `hosting/` are tried, and
//! installs them on a Debian machine where they are missing.
//!
//! Called by `setup`. How they are started is the tests' business. None of them
//! is left running as a service of the machine's where that can be helped.

use crate::apt;
use crate::env;
use crate::failure::Failure;
use std::path::{Path, PathBuf};

/// nginx's module that hands out `.br` files is a package of its own.
const PACKAGES: [&str; 4] = ["nginx", "libnginx-mod-http-brotli-static", "caddy", "wrk"];

/// Where the module is loaded from.
const MODULE: &str = "/etc/nginx/modules-enabled/50-mod-http-brotli-static.conf";

/// All of them are there, or are now, or this says what to install.
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
             parts by their names.",
            PACKAGES.join(" ")
        ),
    ))
}

fn there() -> bool {
    let mut folders = env::path();
    // Debian keeps servers where only root's `PATH` looks.
    folders.push(PathBuf::from("/usr/sbin"));
    let found = |name: &&str| env::which(name, &folders).is_some();
    ["nginx", "caddy", "wrk"].iter().all(found) && Path::new(MODULE).exists()
}
