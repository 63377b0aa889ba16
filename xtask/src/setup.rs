//! What a command needs, and getting all of it before anything else is done:
//! a missing thing that cannot be installed is known at once.
//!
//! `serve`, `site` and `parts` say what they [`Need`] and receive what is
//! [`Ready`]. How each thing is found or installed is told by `wasm_target`,
//! `lint`, `tools`, `npm`, `browser`, `fuzz` and `servers`.

use crate::browser::{self, Browser};
use crate::failure::Failure;
use crate::fuzz;
use crate::lint;
use crate::npm;
use crate::run::say;
use crate::servers;
use crate::toolchain::Toolchain;
use crate::tools;
use crate::wasm_target;
use std::path::PathBuf;

/// Something that must be there before a command can run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// `cargo fmt` and `cargo clippy`.
    Lint,
    /// All that builds the site for development: target, Trunk, wasm-bindgen.
    Site,
    /// The same for the release site, which also needs wasm-opt.
    ReleaseSite,
    /// Chromium and its driver, and axe-core for what they show.
    Browser,
    /// The Nu HTML checker, with Java.
    HtmlChecker,
    /// Lighthouse, which drives Chromium.
    Lighthouse,
    /// A C++ compiler.
    Cpp,
    /// nginx, Caddy, and wrk to ask them much.
    Servers,
}

/// What builds the site.
#[derive(Debug)]
pub struct SiteTools {
    pub trunk: PathBuf,
    pub wasm_bindgen: PathBuf,
    /// Not looked for where only [`Need::Site`] was asked for.
    pub wasm_opt: Option<PathBuf>,
}

/// What is there now. A field that nobody asked for is `None`.
#[derive(Debug)]
pub struct Ready {
    pub toolchain: Toolchain,
    pub site: Option<SiteTools>,
    pub browser: Option<Browser>,
    /// axe-core's script; there where the browser is.
    pub axe: Option<PathBuf>,
    /// The Nu HTML checker's jar.
    pub html_checker: Option<PathBuf>,
    /// Lighthouse's script for Node.js.
    pub lighthouse: Option<PathBuf>,
}

/// Gets everything that `needs` names. Native builds need nothing more than the
/// cargo that runs us.
pub fn ready(needs: &[Need]) -> Result<Ready, Failure> {
    let release = needs.contains(&Need::ReleaseSite);
    if needs.contains(&Need::Lint) {
        lint::ready()?;
    }
    let mut ready = Ready {
        toolchain: wasm_target::present(),
        site: None,
        browser: None,
        axe: None,
        html_checker: None,
        lighthouse: None,
    };
    if needs.contains(&Need::Browser) {
        ready.browser = Some(browser::ready()?);
        ready.axe = Some(npm::file(&npm::AXE)?);
    }
    if needs.contains(&Need::HtmlChecker) {
        npm::java()?;
        ready.html_checker = Some(npm::file(&npm::HTML_CHECKER)?);
    }
    if needs.contains(&Need::Lighthouse) {
        npm::node()?;
        ready.lighthouse = Some(npm::file(&npm::LIGHTHOUSE)?);
    }
    if needs.contains(&Need::Cpp) {
        fuzz::ready()?;
    }
    if needs.contains(&Need::Servers) {
        servers::ready()?;
    }
    if !release && !needs.contains(&Need::Site) {
        return Ok(ready);
    }
    let toolchain = wasm_target::ready()?;
    ready.toolchain = toolchain;
    // The quick ones first: what cannot be had is said before minutes are spent.
    let wasm_opt = release.then(|| tools::wasm_opt(toolchain)).transpose()?;
    ready.site = Some(SiteTools {
        wasm_bindgen: tools::wasm_bindgen(toolchain)?,
        trunk: tools::trunk(toolchain)?,
        wasm_opt,
    });
    Ok(ready)
}

/// `cargo xtask setup`: gets everything and says where it is.
pub fn everything() -> Result<(), Failure> {
    say("Setting up everything that any command needs");
    let ready = ready(&[
        Need::Lint,
        Need::ReleaseSite,
        Need::Browser,
        Need::HtmlChecker,
        Need::Lighthouse,
        Need::Cpp,
        Need::Servers,
    ])?;
    println!("rust          {}", ready.toolchain.sentence());
    println!("fmt, clippy   those of the cargo on the PATH");
    if let Some(site) = &ready.site {
        println!("trunk         {}", site.trunk.display());
        println!("wasm-bindgen  {}", site.wasm_bindgen.display());
        if let Some(wasm_opt) = &site.wasm_opt {
            println!("wasm-opt      {}", wasm_opt.display());
        }
    }
    if let Some(browser) = &ready.browser {
        println!("chromium      {}", browser.chromium.display());
        println!("chromedriver  {}", browser.chromedriver.display());
    }
    for (name, file) in [
        ("axe-core", &ready.axe),
        ("vnu", &ready.html_checker),
        ("lighthouse", &ready.lighthouse),
    ] {
        if let Some(file) = file {
            println!("{name:14}{}", file.display());
        }
    }
    Ok(())
}
