//! The benches of `cargo xtask bench`: a table.
//!
//! To add one, add a row. Called by `main`; `args` looks up the names. No bench
//! passes or fails: they print measurements. So `cargo xtask test` does not run
//! them; its machine may be busy.

use crate::e2e;
use crate::failure::Failure;
use crate::run::{run, say};
use crate::setup::{self, Need, Ready};

/// A measurement, which can also be run alone.
struct Bench {
    name: &'static str,
    /// What it measures.
    sentence: &'static str,
    needs: &'static [Need],
    measure: fn(&Ready) -> Result<(), Failure>,
}

/// In the order in which they run.
const BENCHES: &[Bench] = &[
    Bench {
        name: "filter",
        sentence: "parsing, folding, matching and marking natively, up to 100,000 tracks",
        needs: &[],
        measure: filter,
    },
    Bench {
        name: "publish",
        sentence: "publishing a project, up to 1,000 reviews of 30 tracks",
        needs: &[],
        measure: publish,
    },
    Bench {
        name: "keystrokes",
        sentence: "time from a key to its rows in Chromium, up to 10,000 tracks",
        needs: &[Need::ReleaseSite, Need::Chromium],
        measure: |ready| in_chromium(ready, "keystrokes"),
    },
    Bench {
        name: "start",
        sentence: "first paint and time until the search works on a slow phone, compared to no script",
        needs: &[Need::ReleaseSite, Need::Chromium, Need::Servers],
        measure: |ready| in_chromium(ready, "start"),
    },
    Bench {
        name: "lighthouse",
        sentence: "Lighthouse's four scores for the front page of the release site",
        needs: &[
            Need::ReleaseSite,
            Need::Chromium,
            Need::Lighthouse,
            Need::Servers,
        ],
        measure: |ready| in_chromium(ready, "lighthouse"),
    },
];

/// Whether there is a bench of that name.
pub fn exists(name: &str) -> bool {
    BENCHES.iter().any(|bench| bench.name == name)
}

/// One line for each bench.
pub fn list() -> String {
    let width = BENCHES.iter().map(|bench| bench.name.len()).max();
    let width = width.unwrap_or(0);
    let line = |bench: &Bench| format!("  {:width$}  {}\n", bench.name, bench.sentence);
    BENCHES.iter().map(line).collect()
}

/// Runs the named benches, or all, in the table's order.
pub fn bench(names: &[String]) -> Result<(), Failure> {
    let chosen: Vec<&Bench> = BENCHES
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
        (bench.measure)(&ready)?;
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
    cargo.args(["bench", "--locked", "-p", "benches", "--profile", "dev"]);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bench_can_be_named_and_says_what_it_measures() {
        for (index, bench) in BENCHES.iter().enumerate() {
            let first = BENCHES.iter().position(|other| other.name == bench.name);
            assert_eq!(first, Some(index), "two benches are called {}", bench.name);
            assert!(exists(bench.name));
            assert!(list().contains(bench.sentence));
        }
        assert!(!exists("everything"));
    }
}
