//! Builds the release site into `dist/`.
//!
//! Called by `main` for `cargo xtask build` and by the checks that need the
//! site. `Trunk.toml` and the publisher decide the contents of `dist/`.

use crate::env;
use crate::failure::Failure;
use crate::notices;
use crate::run::{run, say};
use crate::setup::{self, Need, Ready, SiteTools};
use crate::toolchain::Build;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

/// The finished site.
pub fn dist() -> PathBuf {
    env::root().join("dist")
}

/// `cargo xtask build`, as on the day `today` (`None`: the present one).
pub fn build_command(today: Option<&str>) -> Result<(), Failure> {
    let ready = setup::ready(&[Need::ReleaseSite], &[])?;
    build_on(&ready, today)?;
    println!("The site is in {}", dist().display());
    Ok(())
}

/// Builds the release site, at most once per process. Always runs Trunk: only
/// cargo knows whether anything changed, and an unchanged build is cheap.
pub fn build(ready: &Ready) -> Result<(), Failure> {
    build_on(ready, None)
}

fn build_on(ready: &Ready, today: Option<&str>) -> Result<(), Failure> {
    static BUILT: OnceLock<()> = OnceLock::new();
    if BUILT.get().is_some() {
        return Ok(());
    }
    say("Building the release site into dist/");
    let tools = tools(ready)?;
    let mut trunk = ready
        .toolchain
        .trunk(Build::Release, &tools.trunk, &folders(tools));
    trunk.args(["build", "--release", "--locked", "--skip-version-check"]);
    trunk.arg("--dist").arg(dist());
    // The publisher, which Trunk runs, has no arguments of ours.
    trunk.envs(today.map(|today| ("LINER_NOTES_TODAY", today)));
    let next = "Correct what is reported above; the last good site, if any, is still in dist/.";
    run(&mut trunk, next)?;
    notices::write(&dist())?;
    if !ready.toolchain.builds_small() {
        eprintln!("warning: {LARGER}\n    next: {GET_SOURCE}");
    }
    _ = BUILT.set(());
    Ok(())
}

/// The warning for a release whose standard library was not built from source.
pub const LARGER: &str = "this site's wasm is about a fifth larger than it should be: the \
     standard library was not built from source, because its source is missing.";

/// What to do about it.
pub const GET_SOURCE: &str = "Run `rustup component add rust-src`, then this again.";

/// Trunk with its tools on the `PATH`. Each has the version that Trunk
/// requires, so Trunk downloads nothing and needs no `--offline`, which would
/// also keep cargo from fetching crates.
pub fn trunk(ready: &Ready) -> Result<Command, Failure> {
    let tools = tools(ready)?;
    Ok(ready
        .toolchain
        .trunk(Build::Development, &tools.trunk, &folders(tools)))
}

fn tools(ready: &Ready) -> Result<&SiteTools, Failure> {
    ready.site.as_ref().ok_or_else(|| {
        Failure::new(
            "The tools that build the site were not set up.",
            "Give the check that builds the site `Need::ReleaseSite`, in xtask/src/checks.rs.",
        )
    })
}

/// The cache folders of the tools. A tool that Trunk already finds on the
/// `PATH` adds none: its folder may contain another cargo, which must not come
/// first.
fn folders(site: &SiteTools) -> Vec<PathBuf> {
    let Ok(cache) = crate::cache::folder() else {
        return Vec::new();
    };
    [Some(&site.wasm_bindgen), site.wasm_opt.as_ref()]
        .into_iter()
        .flatten()
        .filter(|program| program.starts_with(&cache))
        .filter_map(|program| Some(program.parent()?.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_tool_folders_are_put_before_the_path() {
        let ours = crate::cache::folder().unwrap().join("tool/bin");
        let site = SiteTools {
            trunk: "/home/me/.cargo/bin/trunk".into(),
            wasm_bindgen: "/home/me/.cargo/bin/wasm-bindgen".into(),
            wasm_opt: Some(ours.join("wasm-opt")),
        };
        assert_eq!(folders(&site), [ours]);
    }
}
