//! Tells the stories of `tests/browser/` on the release site: which tests are
//! run in which engine, and what they are told of this machine.
//!
//! Called by `parts` and `bench`. What is there was found by `setup`.

use crate::engine::Engine;
use crate::failure::Failure;
use crate::run::{run, say};
use crate::setup::{self, Need, Ready};
use crate::site;
use std::process::Command;

/// All stories in each engine that was asked for, but for those that cannot be
/// told in it. An engine that fails does not keep the others from being heard.
pub fn in_the_browsers(ready: &Ready) -> Result<(), Failure> {
    let mut result = Ok(());
    for (engine, _) in &ready.engines {
        say(&format!("the stories in {}", engine.name()));
        let told = told_in(*engine, ready);
        result = result.and(told.inspect_err(|_| {
            let name = engine.name();
            eprintln!("==> Stories failed (alone: cargo xtask test browser --browser {name})");
        }));
    }
    result
}

fn told_in(engine: Engine, ready: &Ready) -> Result<(), Failure> {
    let mut cargo = cargo_on_the_site(ready)?;
    cargo.env("LINER_NOTES_BROWSER", engine.name());
    cargo.args([
        "test",
        "--locked",
        "-p",
        "browser-tests",
        "--test",
        "stories",
    ]);
    if engine != Engine::WebKit {
        cargo.args(["--test", "systems"]);
    }
    if engine == Engine::Chromium {
        cargo.args(["--lib", "--bins", "--test", "chromium"]);
    }
    let next = "See the failed stories above; target/stories/ holds what their readers saw.";
    run(&mut cargo, next)
}

/// The tests print figures, which are to be read.
pub fn hosted(ready: &Ready) -> Result<(), Failure> {
    let mut cargo = cargo_on_the_site(ready)?;
    cargo.env("LINER_NOTES_BROWSER", Engine::Chromium.name());
    cargo.args(["test", "--locked", "-p", "browser-tests"]);
    cargo.args(["--test", "hosting", "--", "--nocapture"]);
    run(&mut cargo, "See the failed tests above.")
}

/// `cargo xtask screenshots`: pictures of every state of the release site.
pub fn screenshots(folder: &str) -> Result<(), Failure> {
    let ready = setup::ready(&[Need::ReleaseSite, Need::Browser])?;
    let mut cargo = cargo_on_the_site(&ready)?;
    cargo.args(["run", "--quiet", "--locked", "-p", "browser-tests"]);
    cargo.args(["--bin", "screenshots", "--", folder]);
    run(&mut cargo, "See what is reported above.")?;
    println!("The pictures are in {folder}");
    Ok(())
}

/// Builds the release site, and gives a cargo that tells its children where the
/// site and the browsers are.
pub fn cargo_on_the_site(ready: &Ready) -> Result<Command, Failure> {
    site::build(ready)?;
    let mut cargo = ready.toolchain.build_cargo();
    cargo.env("LINER_NOTES_DIST", site::dist());
    // A story's stack is the runtime's: forty frames that hide what was waited for.
    cargo.env("RUST_BACKTRACE", "0");
    if let Some(axe) = &ready.axe {
        cargo.env("LINER_NOTES_AXE", axe);
    }
    if let Some(browser) = &ready.browser {
        cargo.env("LINER_NOTES_CHROMIUM", &browser.chromium);
        cargo.env("LINER_NOTES_CHROMEDRIVER", &browser.chromedriver);
    }
    for (variable, program) in ready.engines.iter().flat_map(|(_, programs)| programs) {
        cargo.env(variable, program);
    }
    Ok(cargo)
}
