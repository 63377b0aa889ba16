//! Checks the dependencies: each licence must allow distributing the site, and
//! no crate may be in the wasm, which every reader downloads, in two versions.
//!
//! Called by `checks`. Security advisories are not checked: their database is
//! online, and the tests must run offline. `DEPENDENCIES.md` says what each
//! crate is for.

use crate::failure::Failure;
use crate::run::output;
use crate::toolchain::path_cargo;
use std::collections::BTreeSet;

/// Licences that require attribution at most, and MPL-2.0, which requires the
/// source of the crate itself: only the publisher uses such a crate, unchanged.
const ALLOWED: [&str; 12] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Zlib",
];

/// Allowed in two versions at no cost: these run at compile time, or come with
/// Leptos, which depends on both versions itself.
const TWICE: [&str; 4] = ["convert_case", "syn", "thiserror", "thiserror-impl"];

const NEXT: &str = "Choose another crate, or say in xtask/src/licenses.rs why this one is allowed.";

pub fn check() -> Result<(), Failure> {
    licences()?;
    duplicates()
}

fn licences() -> Result<(), Failure> {
    let all = "--workspace --target all --edges normal,build,dev";
    let lines = tree(&format!("{all} --format {{l}}|{{p}}"))?;
    let refused: BTreeSet<&str> = lines
        .lines()
        // An empty line separates the packages of the workspace.
        .filter(|line| !line.is_empty())
        .filter(|line| !is_allowed(line.split('|').next().unwrap_or_default()))
        .collect();
    match refused.is_empty() {
        true => Ok(()),
        false => {
            let refused: Vec<&str> = refused.into_iter().collect();
            let what = format!("Licences that are not allowed:\n{}", refused.join("\n"));
            Err(Failure::new(what, NEXT))
        }
    }
}

/// Whether an SPDX expression such as `(MIT OR GPL-3.0) AND Unicode-3.0` can be
/// satisfied with allowed licences.
fn is_allowed(expression: &str) -> bool {
    let plain = expression.replace(['(', ')'], "").replace('/', " OR ");
    plain.split(" AND ").all(|part| {
        let mut choices = part.split(" OR ").map(str::trim);
        choices.any(|licence| ALLOWED.contains(&licence))
    })
}

fn duplicates() -> Result<(), Failure> {
    let wasm = "-p liner-notes --target wasm32-unknown-unknown --edges normal";
    let lines = tree(&format!("{wasm} --format {{p}}"))?;
    let crates: BTreeSet<(&str, &str)> = lines
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            Some((words.next()?, words.next()?))
        })
        .collect();
    let names: Vec<&str> = crates.iter().map(|(name, _)| *name).collect();
    let twice = names.windows(2).filter(|pair| pair[0] == pair[1]);
    let new: Vec<&str> = twice
        .map(|pair| pair[0])
        .filter(|name| !TWICE.contains(name))
        .collect();
    match new.is_empty() {
        true => Ok(()),
        false => Err(Failure::new(
            format!("More than one version in the wasm: {}.", new.join(", ")),
            NEXT,
        )),
    }
}

fn tree(arguments: &str) -> Result<String, Failure> {
    let mut cargo = path_cargo();
    cargo.args(["tree", "--locked", "--prefix", "none", "--no-dedupe"]);
    cargo.args(arguments.split(' '));
    output(&mut cargo).ok_or_else(|| {
        Failure::new(
            "`cargo tree` failed.",
            format!("Run `cargo tree {arguments}` to see why."),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    #[test]
    fn one_choice_is_enough_and_every_part_is_needed() {
        for (expression, allowed) in [
            ("MIT OR Apache-2.0", true),
            ("MIT/Apache-2.0", true),
            ("GPL-3.0-only OR MIT", true),
            ("(MIT OR GPL-3.0-only) AND Unicode-3.0", true),
            ("MIT AND GPL-3.0-only", false),
            ("GPL-3.0-only", false),
            ("", false),
        ] {
            assert_eq!(is_allowed(expression), allowed, "{expression}");
        }
    }
}
