//! Finds or installs everything a command needs, before the command starts, so
//! that a missing tool is reported at once.
//!
//! `serve`, `site`, `checks` and `bench` list what they [`Need`] and receive
//! [`Ready`]. `toolchain`, `tools`, `npm` and `programs` find or install it.

use crate::failure::Failure;
use crate::npm;
use crate::programs::{self, Programs};
use crate::run::say;
use crate::toolchain::{self, Build, Toolchain};
use crate::tools;
use std::path::PathBuf;
use std::thread;

/// Something that a command needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// `cargo fmt` and `cargo clippy`.
    Lint,
    /// The tools of the development site: wasm target, Trunk, wasm-bindgen.
    Site,
    /// The same for the release site, which also needs wasm-opt.
    ReleaseSite,
    /// Chromium and its driver.
    Chromium,
    /// The requested engines' browsers and drivers, and axe-core.
    Engines,
    /// The Nu HTML checker, with Java.
    HtmlChecker,
    /// Lighthouse, which drives Chromium.
    Lighthouse,
    /// MDN's HTTP Observatory, which grades a host's headers.
    Observatory,
    /// A C++ compiler.
    Cpp,
    /// nginx, Caddy, and what tests them: wrk, openssl and rsync.
    Servers,
}

impl Need {
    const ALL: [Self; 10] = [
        Self::Lint,
        Self::Site,
        Self::ReleaseSite,
        Self::Chromium,
        Self::Engines,
        Self::HtmlChecker,
        Self::Lighthouse,
        Self::Observatory,
        Self::Cpp,
        Self::Servers,
    ];

    const FROM_NPM: [Self; 5] = [
        Self::ReleaseSite,
        Self::Engines,
        Self::HtmlChecker,
        Self::Lighthouse,
        Self::Observatory,
    ];
}

/// The tools that build the site.
#[derive(Debug, Clone)]
pub struct SiteTools {
    pub trunk: PathBuf,
    pub wasm_bindgen: PathBuf,
    /// `None` where only [`Need::Site`] was requested.
    pub wasm_opt: Option<PathBuf>,
}

/// What was found or installed.
#[derive(Debug)]
pub struct Ready {
    pub toolchain: Toolchain,
    /// `None` where no site was requested.
    pub site: Option<SiteTools>,
    /// The engines that the end-to-end tests run in.
    pub engines: Vec<&'static str>,
    /// What the tests need, with the variables that they read.
    pub programs: Programs,
    /// The Nu HTML checker's jar, where it was requested.
    pub html_checker: Option<PathBuf>,
}

/// Sets up everything in `needs`, with end-to-end tests in these engines only.
/// Native builds need only the cargo that runs us.
pub fn ready(needs: &[Need], engines: &[&'static str]) -> Result<Ready, Failure> {
    let needed = |need| needs.contains(&need);
    let build = match (needed(Need::ReleaseSite), needed(Need::Site)) {
        (true, _) => Build::Release,
        (false, true) => Build::Development,
        (false, false) => Build::Native,
    };
    let toolchain = toolchain::ready(build)?;
    if needed(Need::Lint) {
        programs::lint()?;
    }
    let engines = match needed(Need::Engines) {
        true => engines.to_vec(),
        false => Vec::new(),
    };
    // In parallel: compiling is limited by the processor, packages by the
    // network.
    let (compiled, installed) = thread::scope(|scope| {
        let installed = scope.spawn(|| installed(needs, &engines));
        let compiled = compiled(build, engines.contains(&"firefox"));
        (compiled, installed.join())
    });
    let (mut programs, modules) = installed.expect("the thread does not panic")?;
    let (site, geckodriver) = compiled?;
    programs.extend(geckodriver.map(|driver| ("LINER_NOTES_GECKODRIVER", driver)));
    let module = |need, file: &str| Some(modules.as_ref()?.join(file)).filter(|_| needed(need));
    let axe = module(Need::Engines, npm::AXE);
    programs.extend(axe.map(|axe| ("LINER_NOTES_AXE", axe)));
    let lighthouse = module(Need::Lighthouse, npm::LIGHTHOUSE);
    programs.extend(lighthouse.map(|script| ("LINER_NOTES_LIGHTHOUSE", script)));
    let observatory = module(Need::Observatory, npm::OBSERVATORY);
    programs.extend(observatory.map(|script| ("LINER_NOTES_OBSERVATORY", script)));
    let site = site.map(|(wasm_bindgen, trunk)| SiteTools {
        trunk,
        wasm_bindgen,
        wasm_opt: module(Need::ReleaseSite, npm::WASM_OPT),
    });
    Ok(Ready {
        toolchain,
        site,
        engines,
        programs,
        html_checker: module(Need::HtmlChecker, npm::HTML_CHECKER),
    })
}

/// wasm-bindgen and Trunk, and Firefox's driver.
type Compiled = (Option<(PathBuf, PathBuf)>, Option<PathBuf>);

/// The tools that cargo compiles.
fn compiled(build: Build, firefox: bool) -> Result<Compiled, Failure> {
    let site = build != Build::Native;
    // Trunk beside the others: each ends with a crate that only one processor
    // can work on.
    thread::scope(|scope| {
        let trunk = scope.spawn(|| site.then(tools::trunk).transpose());
        let wasm_bindgen = site.then(tools::wasm_bindgen).transpose()?;
        let geckodriver = firefox.then(tools::geckodriver).transpose()?;
        let trunk = trunk.join().expect("the thread does not panic")?;
        Ok((wasm_bindgen.zip(trunk), geckodriver))
    })
}

/// What comes from apt, and the folder of what comes from npm.
fn installed(
    needs: &[Need],
    engines: &[&'static str],
) -> Result<(Programs, Option<PathBuf>), Failure> {
    let needed = |need| needs.contains(&need);
    let mut programs = Programs::new();
    if needed(Need::Chromium) && !engines.contains(&"chromium") {
        programs.extend(programs::of_engine("chromium")?);
    }
    for engine in engines {
        programs.extend(programs::of_engine(engine)?);
    }
    if needed(Need::HtmlChecker) {
        programs::java()?;
    }
    if needed(Need::Cpp) {
        programs::cpp()?;
    }
    if needed(Need::Servers) {
        programs::servers()?;
    }
    if !Need::FROM_NPM.into_iter().any(needed) {
        return Ok((programs, None));
    }
    programs::node()?;
    Ok((programs, Some(npm::modules()?)))
}

/// `cargo xtask setup`: sets up everything and prints where it is.
pub fn everything() -> Result<(), Failure> {
    say("Setting up everything for all commands");
    let ready = ready(&Need::ALL, &programs::engine_names())?;
    println!("{:14}{}", "rust", ready.toolchain.sentence());
    let print = |name: &str, path: &PathBuf| println!("{name:14}{}", path.display());
    if let Some(site) = &ready.site {
        print("trunk", &site.trunk);
        print("wasm-bindgen", &site.wasm_bindgen);
        site.wasm_opt
            .iter()
            .for_each(|path| print("wasm-opt", path));
    }
    ready
        .html_checker
        .iter()
        .for_each(|path| print("vnu", path));
    for (variable, path) in &ready.programs {
        let name = variable.trim_start_matches("LINER_NOTES_");
        print(&name.to_lowercase(), path);
    }
    Ok(())
}
