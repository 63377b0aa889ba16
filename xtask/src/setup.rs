//! Finds or installs everything a command needs, before the command starts, so
//! that a missing tool is reported at once.
//!
//! `serve`, `site` and `checks` list what they [`Need`] and receive [`Ready`].
//! `wasm_target`, `lint`, `tools`, `npm`, `browser`, `engine`, `fuzz` and
//! `servers` find or install each thing.

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
    Browser,
    /// The requested engines' browsers and drivers, and axe-core.
    Stories,
    /// The Nu HTML checker, with Java.
    HtmlChecker,
    /// Lighthouse, which drives Chromium.
    Lighthouse,
    /// A C++ compiler.
    Cpp,
    /// nginx, Caddy, and wrk for load tests.
    Servers,
}

/// The tools that build the site.
#[derive(Debug)]
pub struct SiteTools {
    pub trunk: PathBuf,
    pub wasm_bindgen: PathBuf,
    /// `None` where only [`Need::Site`] was requested.
    pub wasm_opt: Option<PathBuf>,
}

/// What was found or installed. A field that was not requested is `None`.
#[derive(Debug)]
pub struct Ready {
    pub toolchain: Toolchain,
    pub site: Option<SiteTools>,
    pub packages: Packages,
    /// The engines that the end-to-end tests run in.
    pub engines: Vec<Engine>,
    /// Firefox's WebDriver server.
    pub geckodriver: Option<PathBuf>,
}

/// What comes from apt and npm.
#[derive(Debug, Default)]
pub struct Packages {
    pub browser: Option<Browser>,
    /// The programs of Firefox and WebKit.
    pub programs: Programs,
    /// axe-core's script, for the end-to-end tests.
    pub axe: Option<PathBuf>,
    /// The Nu HTML checker's jar.
    pub html_checker: Option<PathBuf>,
    /// Lighthouse's script for Node.js.
    pub lighthouse: Option<PathBuf>,
    wasm_opt: Option<PathBuf>,
}

/// Sets up everything in `needs`. Native builds need only the cargo that runs
/// us.
pub fn ready(needs: &[Need]) -> Result<Ready, Failure> {
    ready_for_stories(needs, &Engine::ALL)
}

/// The same, with end-to-end tests in these engines only.
pub fn ready_for_stories(needs: &[Need], engines: &[Engine]) -> Result<Ready, Failure> {
    let release = needs.contains(&Need::ReleaseSite);
    let site = release || needs.contains(&Need::Site);
    let engines = match needs.contains(&Need::Stories) {
        true => engines,
        false => &[],
    };
    let toolchain = match (release, site) {
        (true, _) => wasm_target::ready(Build::Release)?,
        (false, true) => wasm_target::ready(Build::Development)?,
        (false, false) => wasm_target::present(),
    };
    if needs.contains(&Need::Lint) {
        lint::ready()?;
    }
    // In parallel: compiling is limited by the processor, packages by the
    // network.
    let (compiled, packages) = thread::scope(|scope| {
        let packages = scope.spawn(|| packages(needs, engines, toolchain));
        let compiled = compiled(site, engines, toolchain);
        (compiled, packages.join())
    });
    let packages = packages.expect("the thread that installs packages does not panic")?;
    let (site_tools, geckodriver) = compiled?;
    Ok(Ready {
        toolchain,
        site: site_tools.map(|(wasm_bindgen, trunk)| SiteTools {
            trunk,
            wasm_bindgen,
            wasm_opt: packages.wasm_opt.clone(),
        }),
        packages,
        engines: engines.to_vec(),
        geckodriver,
    })
}

/// wasm-bindgen and Trunk, and Firefox's driver.
type Compiled = (Option<(PathBuf, PathBuf)>, Option<PathBuf>);

/// The tools that cargo compiles.
fn compiled(site: bool, engines: &[Engine], toolchain: Toolchain) -> Result<Compiled, Failure> {
    let site = site.then(|| {
        let wasm_bindgen = tools::wasm_bindgen(toolchain)?;
        Ok((wasm_bindgen, tools::trunk(toolchain)?))
    });
    let firefox = engines.contains(&Engine::Firefox);
    let geckodriver = firefox.then(|| tools::geckodriver(toolchain));
    Ok((site.transpose()?, geckodriver.transpose()?))
}

fn packages(needs: &[Need], engines: &[Engine], toolchain: Toolchain) -> Result<Packages, Failure> {
    let mut packages = Packages::default();
    if needs.contains(&Need::Browser) || engines.contains(&Engine::Chromium) {
        packages.browser = Some(browser::ready()?);
    }
    if engines.contains(&Engine::Firefox) {
        packages.programs.extend(engine::firefox()?);
    }
    if engines.contains(&Engine::WebKit) {
        packages.programs.extend(engine::webkit()?);
    }
    if needs.contains(&Need::Stories) {
        packages.axe = Some(npm::file(&npm::AXE)?);
    }
    if needs.contains(&Need::HtmlChecker) {
        npm::java()?;
        packages.html_checker = Some(npm::file(&npm::HTML_CHECKER)?);
    }
    if needs.contains(&Need::Lighthouse) {
        npm::node()?;
        packages.lighthouse = Some(npm::file(&npm::LIGHTHOUSE)?);
    }
    if needs.contains(&Need::Cpp) {
        fuzz::ready()?;
    }
    if needs.contains(&Need::Servers) {
        servers::ready()?;
    }
    if needs.contains(&Need::ReleaseSite) {
        packages.wasm_opt = Some(tools::wasm_opt(toolchain)?);
    }
    Ok(packages)
}

/// `cargo xtask setup`: sets up everything and prints where it is.
pub fn everything() -> Result<(), Failure> {
    say("Setting up everything for all commands");
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
    let Packages {
        browser,
        programs,
        axe,
        html_checker,
        lighthouse,
        wasm_opt: _,
    } = &ready.packages;
    if let Some(browser) = browser {
        println!("chromium      {}", browser.chromium.display());
        println!("chromedriver  {}", browser.chromedriver.display());
    }
    for (_, program) in programs {
        println!("browsers      {}", program.display());
    }
    for (name, file) in [
        ("geckodriver", &ready.geckodriver),
        ("axe-core", axe),
        ("vnu", html_checker),
        ("lighthouse", lighthouse),
    ] {
        if let Some(file) = file {
            println!("{name:14}{}", file.display());
        }
    }
    Ok(())
}
