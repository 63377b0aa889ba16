//! Finds the programs that come from the system: the browsers of the
//! end-to-end tests, servers, Java, Node.js, a C++ compiler, rustfmt and
//! clippy. Missing ones are installed where `apt` can; elsewhere the error
//! names the packages.
//!
//! Called by `setup`; `e2e` passes the browsers' paths to the tests in
//! environment variables, and the tests start them.

use crate::apt;
use crate::env;
use crate::failure::Failure;
use crate::run::{command, output, run, say};
use crate::toolchain::path_cargo;
use std::path::{Path, PathBuf};

/// Programs, each with the environment variable that passes it to the tests.
pub type Programs = Vec<(&'static str, PathBuf)>;

/// A browser engine of the end-to-end tests.
pub struct Engine {
    /// As after `--browser` and in `LINER_NOTES_BROWSER`.
    pub name: &'static str,
    find: fn() -> Option<Programs>,
    packages: &'static [&'static str],
}

/// `tests/e2e/src/engine.rs` says what
/// differs between them.
static ENGINES: [Engine; 3] = [
    Engine {
        name: "chromium",
        find: chromium,
        packages: &["chromium", "chromium-driver"],
    },
    Engine {
        name: "firefox",
        find: firefox,
        packages: &["firefox-esr"],
    },
    Engine {
        name: "webkit",
        find: webkit,
        packages: &["webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb"],
    },
];

/// All engines, in the order in which the tests run.
pub fn engine_names() -> Vec<&'static str> {
    ENGINES.iter().map(|engine| engine.name).collect()
}

/// The engine of that name. The error lists all names.
pub fn engine(name: &str) -> Result<&'static Engine, Failure> {
    let found = ENGINES.iter().find(|engine| engine.name == name);
    found.ok_or_else(|| {
        Failure::new(
            format!("There is no browser `{name}`."),
            format!("The browsers are: {}.", engine_names().join(", ")),
        )
    })
}

/// The programs of an engine; for Firefox without its driver, which `tools`
/// compiles.
pub fn of_engine(name: &str) -> Result<Programs, Failure> {
    let engine = engine(name)?;
    let programs = found_or_installed(engine.find, engine.packages, name).map_err(|failure| {
        failure.with_advice(
            "Elsewhere, name a browser that you have: `cargo xtask test browser --browser NAME`.",
        )
    })?;
    if name == "chromium" {
        same_version(&programs)?;
    }
    Ok(programs)
}

/// Chromium or Chrome with its driver; `CHROME` and `CHROMEDRIVER` name others.
fn chromium() -> Option<Programs> {
    let names = [
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
    ];
    let on_macos = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    let chromium = named_in("CHROME")
        .or_else(|| first_of(&names))
        .or_else(|| file(on_macos.into()))?;
    let driver = named_in("CHROMEDRIVER").or_else(|| first_of(&["chromedriver"]))?;
    Some(vec![
        ("LINER_NOTES_CHROMIUM", chromium),
        ("LINER_NOTES_CHROMEDRIVER", driver),
    ])
}

fn firefox() -> Option<Programs> {
    let firefox = first_of(&["firefox-esr", "firefox"])?;
    Some(vec![("LINER_NOTES_FIREFOX", firefox)])
}

/// WebKitGTK's driver, its MiniBrowser, which is not on the `PATH`, and Xvfb as
/// their display.
fn webkit() -> Option<Programs> {
    let libraries = format!("/usr/lib/{}-linux-gnu", std::env::consts::ARCH);
    let browser = Path::new(&libraries).join("webkit2gtk-4.1/MiniBrowser");
    Some(vec![
        ("LINER_NOTES_WEBKITDRIVER", first_of(&["WebKitWebDriver"])?),
        ("LINER_NOTES_WEBKIT", file(browser)?),
        ("LINER_NOTES_XVFB", first_of(&["Xvfb"])?),
    ])
}

/// Reports a version mismatch now; the driver would reject the browser in the
/// middle of the tests.
fn same_version(programs: &Programs) -> Result<(), Failure> {
    let version = |program: &Path| {
        let text = output(command(program).arg("--version"))?;
        major(&text)
    };
    let versions = programs.iter().map(|(_, program)| version(program));
    agree(&versions.collect::<Vec<_>>())
}

fn agree(versions: &[Option<u32>]) -> Result<(), Failure> {
    let what = match versions {
        [Some(browser), Some(driver)] if browser == driver => return Ok(()),
        [Some(browser), Some(driver)] => {
            format!("Chromium is version {browser}, but chromedriver is version {driver}.")
        }
        _ => "Chromium or chromedriver is there, but does not print its version.".to_owned(),
    };
    let next = "Install both from the same place, or name a matching pair in CHROME and \
                CHROMEDRIVER.";
    Err(Failure::new(what, next))
}

