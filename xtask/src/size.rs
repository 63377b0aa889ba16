//! `cargo xtask size`: what a reader downloads, after brotli, against its
//! budgets and against the record, `docs/sizes.txt`.
//!
//! `--record` writes the record anew; `--crates` also tells which crates the
//! wasm is made of. The part `size` of `cargo xtask test` fails over budget.

use crate::env;
use crate::failure::Failure;
use crate::run::{command, output, run, say};
use crate::setup::{self, Need, Ready};
use crate::site;
use crate::tools;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Something with a budget.
struct Budget {
    name: &'static str,
    /// In bytes, after brotli.
    most: u64,
    /// Is this one of its files?
    holds: fn(&str) -> bool,
}

const BUDGETS: [Budget; 5] = [
    Budget {
        name: "wasm",
        most: 70_000,
        holds: |file| file.ends_with(".wasm"),
    },
    Budget {
        name: "glue",
        most: 7_000,
        holds: |file| file.ends_with(".js") && file != WORKER,
    },
    Budget {
        name: "style",
        most: 6_000,
        holds: |file| file.ends_with(".css"),
    },
    Budget {
        name: "front page",
        most: 14_000,
        holds: |file| file == PAGE,
    },
    Budget {
        name: "first visit",
        most: 85_000,
        holds: |_| true,
    },
];

/// What Rust's wasm uses of the newer parts of the language. All that wasm-opt
/// knows would be more than twiggy reads.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

const PAGE: &str = "index.html";
const WORKER: &str = "sw.js";

/// The part `size` of `cargo xtask test`.
pub fn check(ready: &Ready) -> Result<(), Failure> {
    site::build(ready)?;
    let sizes = measure(&site::dist())?;
    print!("{}", table(&sizes, &recorded()));
    if !ready.toolchain.builds_std() {
        println!("Not judged: the standard library is not built from source here.");
        return Ok(());
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
    let ready = setup::ready(&[Need::ReleaseSite])?;
    let checked = check(&ready);
    if record {
        let sizes = measure(&site::dist())?;
        let lines = BUDGETS.map(|Budget { name, .. }| format!("{name}: {}\n", sizes[name]));
        let written = fs::write(record_file(), lines.concat());
        written.map_err(|error| unreadable(&record_file(), &error))?;
    }
    if crates {
        by_crate(&ready)?;
    }
    checked
}

/// The bytes of everything with a budget.
fn measure(dist: &Path) -> Result<BTreeMap<&'static str, u64>, Failure> {
    let mut sizes = BTreeMap::new();
    for file in first_visit(dist)? {
        let bytes = transferred(&dist.join(&file))?;
        for budget in BUDGETS.iter().filter(|budget| (budget.holds)(&file)) {
            *sizes.entry(budget.name).or_default() += bytes;
        }
    }
    Ok(sizes)
}

/// The files that a first visit to the front page loads: the page, the worker,
/// and what the worker then has for the pages to come.
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

/// What of a file is sent to a browser that takes brotli.
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

/// As Markdown.
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

/// Prints what of the wasm each crate's functions are, before compression.
fn by_crate(ready: &Ready) -> Result<(), Failure> {
    let twiggy = tools::twiggy(ready.toolchain)?;
    say("Weighing the wasm's functions");
    let folder = env::root().join("target/size");
    let named = folder.join("liner-notes_bg.wasm");
    if let Some(tools) = &ready.site {
        let built = "target/wasm32-unknown-unknown/release/liner-notes.wasm";
        let mut bindgen = command(&tools.wasm_bindgen);
        bindgen.args(["--target", "web", "--no-typescript", "--keep-debug"]);
        bindgen.arg("--out-dir").arg(&folder).arg(built);
        run(&mut bindgen, "Run `cargo xtask build` again.")?;
        if let Some(wasm_opt) = &tools.wasm_opt {
            let mut opt = command(wasm_opt);
            opt.args(["-Oz", "-g"]).args(WASM_FEATURES).arg(&named);
            run(opt.arg("-o").arg(&named), "See what is reported above.")?;
        }
    }
    let mut top = command(twiggy);
    top.args(["top", "--format", "csv", "-n", "1000000"])
        .arg(&named);
    let csv = output(&mut top).ok_or_else(|| {
        let next = format!("Run twiggy on {} to see why.", named.display());
        Failure::new("twiggy cannot read the wasm.", next)
    })?;
    let mut crates: BTreeMap<&str, u64> = BTreeMap::new();
    for (name, bytes) in csv.lines().filter_map(function) {
        *crates.entry(crate_of(name)).or_default() += bytes;
    }
    let mut crates: Vec<_> = crates.into_iter().collect();
    crates.sort_by_key(|&(_, bytes)| std::cmp::Reverse(bytes));
    println!("\n| crate | bytes before compression |\n|---|---:|");
    for (name, bytes) in crates {
        println!("| {name} | {bytes} |");
    }
    Ok(())
}

/// A function's name and bytes, of a line such as `name,12,0.1,,`.
fn function(line: &str) -> Option<(&str, u64)> {
    let mut fields = line.rsplitn(5, ',');
    let bytes = fields.nth(3)?.parse().ok()?;
    let name = fields.next()?.trim_matches('"');
    // The names themselves are not shipped.
    (!name.contains("subsection")).then_some((name, bytes))
}

/// What has no crate's name.
const OTHERS: &str = "data, slices and glue";

/// The crate that a function's name begins with.
fn crate_of(name: &str) -> &str {
    let path = name.trim_start_matches(['<', '&', '(', '*']);
    let end = path.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
    match path.split_at(end.unwrap_or(path.len())) {
        ("", _) => OTHERS,
        (name, rest) if rest.starts_with("::") || rest.contains("]::") => name,
        _ => OTHERS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_tells_bytes_budget_and_what_changed() {
        let sizes = BUDGETS.map(|budget| (budget.name, 1_000)).into();
        let recorded = [("wasm".to_owned(), 1_200), ("glue".to_owned(), 900)].into();
        let table = table(&sizes, &recorded);
        assert!(
            table.contains("| wasm | 1000 | 70000 | -200 |\n"),
            "{table}"
        );
        assert!(table.contains("| glue | 1000 | 7000 | +100 |\n"), "{table}");
        assert!(table.contains("| style | 1000 | 6000 | new |\n"), "{table}");
    }

    #[test]
    fn a_function_belongs_to_the_crate_that_its_name_begins_with() {
        assert_eq!(
            function("\"<a_b[12]::C as core[3]::D>::e::<f, g>\",12,0.5,,"),
            Some(("<a_b[12]::C as core[3]::D>::e::<f, g>", 12))
        );
        assert_eq!(function("Name,ShallowSize,ShallowSizePercent,x,y"), None);
        assert_eq!(crate_of("<a_b[12]::C as core[3]::D>::e"), "a_b");
        assert_eq!(crate_of("<[u8]>::sort"), OTHERS);
        assert_eq!(crate_of("code[12]"), OTHERS);
        assert_eq!(crate_of("tachys::html::x"), "tachys");
        assert_eq!(crate_of("data segment \".rodata\""), OTHERS);
    }
}
