//! Finds Chromium and its driver for the browser tests, and installs them where
//! they are missing and apt packages can be installed.
//!
//! Called by `setup`; `e2e` passes the paths to the tests in environment
//! variables. The tests start the browser.

use crate::apt;
use crate::env;
use crate::failure::Failure;
use crate::run::{command, output};
use crate::version;
use std::path::{Path, PathBuf};

/// Chromium and the driver of the same version.
#[derive(Debug)]
pub struct Browser {
    pub chromium: PathBuf,
    pub chromedriver: PathBuf,
}

/// The program names of Chromium browsers, in order of preference.
const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
];

/// Chrome's path on macOS, which is not on the `PATH`.
const ON_MACOS: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// A browser and its driver, of the same version.
pub fn ready() -> Result<Browser, Failure> {
    let mut found = find();
    if found.is_none() && apt::can_install_packages() {
        apt::install_packages(&["chromium", "chromium-driver"])?;
        found = find();
    }
    let browser = found.ok_or_else(|| {
        Failure::new(
            "The browser tests need Chromium (or Chrome) and chromedriver.",
            "On Debian, run `apt-get install chromium chromium-driver` as root. Elsewhere, install \
             Chrome and https://googlechromelabs.github.io/chrome-for-testing/, or name the two \
             programs in CHROME and CHROMEDRIVER.",
        )
    })?;
    same_version(
        &printed_version(&browser.chromium),
        &printed_version(&browser.chromedriver),
    )?;
    Ok(browser)
}

fn find() -> Option<Browser> {
    let path = env::path();
    let chromium = named_in("CHROME")
        .or_else(|| NAMES.iter().find_map(|name| env::which(name, &path)))
        .or_else(|| Some(PathBuf::from(ON_MACOS)).filter(|program| program.is_file()))?;
    let chromedriver = named_in("CHROMEDRIVER").or_else(|| env::which("chromedriver", &path))?;
    Some(Browser {
        chromium,
        chromedriver,
    })
}

/// A program that the user set by path or name in an environment variable.
fn named_in(variable: &str) -> Option<PathBuf> {
    let name = std::env::var(variable)
        .ok()
        .filter(|name| !name.is_empty())?;
    Some(env::which(&name, &env::path()).unwrap_or_else(|| PathBuf::from(name)))
}

fn printed_version(program: &Path) -> Option<String> {
    let text = output(command(program).arg("--version"))?;
    version::printed(&text).map(str::to_owned)
}

/// Reports a version mismatch now; the driver would reject the browser in the
/// middle of the tests.
fn same_version(browser: &Option<String>, driver: &Option<String>) -> Result<(), Failure> {
    let major = |version: &Option<String>| version.as_deref().and_then(version::major);
    match (major(browser), major(driver)) {
        (Some(browser), Some(driver)) if browser == driver => Ok(()),
        (Some(browser), Some(driver)) => Err(Failure::new(
            format!("Chromium is version {browser}, but chromedriver is version {driver}."),
            "Install both from the same place, or name a matching pair in CHROME and CHROMEDRIVER.",
        )),
        (None, _) => Err(does_not_run("Chromium", "CHROME")),
        (_, None) => Err(does_not_run("chromedriver", "CHROMEDRIVER")),
    }
}

fn does_not_run(name: &str, variable: &str) -> Failure {
    Failure::new(
        format!("{name} is there, but does not print its version."),
        format!("Run it with `--version` to see why, or name another one in {variable}."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn a_browser_and_a_driver_of_one_major_version_belong_together() {
        let result = same_version(&version("156.0.8078.79"), &version("156.0.1.2"));
        assert_eq!(result, Ok(()));
    }

    #[test]
    fn a_driver_of_another_version_is_reported_before_the_tests() {
        let failure = same_version(&version("156.0.1.2"), &version("140.0.1.2")).unwrap_err();
        let message = failure.to_string();
        assert!(message.contains("Chromium is version 156, but chromedriver is version 140."));
    }

    #[test]
    fn a_browser_that_does_not_start_is_reported() {
        let failure = same_version(&None, &version("140.0.1.2")).unwrap_err();
        assert!(failure.to_string().contains("Chromium is there, but"));
    }
}
