//! Runs every fuzz target for a fixed number of inputs, mutated from the
//! committed seeds with a fixed random seed.
//!
//! Called by `checks`; `setup` provides the C++ compiler. What the
//! targets check is in `fuzz/fuzz_targets/`; `fuzz/README.md` says how to fuzz
//! for longer.

use crate::env;
use crate::failure::Failure;
use crate::run::run_quietly;
use crate::toolchain::Toolchain;
use std::{fs, io};

/// Takes seconds for each target.
const RUNS: &str = "-runs=20000";

/// Runs each target that has seeds.
pub fn check(toolchain: Toolchain) -> Result<(), Failure> {
    names("fuzz/seeds")?
        .iter()
        .try_for_each(|target| check_target(toolchain, target))
}

fn check_target(toolchain: Toolchain, target: &str) -> Result<(), Failure> {
    let seeds: Vec<String> = names(&format!("fuzz/seeds/{target}"))?
        .iter()
        .map(|seed| format!("seeds/{target}/{seed}"))
        .collect();
    let mut cargo = toolchain.cargo();
    // `fuzz/.cargo/config.toml` sets the compiler flags of a fuzzer.
    cargo.current_dir(env::root().join("fuzz"));
    cargo.args(["run", "--quiet", "--release", "--locked"]);
    cargo.args(["--bin", target, "--", RUNS, "-seed=1"]);
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
