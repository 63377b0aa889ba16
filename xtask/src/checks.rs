//! The checks of `cargo xtask test`: a table, the cheap ones first.
//!
//! To add one, add a row. Called by `main`; `args` looks up the names. `setup`
//! sets up what a check needs.

use crate::e2e;
use crate::failure::Failure;
use crate::fuzz;
use crate::licenses;
use crate::run::{command, run, say};
use crate::setup::{self, Need, Ready, SiteTools};
use crate::site;
use crate::size;
use crate::toolchain::path_cargo;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

/// A check, which can also be run alone.
pub struct Check {
    pub name: &'static str,
    /// What it checks, for `cargo xtask test --list`.
    pub sentence: &'static str,
    pub runs: Runs,
    pub needs: &'static [Need],
    pub run: fn(&Ready) -> Result<(), Failure>,
}

/// In which runs a check is included if it is not named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Runs {
    /// Only in the full run.
    Full,
    /// Only with `--quick`: the full run has a larger check of the same kind.
    Quick,
    Both,
}

/// Which checks to run.
#[derive(Debug, PartialEq, Eq)]
pub enum Choice {
    All,
    /// Those of `--quick`, for daily work.
    Quick,
    Named(Vec<String>),
}

impl Choice {
    fn includes(&self, check: &Check) -> bool {
        match self {
            Self::All => check.runs != Runs::Quick,
            Self::Quick => check.runs != Runs::Full,
            Self::Named(names) => names.iter().any(|name| name == check.name),
        }
    }
}

/// In the order in which they run.
pub const CHECKS: &[Check] = &[
    Check {
        name: "format",
        sentence: "every Rust file is formatted",
        runs: Runs::Both,
        needs: &[Need::Lint],
        run: |_| {
            let next = "Run `cargo fmt --all`, here and in `fuzz/`.";
            cargo(path_cargo(), "fmt --all --check", next)?;
            let fuzz = "fmt --manifest-path fuzz/Cargo.toml --check";
            cargo(path_cargo(), fuzz, next)
        },
    },
    Check {
        name: "clippy",
        sentence: "no compiler or clippy warning, for the publisher, the wasm and the tests",
        runs: Runs::Both,
        needs: &[Need::Lint],
        run: clippy,
    },
    Check {
        name: "supply",
        sentence: "the licences of all crates, and no crate in two versions in the wasm",
        runs: Runs::Full,
        needs: &[],
        run: |_| licenses::check(),
    },
    Check {
        name: "native",
        sentence: "all tests without a browser: unit tests, case directories, a fixture site",
        runs: Runs::Both,
        needs: &[],
        run: native,
    },
    Check {
        name: "core",
        sentence: "the most important end-to-end tests, in Chromium only; not in a full run",
        runs: Runs::Quick,
        needs: &[Need::ReleaseSite, Need::Chromium],
        run: e2e::core,
    },
    Check {
        name: "fuzz",
        sentence: "fuzz targets: any bytes as a search, a title, a writer's file or an import",
        runs: Runs::Full,
        needs: &[Need::Cpp],
        run: fuzz_beside_the_site,
    },
    Check {
        name: "serve",
        sentence: "`cargo xtask serve` rebuilds the page when a review is saved",
        runs: Runs::Full,
        needs: &[Need::Site],
        run: e2e::served,
    },
    Check {
        name: "html",
        sentence: "every page of the release site is valid for the Nu HTML checker",
        runs: Runs::Full,
        needs: &[Need::ReleaseSite, Need::HtmlChecker],
        run: valid_html,
    },
    Check {
        name: "size",
        sentence: "what a reader downloads is within its budgets",
        runs: Runs::Full,
        needs: &[Need::ReleaseSite],
        run: size::check,
    },
    Check {
        name: "hosting",
        sentence: "the hosting recipes in nginx and Caddy; uploads, hostile input, damage, load",
        runs: Runs::Full,
        needs: &[
            Need::ReleaseSite,
            Need::Chromium,
            Need::Servers,
            Need::Observatory,
        ],
        run: e2e::hosted,
    },
    Check {
        name: "browser",
        sentence: "all end-to-end tests on the release site, in each engine or that of `--browser`",
        runs: Runs::Full,
        needs: &[Need::ReleaseSite, Need::Engines],
        run: e2e::in_the_browsers,
    },
];

/// One line for each row of a table.
pub fn list(table: &[Check]) -> String {
    let width = table.iter().map(|row| row.name.len()).max().unwrap_or(0);
    let line = |row: &Check| format!("  {:width$}  {}\n", row.name, row.sentence);
    table.iter().map(line).collect()
}

