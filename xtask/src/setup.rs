//! What a command needs, and getting all of it before anything else is done:
//! a missing thing that cannot be installed is known at once.
//!
//! `serve`, `site` and `parts` say what they [`Need`] and receive what is
//! [`Ready`]. How each thing is found or installed is told by `wasm_target`,
//! `lint`, `tools`, `npm`, `browser`, `engine`, `fuzz` and `servers`.

use crate::browser::{self, Browser};
use crate::engine::{self, Engine, Programs};
use crate::failure::Failure;
use crate::fuzz;
use crate::lint;
use crate::npm;
use crate::run::say;
use crate::servers;
use crate::toolchain::Toolchain;
use crate::tools;
use crate::wasm_target::{self, Build};
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
    /// Chromium and its driver.
    Browser,
    /// The browsers that the stories are told in with their drivers, and
    /// axe-core for what they show.
    Stories,
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
    /// The engines that the stories are told in, and the programs of each that
    /// are not Chromium's.
    pub engines: Vec<(Engine, Programs)>,
    /// axe-core's script; there where stories are told.
    pub axe: Option<PathBuf>,
    /// The Nu HTML checker's jar.
    pub html_checker: Option<PathBuf>,
    /// Lighthouse's script for Node.js.
    pub lighthouse: Option<PathBuf>,
}

/// Gets everything that `needs` names. Native builds need nothing more than the
/// cargo that runs us.
pub fn ready(needs: &[Need]) -> Result<Ready, Failure> {
    ready_for_stories(needs, &Engine::ALL)
}

/// The same, where stories are told in these engines only.
pub fn ready_for_stories(needs: &[Need], engines: &[Engine]) -> Result<Ready, Failure> {
    let release = needs.contains(&Need::ReleaseSite);
    let toolchain = match (release, needs.contains(&Need::Site)) {
        (true, _) => wasm_target::ready(Build::Release)?,
        (false, true) => wasm_target::ready(Build::Development)?,
        (false, false) => wasm_target::present(),
    };
    if needs.contains(&Need::Lint) {
        lint::ready()?;
    }
    let mut ready = Ready {
        toolchain,
        site: None,
        browser: None,
        engines: Vec::new(),
        axe: None,
        html_checker: None,
        lighthouse: None,
    };
    let stories = needs.contains(&Need::Stories);
    if needs.contains(&Need::Browser) || stories && engines.contains(&Engine::Chromium) {
        ready.browser = Some(browser::ready()?);
    }
    if stories {
        ready.axe = Some(npm::file(&npm::AXE)?);
        ready.engines = programs(engines, toolchain)?;
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
    // The quick ones first: what cannot be had is said before minutes are spent.
    let wasm_opt = release.then(|| tools::wasm_opt(toolchain)).transpose()?;
    ready.site = Some(SiteTools {
        wasm_bindgen: tools::wasm_bindgen(toolchain)?,
        trunk: tools::trunk(toolchain)?,
        wasm_opt,
    });
    Ok(ready)
}

fn programs(engines: &[Engine], toolchain: Toolchain) -> Result<Vec<(Engine, Programs)>, Failure> {
    let programs = |engine: &Engine| {
        let programs = match engine {
            Engine::Chromium => Vec::new(),
            Engine::Firefox => engine::firefox(toolchain)?,
            Engine::WebKit => engine::webkit()?,
        };
        Ok((*engine, programs))
    };
    engines.iter().map(programs).collect()
}

/// `cargo xtask setup`: gets everything and says where it is.
pub fn everything() -> Result<(), Failure> {
    say("Setting up everything that any command needs");
    let ready = ready(&[
        Need::Lint,
        Need::ReleaseSite,
        Need::Browser,
        Need::Stories,
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
    for (engine, programs) in &ready.engines {
        for (_, program) in programs {
            println!("{:14}{}", engine.name(), program.display());
        }
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
