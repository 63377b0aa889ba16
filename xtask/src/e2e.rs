//! Runs the end-to-end tests of `tests/e2e/` on the release site: chooses the
//! tests of each engine and passes the paths of the site and the browsers.
//!
//! Called by `checks` and `bench`. `setup` finds the browsers.

use crate::env;
use crate::failure::Failure;
use crate::run::{run, say};
use crate::setup::{self, Need, Ready};
use crate::site;
use std::fs;
use std::num::NonZero;
use std::path::PathBuf;
use std::process::Command;
use std::thread;

/// All end-to-end tests in each requested engine, except those that an engine
/// does not support. Goes on with the next engine after a failure.
pub fn in_the_browsers(ready: &Ready) -> Result<(), Failure> {
    let mut result = Ok(());
    for engine in &ready.engines {
        say(&format!("end-to-end tests in {engine}"));
        let tested = in_engine(engine, ready);
        result = result.and(tested.inspect_err(|_| {
            eprintln!(
                "==> Tests failed (run them alone: cargo xtask test browser --browser {engine})"
            );
        }));
    }
    result
}

fn in_engine(engine: &str, ready: &Ready) -> Result<(), Failure> {
    let mut cargo = cargo_test(engine, ready)?;
    cargo.args(["--test", "pages"]);
    if engine != "webkit" {
        cargo.args(["--test", "system_settings"]);
    }
    if engine == "chromium" {
        cargo.args(["--lib", "--bins", "--test", "chromium"]);
    }
    cargo.arg("--").arg(at_once());
    if engine != "chromium" {
        // These results do not depend on the engine, so they run in Chromium
        // only.
        cargo.args(["--skip", "engine_independent::"]);
    }
    run(&mut cargo, NEXT)
}

/// The test modules that cover what a reader does most.
const CORE: [&str; 6] = [
    "plain::",
    "engine_independent::search::",
    "keys::",
    "mentions::",
    "engine_independent::nothing::",
    "engine_independent::sorting::",
];

/// The end-to-end tests of `cargo xtask test --quick`.
pub fn core(ready: &Ready) -> Result<(), Failure> {
    let mut cargo = cargo_test("chromium", ready)?;
    cargo.args(["--test", "pages", "--"]);
    cargo.arg(at_once()).args(CORE);
    run(&mut cargo, NEXT)
}

/// With `--nocapture`: the tests print measurements.
pub fn hosted(ready: &Ready) -> Result<(), Failure> {
    let mut cargo = cargo_test("chromium", ready)?;
    cargo.args(["--test", "hosting", "--", "--nocapture"]);
    run(&mut cargo, "See the failed tests above.")
}

/// The test of `cargo xtask serve`, which needs no browser. With `--nocapture`:
/// it prints a measurement.
pub fn served(ready: &Ready) -> Result<(), Failure> {
    let mut cargo = ready.toolchain.cargo();
    cargo.args(["test", "--locked", "-p", "e2e", "--test", "serve"]);
    cargo.args(["--", "--nocapture"]);
    run(&mut cargo, "See the failed test above.")
}

/// Two tests in parallel for each processor: half of its time, a test waits, such
/// as for the pause after which the page writes its address.
fn at_once() -> String {
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    format!("--test-threads={}", 2 * processors)
}

const NEXT: &str =
    "See the failed tests above; target/failed-tests/ has their screenshots and HTML.";

fn cargo_test(engine: &str, ready: &Ready) -> Result<Command, Failure> {
    let mut cargo = cargo_on_the_site(ready)?;
    cargo.env("LINER_NOTES_BROWSER", engine);
    cargo.env("LINER_NOTES_RECORD", record());
    // A failure is to hide no other: each test binary runs.
    cargo.args(["test", "--locked", "--no-fail-fast", "-p", "e2e"]);
    Ok(cargo)
}

/// The file to which each test appends a line.
fn record() -> PathBuf {
    env::root().join("target/test-record.txt")
}

/// Deletes the record of an earlier run.
pub fn forget_record() {
    _ = fs::remove_file(record());
}

/// The ten slowest end-to-end tests of this run, and those that failed, one line
/// each; empty if none ran.
pub fn summary() -> String {
    summary_of(&fs::read_to_string(record()).unwrap_or_default())
}

/// `record` has lines such as `1.5 s  name (engine)` and
/// `failed  name (engine): why`.
fn summary_of(record: &str) -> String {
    let time = |line: &str| line.split(' ').next()?.parse::<f64>().ok();
    let mut timed: Vec<(f64, &str)> = record
        .lines()
        .filter_map(|line| Some((time(line)?, line)))
        .collect();
    timed.sort_by(|a, b| b.0.total_cmp(&a.0));
    let slowest = timed.iter().take(10).map(|(_, line)| *line);
    let failed = record.lines().filter(|line| line.starts_with("failed"));
    list("the slowest end-to-end tests", slowest) + &list("the failed end-to-end tests", failed)
}

/// The lines under a heading; empty without any.
fn list<'a>(heading: &str, lines: impl Iterator<Item = &'a str>) -> String {
    let lines: String = lines.map(|line| format!("  {line}\n")).collect();
    if lines.is_empty() {
        return lines;
    }
    format!("  {heading}:\n{lines}")
}

/// `cargo xtask screenshots`: images of every state of the release site.
pub fn screenshots(folder: &str) -> Result<(), Failure> {
    let ready = setup::ready(&[Need::ReleaseSite, Need::Chromium], &[])?;
    let mut cargo = cargo_on_the_site(&ready)?;
    cargo.args(["run", "--quiet", "--locked", "-p", "e2e"]);
    cargo.args(["--bin", "screenshots", "--", folder]);
    run(&mut cargo, "See what is reported above.")?;
    println!("The images are in {folder}");
    Ok(())
}

/// Builds the release site and returns a cargo with the paths of the site and
/// the browsers in its environment.
pub fn cargo_on_the_site(ready: &Ready) -> Result<Command, Failure> {
    site::build(ready)?;
    let mut cargo = ready.toolchain.cargo();
    cargo.env("LINER_NOTES_DIST", site::dist());
    // The backtrace of a failed test is 40 frames of the async runtime.
    cargo.env("RUST_BACKTRACE", "0");
    cargo.envs(ready.programs.iter().map(|(name, path)| (name, path)));
    Ok(cargo)
}

#[cfg(test)]
mod tests {
    use super::summary_of;

    #[test]
    fn the_slowest_come_first_and_there_are_ten_at_most() {
        let times: String = (1..=12)
            .map(|n| format!("{n}.5 s  test_{n} (webkit)\n"))
            .collect();
        let summary = summary_of(&times);
        assert!(summary.contains(":\n  12.5 s  test_12 (webkit)\n  11.5 s"));
        assert_eq!(summary.lines().count(), 11);
        assert_eq!(summary_of(""), "");
    }

    #[test]
    fn failures_come_last_with_their_reasons() {
        let summary = summary_of("failed  a (webkit): no row\n0.5 s  b (webkit)\n");
        assert!(
            summary.ends_with(":\n  failed  a (webkit): no row\n"),
            "{summary}"
        );
        assert_eq!(summary.matches("b (webkit)").count(), 1);
    }
}