/// The first number of a version: `156` of `Chromium 156.0.8078.79`.
fn major(text: &str) -> Option<u32> {
    let version = text
        .split_whitespace()
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    version.split('.').next()?.parse().ok()
}

/// nginx and Caddy, for which `hosting/` has recipes, wrk, which loads them,
/// openssl, which makes their certificate, and rsync, which uploads to them.
pub fn servers() -> Result<(), Failure> {
    // nginx's module that serves `.br` files is a package of its own.
    let module = "/etc/nginx/modules-enabled/50-mod-http-brotli-static.conf";
    let find = || {
        let mut all = ["nginx", "caddy", "wrk", "openssl", "rsync"].iter();
        let are_all = all.all(|name| first_of(&[name]).is_some());
        (are_all && Path::new(module).exists()).then_some(())
    };
    let packages = [
        "nginx",
        "libnginx-mod-http-brotli-static",
        "caddy",
        "wrk",
        "openssl",
        "rsync",
    ];
    let what = "nginx with static Brotli, Caddy, wrk, openssl or rsync";
    found_or_installed(find, &packages, what)
}

/// Java, which the HTML checker needs.
pub fn java() -> Result<(), Failure> {
    any_of(&["java"], "default-jre-headless", "Java, 17 or later,")
}

/// Node.js with npm.
pub fn node() -> Result<(), Failure> {
    any_of(&["node"], "nodejs", "Node.js, 20 or later,")?;
    any_of(&["npm"], "npm", "npm")
}

/// A C++ compiler, which libFuzzer is built with.
pub fn cpp() -> Result<(), Failure> {
    match std::env::var_os("CXX") {
        Some(_) => Ok(()),
        None => any_of(&["c++"], "g++", "A C++ compiler"),
    }
}

/// `cargo fmt` and `cargo clippy`, for the cargo on the `PATH`.
pub fn lint() -> Result<(), Failure> {
    let find = || {
        let there = |name: &&str| output(path_cargo().args([*name, "--version"])).is_some();
        ["fmt", "clippy"].iter().all(there).then_some(())
    };
    if find().is_none() && first_of(&["rustup"]).is_some() {
        say("Adding rustfmt and clippy with rustup");
        let mut rustup = command("rustup");
        rustup.args(["component", "add", "rustfmt", "clippy"]);
        return run(
            &mut rustup,
            "Run the same command where there is a network.",
        );
    }
    let debian = ["rustfmt-web", "rust-web-clippy"];
    found_or_installed(find, &debian, "`cargo fmt` or `cargo clippy`")
}

fn any_of(names: &[&str], package: &str, what: &str) -> Result<(), Failure> {
    found_or_installed(|| first_of(names).map(drop), &[package], what)
}

fn found_or_installed<T>(
    find: impl Fn() -> Option<T>,
    packages: &[&str],
    what: &str,
) -> Result<T, Failure> {
    let mut found = find();
    if found.is_none() && apt::can_install_packages() {
        apt::install_packages(packages)?;
        found = find();
    }
    found.ok_or_else(|| {
        let packages = packages.join(" ");
        Failure::new(
            format!("{what} is missing."),
            format!("On Debian or Ubuntu, run `apt-get install {packages}` as root."),
        )
    })
}

/// The first of these programs that is installed. Debian installs servers in
/// a folder that only root's `PATH` has.
fn first_of(names: &[&str]) -> Option<PathBuf> {
    let mut folders = env::path();
    folders.push(PathBuf::from("/usr/sbin"));
    names.iter().find_map(|name| env::which(name, &folders))
}

fn file(path: PathBuf) -> Option<PathBuf> {
    path.is_file().then_some(path)
}

/// A program that the user set by path or name in an environment variable.
fn named_in(variable: &str) -> Option<PathBuf> {
    let name = std::env::var(variable).ok();
    let name = name.filter(|name| !name.is_empty())?;
    Some(first_of(&[&name]).unwrap_or_else(|| PathBuf::from(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_browser_is_answered_with_those_there_are() {
        let message = of_engine("lynx").unwrap_err().to_string();
        assert!(message.contains("no browser `lynx`"));
        assert!(message.contains("chromium, firefox, webkit"));
    }

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(major("Chromium 156.0.8078.79 built on Debian"), Some(156));
        assert_eq!(major("no version here"), None);
    }

    #[test]
    fn a_driver_of_another_version_is_reported_before_the_tests() {
        assert_eq!(agree(&[Some(156), Some(156)]), Ok(()));
        let message = agree(&[Some(156), Some(140)]).unwrap_err().to_string();
        assert!(message.contains("Chromium is version 156, but chromedriver is version 140."));
        let message = agree(&[None, Some(140)]).unwrap_err().to_string();
        assert!(message.contains("does not print its version"));
    }
}
