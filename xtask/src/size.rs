//! `cargo xtask size`: what a reader downloads, after brotli, compared with the
//! budgets and with the record in `docs/sizes.txt`.
//!
//! `--record` rewrites the record; `--crates` also lists the crates in the
//! wasm. The check `size` of `cargo xtask test` fails over budget.

use crate::env;
use crate::failure::Failure;
use crate::setup::{self, Need, Ready};
use crate::site;
use crate::wasm_size;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A group of files with a size limit.
struct Budget {
    name: &'static str,
    /// The limit in bytes, after brotli.
    most: u64,
    /// Whether a file belongs to the group.
    holds: fn(&str) -> bool,
}

const BUDGETS: [Budget; 5] = [
    Budget {
        name: "wasm",
        most: 65_000,
        holds: |file| file.ends_with(".wasm") && !is_later(file),
    },
    Budget {
        name: "glue",
        most: 4_000,
        holds: |file| file.ends_with(".js") && file != WORKER && !is_later(file),
    },
    Budget {
        name: "front page",
        // What a server may send at once, ten packets of 1,460 bytes, less its
        // headers. The hashes in the page move its size by some 40 bytes.
        most: 14_100,
        holds: |file| file == PAGE,
    },
    Budget {
        name: "first visit",
        most: 85_000,
        holds: |file| !is_later(file),
    },
    Budget {
        name: "navigation",
        most: 31_500,
        holds: is_later,
    },
];

const PAGE: &str = "index.html";
const WORKER: &str = "sw.js";

/// Whether a file belongs to the program that renders other reviews, which a page
/// loads after it has started, on a site of several reviews.
fn is_later(file: &str) -> bool {
    file.starts_with("liner-notes-navigation")
}

/// The check `size` of `cargo xtask test`.
pub fn check(ready: &Ready) -> Result<(), Failure> {
    site::build(ready)?;
    let sizes = measure(&site::dist())?;
    print!("{}", table(&sizes, &recorded()));
    if !ready.toolchain.builds_small() {
        return Err(Failure::new(site::LARGER, site::GET_SOURCE));
    }
    let over: Vec<&str> = BUDGETS
        .iter()
        .filter(|budget| sizes[budget.name] > budget.most)
        .map(|budget| budget.name)
        .collect();
    match over.is_empty() {
        true => Ok(()),
        false => Err(Failure::new(
            format!("Over budget: {}.", over.join(", ")),
            "Run `cargo xtask size --crates` to see what the wasm is made of.",
        )),
    }
}

/// `cargo xtask size`.
pub fn size(record: bool, crates: bool) -> Result<(), Failure> {
    let ready = setup::ready(&[Need::ReleaseSite], &[])?;
    let checked = check(&ready);
    if record {
        let sizes = measure(&site::dist())?;
        let lines = BUDGETS.map(|Budget { name, .. }| format!("{name}: {}\n", sizes[name]));
        let written = fs::write(record_file(), lines.concat());
        written.map_err(|error| unreadable(&record_file(), &error))?;
    }
    if crates {
        wasm_size::by_crate(&ready)?;
    }
    checked
}

/// The bytes of each budget's files.
fn measure(dist: &Path) -> Result<BTreeMap<&'static str, u64>, Failure> {
    let mut sizes = BTreeMap::new();
    let first = first_visit(dist)?.into_iter();
    let files: BTreeSet<String> = first.chain(later(dist)?).collect();
    for file in files {
        let bytes = transferred(&dist.join(&file))?;
        for budget in BUDGETS.iter().filter(|budget| (budget.holds)(&file)) {
            *sizes.entry(budget.name).or_default() += bytes;
        }
    }
    Ok(sizes)
}

/// The files that a first visit to the front page loads: the page, the service
/// worker, and the files that the worker precaches.
fn first_visit(dist: &Path) -> Result<Vec<String>, Failure> {
    let worker = dist.join(WORKER);
    let text = fs::read_to_string(&worker).map_err(|error| unreadable(&worker, &error))?;
    let kept = text.lines().filter_map(|line| {
        let (name, _) = line.trim().strip_prefix('"')?.split_once("\": \"sha256-")?;
        Some(name.to_owned())
    });
    Ok([PAGE, WORKER]
        .map(str::to_owned)
        .into_iter()
        .chain(kept)
        .collect())
}

/// The files of the program for other reviews.
fn later(dist: &Path) -> Result<Vec<String>, Failure> {
    let entries = fs::read_dir(dist).map_err(|error| unreadable(dist, &error))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let is_plain = |name: &String| name.ends_with(".js") || name.ends_with(".wasm");
    Ok(names
        .filter(|name| is_later(name) && is_plain(name))
        .collect())
}

/// The bytes sent to a browser that accepts brotli.
fn transferred(file: &Path) -> Result<u64, Failure> {
    let mut smaller = file.as_os_str().to_owned();
    smaller.push(".br");
    let size = fs::metadata(smaller).or_else(|_| fs::metadata(file));
    Ok(size.map_err(|error| unreadable(file, &error))?.len())
}

fn unreadable(file: &Path, error: &std::io::Error) -> Failure {
    Failure::new(
        format!("{}: {error}.", file.display()),
        "Run `cargo xtask build` again.",
    )
}

fn record_file() -> PathBuf {
    env::root().join("docs/sizes.txt")
}

fn recorded() -> BTreeMap<String, u64> {
    let text = fs::read_to_string(record_file()).unwrap_or_default();
    let entry = |line: &str| {
        let (name, bytes) = line.split_once(": ")?;
        Some((name.to_owned(), bytes.parse().ok()?))
    };
    text.lines().filter_map(entry).collect()
}

/// The sizes as a Markdown table.
fn table(sizes: &BTreeMap<&str, u64>, recorded: &BTreeMap<String, u64>) -> String {
    let head = "| after brotli | bytes | budget | since the record |\n|---|---:|---:|---:|\n";
    let row = |Budget { name, most, .. }: &Budget| {
        let bytes = sizes[name];
        let since = recorded.get(*name).map_or("new".to_owned(), |before| {
            format!("{:+}", bytes.cast_signed() - before.cast_signed())
        });
        format!("| {name} | {bytes} | {most} | {since} |\n")
    };
    BUDGETS
        .iter()
        .map(row)
        .fold(head.to_owned(), |table, row| table + &row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_bytes_budget_and_change() {
        let sizes = BUDGETS.map(|budget| (budget.name, 1_000)).into();
        let recorded = [("wasm".to_owned(), 1_200), ("glue".to_owned(), 900)].into();
        let table = table(&sizes, &recorded);
        assert!(
            table.contains("| wasm | 1000 | 65000 | -200 |\n"),
            "{table}"
        );
        assert!(table.contains("| glue | 1000 | 4000 | +100 |\n"), "{table}");
        assert!(
            table.contains("| front page | 1000 | 14100 | new |\n"),
            "{table}"
        );
    }
}
