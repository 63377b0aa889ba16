//! The three engines of the end-to-end tests and the programs each needs.
//! Missing programs are installed where apt packages can be.
//!
//! Called by `setup`; `e2e` passes the paths to the tests in environment
//! variables. The tests start the browsers themselves. Chromium is found by
//! `browser`, because screenshots and benches need it too.

use crate::apt;
use crate::env;
use crate::failure::Failure;
use std::path::PathBuf;

/// A browser engine. `name` is also its name in the tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// In the order in which the tests run.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The engine of that name. The error lists all names.
    pub fn named(name: &str) -> Result<Self, Failure> {
        let found = Self::ALL.into_iter().find(|engine| engine.name() == name);
        found.ok_or_else(|| {
            Failure::new(
                format!("There is no browser `{name}`."),
                format!(
                    "The browsers are: {}.",
                    Self::ALL.map(Self::name).join(", ")
                ),
            )
        })
    }
}

/// A browser's programs, each with the environment variable that passes it to
/// the tests.
pub type Programs = Vec<(&'static str, PathBuf)>;

/// Debian's test browser for WebKit, which is not on the `PATH`.
const WEBKIT_BROWSER: &str = "webkit2gtk-4.1/MiniBrowser";

/// Firefox. `setup` builds its driver.
pub fn firefox() -> Result<Programs, Failure> {
    let find = || {
        let path = env::path();
        let names = ["firefox-esr", "firefox"];
        names.iter().find_map(|name| env::which(name, &path))
    };
    let firefox = found_or_installed(
        find,
        &["firefox-esr"],
        "Firefox",
        "On Debian, run `apt-get install firefox-esr` as root.",
    )?;
    Ok(vec![("LINER_NOTES_FIREFOX", firefox)])
}

/// WebKitGTK's driver, its MiniBrowser, and Xvfb as their display.
pub fn webkit() -> Result<Programs, Failure> {
    let find = || {
        let path = env::path();
        let libraries = format!("/usr/lib/{}-linux-gnu", std::env::consts::ARCH);
        let browser = PathBuf::from(libraries).join(WEBKIT_BROWSER);
        let driver = env::which("WebKitWebDriver", &path)?;
        let xvfb = env::which("Xvfb", &path)?;
        browser.is_file().then_some((driver, browser, xvfb))
    };
    let (driver, browser, xvfb) = found_or_installed(
        find,
        &["webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb"],
        "WebKitGTK with its driver, or Xvfb for it to draw on,",
        "On Debian or Ubuntu, run `apt-get install webkit2gtk-driver libwebkit2gtk-4.1-0 xvfb` as \
         root.",
    )?;
    Ok(vec![
        ("LINER_NOTES_WEBKITDRIVER", driver),
        ("LINER_NOTES_WEBKIT", browser),
        ("LINER_NOTES_XVFB", xvfb),
    ])
}

fn found_or_installed<T>(
    find: impl Fn() -> Option<T>,
    packages: &[&str],
    what: &str,
    next: &str,
) -> Result<T, Failure> {
    let mut found = find();
    if found.is_none() && apt::can_install_packages() {
        apt::install_packages(packages)?;
        found = find();
    }
    found.ok_or_else(|| {
        Failure::new(
            format!("{what} is missing."),
            format!(
                "{next} Elsewhere, name a browser that you have: `cargo xtask test --browser \
                 chromium`."
            ),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_engine_is_found_by_its_name() {
        for engine in Engine::ALL {
            assert_eq!(Engine::named(engine.name()), Ok(engine));
        }
    }

    #[test]
    fn an_unknown_browser_is_answered_with_those_there_are() {
        let message = Engine::named("lynx").unwrap_err().to_string();
        assert!(message.contains("no browser `lynx`"));
        assert!(message.contains("chromium, firefox, webkit"));
    }
}
