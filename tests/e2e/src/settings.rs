//! The paths of the site and the programs: from environment variables, else
//! defaults.

use std::{
    env,
    path::{Path, PathBuf},
};

use crate::engine::Engine;

/// The engine that the tests run in.
///
/// # Panics
/// If the variable names no engine.
pub fn engine() -> Engine {
    let Some(name) = chosen("LINER_NOTES_BROWSER") else {
        return Engine::Chromium;
    };
    let engine = name.to_str().and_then(Engine::named);
    engine.unwrap_or_else(|| panic!("LINER_NOTES_BROWSER is {name:?}: no engine is called so"))
}

/// The built site.
pub fn dist() -> PathBuf {
    let dist = chosen("LINER_NOTES_DIST").unwrap_or_else(|| project().join("dist"));
    assert!(
        dist.join("index.html").is_file(),
        "no site in {}: `cargo xtask build` makes it, LINER_NOTES_DIST names another",
        dist.display()
    );
    dist
}

/// The HTML shell of every page, as Trunk wrote it for the built site.
pub fn shell() -> PathBuf {
    chosen("LINER_NOTES_SHELL").unwrap_or_else(|| project().join("target/shell.html"))
}

/// The fixture project of three albums.
pub fn series() -> PathBuf {
    project().join("tests/site/project")
}

pub fn chromium() -> PathBuf {
    chosen("LINER_NOTES_CHROMIUM").unwrap_or_else(|| "/usr/bin/chromium".into())
}

pub fn chromedriver() -> PathBuf {
    chosen("LINER_NOTES_CHROMEDRIVER").unwrap_or_else(|| "/usr/bin/chromedriver".into())
}

pub fn firefox() -> PathBuf {
    chosen("LINER_NOTES_FIREFOX").unwrap_or_else(|| "/usr/bin/firefox-esr".into())
}

/// Found on the `PATH` where the variable is not set.
pub fn geckodriver() -> PathBuf {
    chosen("LINER_NOTES_GECKODRIVER").unwrap_or_else(|| "geckodriver".into())
}

pub fn webkit_browser() -> PathBuf {
    let debian = || {
        let libraries = format!("/usr/lib/{}-linux-gnu", env::consts::ARCH);
        Path::new(&libraries).join("webkit2gtk-4.1/MiniBrowser")
    };
    chosen("LINER_NOTES_WEBKIT").unwrap_or_else(debian)
}

pub fn webkit_driver() -> PathBuf {
    chosen("LINER_NOTES_WEBKITDRIVER").unwrap_or_else(|| "/usr/bin/WebKitWebDriver".into())
}

/// Xvfb, the display of WebKit.
pub fn xvfb() -> PathBuf {
    chosen("LINER_NOTES_XVFB").unwrap_or_else(|| "/usr/bin/Xvfb".into())
}

/// axe-core's script, the accessibility checker.
pub fn axe() -> PathBuf {
    let axe = chosen("LINER_NOTES_AXE");
    axe.expect("LINER_NOTES_AXE names axe-core’s `axe.min.js`: `cargo xtask test` sets it")
}

/// The script of MDN's HTTP Observatory, which grades a host's headers.
pub fn observatory() -> PathBuf {
    let script = chosen("LINER_NOTES_OBSERVATORY");
    script.expect("LINER_NOTES_OBSERVATORY names its `scan.js`: `cargo xtask test` sets it")
}

/// The file to which each test appends its duration or its failure, if any.
pub fn record() -> Option<PathBuf> {
    chosen("LINER_NOTES_RECORD")
}

/// The folder for the screenshots and HTML of tests that failed in this engine.
pub fn failures(engine: Engine) -> PathBuf {
    project().join("target/failed-tests").join(engine.name())
}

pub fn project() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package
        .ancestors()
        .nth(2)
        .expect("this package lies in the project's `tests/e2e`")
        .to_owned()
}

fn chosen(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}
