//! The benches of `cargo xtask bench`: a table.
//!
//! To add one, add a row: it has the form of a check. Called by `main`; `args`
//! looks up the names. No bench passes or fails: they print measurements. So
//! `cargo xtask test` does not run them; its machine may be busy. It only publishes
//! the smallest project of `publish`, so that this bench does not rot.

use crate::checks::{Check, Runs};
use crate::e2e;
use crate::failure::Failure;
use crate::run::{run, say};
use crate::setup::{self, Need, Ready};

/// In the order in which they run.
pub const BENCHES: &[Check] = &[
    Check {
        name: "filter",
        sentence: "parsing, folding, matching and marking natively, up to 100,000 tracks",
        runs: Runs::Full,
        needs: &[],
        run: filter,
    },
    Check {
        name: "publish",
        sentence: "publishing a project, up to 1,000 reviews of 30 tracks",
        runs: Runs::Full,
        needs: &[],
        run: publish,
    },
    Check {
        name: "keystrokes",
        sentence: "time from a key to its rows in Chromium, beside a search written by hand",
        runs: Runs::Full,
        needs: &[Need::ReleaseSite, Need::Chromium],
        run: |ready| in_chromium(ready, "keystrokes"),
    },
    Check {
        name: "start",
        sentence: "first paint and time until the search works on a slow phone, beside plain pages",
        runs: Runs::Full,
        needs: &[Need::ReleaseSite, Need::Chromium, Need::Servers],
        run: |ready| in_chromium(ready, "start"),
    },
    Check {
        name: "navigate",
        sentence: "time to the next review, by a load and by the app",
        runs: Runs::Full,
        needs: &[Need::ReleaseSite, Need::Chromium, Need::Servers],
        run: |ready| in_chromium(ready, "navigate"),
    },
    Check {
        name: "lighthouse",
        sentence: "Lighthouse's four scores for the front page of the release site",
        runs: Runs::Full,
        needs: &[
            Need::ReleaseSite,
            Need::Chromium,
            Need::Lighthouse,
            Need::Servers,
        ],
        run: |ready| in_chromium(ready, "lighthouse"),
    },
];

/// Runs the named benches, or all, in the table's order.
pub fn bench(names: &[String]) -> Result<(), Failure> {
    let chosen: Vec<&Check> = BENCHES
        .iter()
        .filter(|bench| names.is_empty() || names.iter().any(|name| name == bench.name))
        .collect();
    let needs: Vec<Need> = chosen
        .iter()
        .flat_map(|bench| bench.needs)
        .copied()
        .collect();
    say("Setting up what the benches need");
    let ready = setup::ready(&needs, &[])?;
    for bench in chosen {
        say(&format!("bench {}: {}", bench.name, bench.sentence));
        (bench.run)(&ready)?;
    }
    Ok(())
}

fn filter(ready: &Ready) -> Result<(), Failure> {
    let mut cargo = ready.toolchain.cargo();
    cargo.args(["bench", "--locked", "-p", "benches", "--bench", "filter"]);
    run(&mut cargo, "See what is reported above.")
}

/// In profile `dev`, in which Trunk's hook runs the publisher.
fn publish(ready: &Ready) -> Result<(), Failure> {
    let mut cargo = ready.toolchain.cargo();
    cargo.args(["bench", "--locked", "-p", "publisher", "--profile", "dev"]);
    cargo.args(["--bench", "publish"]);
    run(&mut cargo, "See what is reported above.")
}

/// Runs a program of the `e2e` package that measures the release site.
fn in_chromium(ready: &Ready, program: &str) -> Result<(), Failure> {
    let mut cargo = e2e::cargo_on_the_site(ready)?;
    cargo.args(["run", "--quiet", "--locked", "-p", "e2e"]);
    cargo.args(["--bin", program]);
    run(&mut cargo, "See what is reported above.")
}
