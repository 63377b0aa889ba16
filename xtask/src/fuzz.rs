//! Runs every fuzz target for a fixed number of inputs, mutated from the
//! committed seeds. They differ from run to run, also with a fixed random seed,
//! because libFuzzer is led by addresses and the order of hash maps. So a failure
//! may be older than the change that is tested; its input is printed.
//!
//! Called by `checks`; `setup` provides the C++ compiler. What the
//! targets check is in `fuzz/fuzz_targets/`; `fuzz/README.md` says how to fuzz
//! for longer.

use crate::env;
use crate::failure::Failure;
use crate::run::{run, run_quietly};
use crate::toolchain::Toolchain;
use std::process::Command;
use std::{fs, io, thread};

/// Takes seconds for each target.
const RUNS: &str = "-runs=20000";

/// Runs each target that has seeds.
pub fn check(toolchain: Toolchain) -> Result<(), Failure> {
    let (targets, next) = (names("fuzz/seeds")?, "See the compiler's message above.");
    run(
        cargo(toolchain).args(["build", "--quiet", "--release", "--locked"]),
        next,
    )?;
    // All at once: each uses one processor.
    thread::scope(|scope| {
        let mut running = Vec::new();
        for target in &targets {
            running.push(scope.spawn(move || check_target(toolchain, target)));
        }
        let mut results = running.into_iter().map(thread::ScopedJoinHandle::join);
        results.try_for_each(|result| result.expect("the thread does not panic"))
    })
}

/// `fuzz/.cargo/config.toml` sets the compiler flags of a fuzzer.
fn cargo(toolchain: Toolchain) -> Command {
    let mut cargo = toolchain.cargo();
    cargo.current_dir(env::root().join("fuzz"));
    cargo
}

fn check_target(toolchain: Toolchain, target: &str) -> Result<(), Failure> {
    let seeds: Vec<String> = names(&format!("fuzz/seeds/{target}"))?
        .iter()
        .map(|seed| format!("seeds/{target}/{seed}"))
        .collect();
    let mut cargo = cargo(toolchain);
    cargo.args(["run", "--quiet", "--release", "--locked"]);
    cargo.args(["--bin", target, "--", RUNS]);
    cargo.arg(format!("-dict=dictionaries/{target}"));
    cargo.arg(format!("-seed_inputs={}", seeds.join(",")));
    let next = "See `fuzz/README.md` for the input that failed.";
    run_quietly(&mut cargo, next)
}

/// The names of a folder's entries, sorted. `folder` is relative to the
/// project.
fn names(folder: &str) -> Result<Vec<String>, Failure> {
    let name = |entry: io::Result<fs::DirEntry>| Ok(entry?.file_name().to_string_lossy().into());
    let names = fs::read_dir(env::root().join(folder))
        .and_then(|entries| entries.map(name).collect::<io::Result<Vec<String>>>());
    let mut names = names.map_err(|error| {
        let what = format!("{folder} cannot be listed: {error}.");
        Failure::new(what, "Take it from version control again.")
    })?;
    names.sort();
    Ok(names)
}
