//! Tells the stories of `tests/e2e/` on the release site: which tests are
//! run in which engine, and what they are told of this machine.
//!
//! Called by `parts` and `bench`. What is there was found by `setup`.

use crate::engine::Engine;
use crate::env;
use crate::failure::Failure;
use crate::run::{run, say};
use crate::setup::{self, Need, Ready};
use crate::site;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// All stories in each engine that was asked for, but for those that cannot be
/// told in it. An engine that fails does not keep the others from being heard.
pub fn in_the_browsers(ready: &Ready) -> Result<(), Failure> {
    let mut result = Ok(());
    for engine in &ready.engines {
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
    let mut cargo = telling(engine, ready)?;
    cargo.args(["--test", "pages"]);
    if engine != Engine::WebKit {
        cargo.args(["--test", "system_settings"]);
    }
    if engine == Engine::Chromium {
        cargo.args(["--lib", "--bins", "--test", "chromium"]);
    }
    cargo.args(["--", AT_ONCE]);
    if engine != Engine::Chromium {
        // What follows from the page and the search alone is asked once.
        cargo.args(["--skip", "engine_independent::"]);
    }
    run(&mut cargo, NEXT)
}

/// The modules of stories that hold what a reader does most.
const CORE: [&str; 6] = [
    "plain::",
    "engine_independent::search::",
    "keys::",
    "mentions::",
    "engine_independent::nothing::",
    "engine_independent::sorting::",
];

/// The stories of `cargo xtask test --quick`.
pub fn core(ready: &Ready) -> Result<(), Failure> {
    let mut cargo = telling(Engine::Chromium, ready)?;
    cargo.args(["--test", "pages", "--", AT_ONCE]).args(CORE);
    run(&mut cargo, NEXT)
}

/// The tests print figures, which are to be read.
pub fn hosted(ready: &Ready) -> Result<(), Failure> {
    let mut cargo = telling(Engine::Chromium, ready)?;
    cargo.args(["--test", "hosting", "--", "--nocapture"]);
    run(&mut cargo, "See the failed tests above.")
}

/// Stories told at once: they wait for their browsers half of the time.
const AT_ONCE: &str = "--test-threads=3";

const NEXT: &str = "See the failed stories above; target/stories/ holds what their readers saw.";

fn telling(engine: Engine, ready: &Ready) -> Result<Command, Failure> {
    let mut cargo = cargo_on_the_site(ready)?;
    cargo.env("LINER_NOTES_BROWSER", engine.name());
    cargo.env("LINER_NOTES_TIMES", times_file());
    cargo.args(["test", "--locked", "-p", "e2e"]);
    Ok(cargo)
}

/// Where each story's time is written.
fn times_file() -> PathBuf {
    env::root().join("target/story-times.txt")
}

/// The times of an earlier run go.
pub fn forget_times() {
    _ = fs::remove_file(times_file());
}

/// The slowest ten stories of this run, a line each; nothing where none was told.
pub fn slowest() -> String {
    let times = fs::read_to_string(times_file()).unwrap_or_default();
    match slowest_of(&times) {
        lines if lines.is_empty() => lines,
        lines => format!("  the slowest stories:\n{lines}"),
    }
}

/// Of lines such as `1.5 s  name (engine)`.
fn slowest_of(times: &str) -> String {
    let time = |line: &str| line.split(' ').next()?.parse::<f64>().ok();
    let mut timed: Vec<(f64, &str)> = times
        .lines()
        .filter_map(|line| Some((time(line)?, line)))
        .collect();
    timed.sort_by(|a, b| b.0.total_cmp(&a.0));
    let line = |(_, line): &(f64, &str)| format!("  {line}\n");
    timed.iter().take(10).map(line).collect()
}

/// `cargo xtask screenshots`: pictures of every state of the release site.
pub fn screenshots(folder: &str) -> Result<(), Failure> {
    let ready = setup::ready(&[Need::ReleaseSite, Need::Browser])?;
    let mut cargo = cargo_on_the_site(&ready)?;
    cargo.args(["run", "--quiet", "--locked", "-p", "e2e"]);
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
    if let Some(axe) = &ready.packages.axe {
        cargo.env("LINER_NOTES_AXE", axe);
    }
    if let Some(geckodriver) = &ready.geckodriver {
        cargo.env("LINER_NOTES_GECKODRIVER", geckodriver);
    }
    if let Some(browser) = &ready.packages.browser {
        cargo.env("LINER_NOTES_CHROMIUM", &browser.chromium);
        cargo.env("LINER_NOTES_CHROMEDRIVER", &browser.chromedriver);
    }
    for (variable, program) in &ready.packages.programs {
        cargo.env(variable, program);
    }
    Ok(cargo)
}

#[cfg(test)]
mod tests {
    use super::slowest_of;

    #[test]
    fn the_slowest_come_first_and_there_are_ten_at_most() {
        let times: String = (1..=12)
            .map(|n| format!("{n}.5 s  story_{n} (webkit)\n"))
            .collect();
        let slowest = slowest_of(&times);
        assert!(slowest.starts_with("  12.5 s  story_12 (webkit)\n  11.5 s"));
        assert_eq!(slowest.lines().count(), 10);
        assert_eq!(slowest_of(""), "");
    }
}
