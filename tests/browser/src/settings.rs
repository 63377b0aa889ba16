//! Where the site and the programs are: the environment's word, else defaults.

use std::{
    env,
    path::{Path, PathBuf},
};

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

/// The page around every review, as Trunk made it for the built site.
pub fn shell() -> PathBuf {
    chosen("LINER_NOTES_SHELL").unwrap_or_else(|| project().join("target/shell.html"))
}

/// A made-up project of three albums.
pub fn series() -> PathBuf {
    project().join("tests/site/project")
}

pub fn chromium() -> PathBuf {
    chosen("LINER_NOTES_CHROMIUM").unwrap_or_else(|| "/usr/bin/chromium".into())
}

pub fn chromedriver() -> PathBuf {
    chosen("LINER_NOTES_CHROMEDRIVER").unwrap_or_else(|| "/usr/bin/chromedriver".into())
}

/// axe-core's script, which judges a page's accessibility.
pub fn axe() -> PathBuf {
    let axe = chosen("LINER_NOTES_AXE");
    axe.expect("LINER_NOTES_AXE names axe-core’s `axe.min.js`: `cargo xtask test` sets it")
}

/// Where a failed story leaves what the reader saw.
pub fn failures() -> PathBuf {
    project().join("target/browser-failures")
}

pub fn project() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package
        .ancestors()
        .nth(2)
        .expect("this package lies in the project's `tests/browser`")
        .to_owned()
}

fn chosen(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}