/// Runs the chosen checks in the table's order and stops at the first that
/// fails. End-to-end tests run in `engines`.
pub fn test(choice: &Choice, engines: &[&'static str]) -> Result<(), Failure> {
    let chosen: Vec<&Check> = CHECKS
        .iter()
        .filter(|check| choice.includes(check))
        .collect();
    let needs: Vec<Need> = chosen
        .iter()
        .flat_map(|check| check.needs)
        .copied()
        .collect();

    say("Setting up what the checks need");
    let start = Instant::now();
    let ready = setup::ready(&needs, engines)?;
    e2e::forget_record();
    let mut times = vec![("set-up", start.elapsed())];
    let mut result = Ok(());
    for check in chosen {
        say(&format!("test {}: {}", check.name, check.sentence));
        let start = Instant::now();
        result = (check.run)(&ready).inspect_err(|_| {
            eprintln!(
                "==> The check `{0}` failed (run it alone: cargo xtask test {0})",
                check.name
            );
        });
        times.push((check.name, start.elapsed()));
        if result.is_err() {
            break;
        }
    }
    print!("{}{}", table(&times), e2e::summary());
    result
}

/// The time that each step took, and their sum.
fn table(times: &[(&str, Duration)]) -> String {
    let line = |name: &str, time: Duration| format!("  {name:10}{:>8.1} s\n", time.as_secs_f64());
    let rows: String = times.iter().map(|(name, time)| line(name, *time)).collect();
    let sum = times.iter().map(|(_, time)| *time).sum();
    format!("{rows}{}", line("together", sum))
}

/// Runs cargo; no argument may contain a space.
fn cargo(mut cargo: Command, arguments: &str, next: &str) -> Result<(), Failure> {
    run(cargo.args(arguments.split(' ')), next)
}

/// Plain `cargo test`, and the tests of xtask.
fn native(ready: &Ready) -> Result<(), Failure> {
    let tests = "test --locked --workspace --exclude e2e --exclude benches";
    cargo(
        ready.toolchain.cargo(),
        tests,
        "See the failed tests above.",
    )
}

/// The code for the wasm also compiles natively, so one call lints all of it.
fn clippy(_: &Ready) -> Result<(), Failure> {
    let what = "clippy --locked --workspace --all-targets -- -D warnings";
    cargo(
        path_cargo(),
        what,
        "Fix each warning above; none is allowed.",
    )
}

/// In a full run the release site is built meanwhile: its last steps, linking
/// and wasm-opt, use one processor.
fn fuzz_beside_the_site(ready: &Ready) -> Result<(), Failure> {
    let is_release = |site: &SiteTools| site.wasm_opt.is_some();
    let wanted = ready.site.as_ref().is_some_and(is_release);
    thread::scope(|scope| {
        let site = wanted.then(|| scope.spawn(|| site::build(ready)));
        let fuzz = fuzz::check(ready.toolchain);
        let site = site.map(|site| site.join().expect("the thread does not panic"));
        fuzz.and(site.unwrap_or(Ok(())))
    })
}

fn valid_html(ready: &Ready) -> Result<(), Failure> {
    site::build(ready)?;
    let mut java = command("java");
    if let Some(checker) = &ready.html_checker {
        java.arg("-jar").arg(checker);
    }
    java.args(["--skip-non-html", "--Werror"]);
    // The checker does not know hashes in a policy, view transitions,
    // `@property`, `vector-effect` or `position-area`. Trunk writes void elements
    // with a slash, which has no effect.
    let known = ".*(Content Security Policy|Trailing slash|at-rule .@(view-transition|property).\
                 |Property .(vector-effect|position-area).).*";
    java.args(["--filterpattern", known]).arg(site::dist());
    run(&mut java, "Fix the pages named above.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_and_every_bench_has_its_own_name() {
        for table in [CHECKS, crate::bench::BENCHES] {
            for (index, row) in table.iter().enumerate() {
                let first = table.iter().position(|other| other.name == row.name);
                assert_eq!(first, Some(index), "two rows are called {}", row.name);
                assert!(list(table).contains(row.sentence));
            }
        }
    }

    #[test]
    fn a_full_run_and_a_quick_one_differ() {
        let names = |choice: Choice| -> Vec<&str> {
            let chosen = CHECKS.iter().filter(|check| choice.includes(check));
            chosen.map(|check| check.name).collect()
        };
        assert_eq!(names(Choice::Quick), ["format", "clippy", "native", "core"]);
        assert_eq!(names(Choice::All).len(), CHECKS.len() - 1);
        assert_eq!(names(Choice::Named(vec!["core".to_owned()])), ["core"]);
    }

    #[test]
    fn the_cheap_checks_come_first_and_the_browser_last() {
        assert_eq!(CHECKS.first().map(|check| check.name), Some("format"));
        assert_eq!(CHECKS.last().map(|check| check.name), Some("browser"));
    }

    #[test]
    fn the_table_shows_each_time_and_the_sum() {
        let times = [
            ("format", Duration::from_millis(400)),
            ("clippy", Duration::from_secs(61)),
        ];
        assert_eq!(
            table(&times),
            "  format         0.4 s\n  clippy        61.0 s\n  together      61.4 s\n"
        );
    }
}
