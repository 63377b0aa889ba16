//! Installs programs and scripts from npm, each at a pinned version, into the
//! cache of tools.
//!
//! Called by `tools` for wasm-opt and by `setup` for the checkers of the site.

use crate::apt;
use crate::cache;
use crate::env;
use crate::failure::Failure;
use crate::run::{command, run, say};
use std::path::{Path, PathBuf};

/// An npm package.
pub struct Package {
    pub name: &'static str,
    /// Pinned, so that the checks do not change by themselves.
    pub version: &'static str,
    /// The file that we use, relative to the package's folder.
    pub file: &'static str,
}

/// The accessibility checker, a script.
pub const AXE: Package = Package {
    name: "axe-core",
    version: "4.14.1",
    file: "axe.min.js",
};

/// The Nu HTML checker, a Java program.
pub const HTML_CHECKER: Package = Package {
    name: "vnu-jar",
    version: "26.9.27",
    file: "build/dist/vnu.jar",
};

/// The last version that runs on Node.js 20, which Debian has.
pub const LIGHTHOUSE: Package = Package {
    name: "lighthouse",
    version: "12.8.2",
    file: "cli/index.js",
};

/// The path of a package's file. Installs the package if it is missing.
pub fn file(package: &Package) -> Result<PathBuf, Failure> {
    let Package {
        name,
        version,
        file,
    } = package;
    let folder = format!("{name}-{version}");
    let path = cache::folder()?
        .join(&folder)
        .join("node_modules")
        .join(name)
        .join(file);
    if !path.is_file() {
        say(&format!("Installing {name} {version} from npm"));
        cache::install(
            &folder,
            || path.is_file(),
            |folder| {
                let next = "npm must reach its registry.";
                install(name, version, folder, next)
            },
        )?;
    }
    match path.is_file() {
        true => Ok(path),
        false => Err(Failure::new(
            format!("npm's {name} {version} holds no `{file}`."),
            format!("Delete {} and try again.", path.display()),
        )),
    }
}

/// Installs a package into `folder/node_modules`. `next` is the advice in case
/// of failure.
pub fn install(name: &str, version: &str, folder: &Path, next: &str) -> Result<(), Failure> {
    node()?;
    let mut npm = command("npm");
    npm.args([
        "install",
        "--no-save",
        "--no-audit",
        "--no-fund",
        "--prefix",
    ]);
    npm.arg(folder).arg(format!("{name}@{version}"));
    run(&mut npm, next)
}

/// Finds or installs Node.js and npm.
pub fn node() -> Result<(), Failure> {
    let missing = |name| env::which(name, &env::path()).is_none();
    if !missing("node") && !missing("npm") {
        return Ok(());
    }
    if apt::can_install_packages() {
        return apt::install_packages(&["nodejs", "npm"]);
    }
    Err(Failure::new(
        "Node.js and npm are missing, and with them what comes from npm.",
        "Install Node.js 20 or later with npm (Debian: `apt-get install nodejs npm`).",
    ))
}

/// Finds or installs Java, which the HTML checker needs.
pub fn java() -> Result<(), Failure> {
    if env::which("java", &env::path()).is_some() {
        return Ok(());
    }
    if apt::can_install_packages() {
        return apt::install_packages(&["default-jre-headless"]);
    }
    Err(Failure::new(
        "Java is missing, which the HTML checker needs.",
        "Install a Java runtime, 17 or later (Debian: `apt-get install default-jre-headless`).",
    ))
}
