//! Writes `THIRD-PARTY.txt` into the release site: the licences of the crates
//! in the wasm, from the files in their packages.
//!
//! Called by `site`. `licenses` checks that these licences allow it.

use crate::env;
use crate::failure::Failure;
use crate::run::output;
use crate::toolchain::path_cargo;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const HEAD: &str = "\
The WebAssembly of this site contains code of the Rust crates below, and of the
Rust standard library (https://github.com/rust-lang/rust), which is licensed
under MIT OR Apache-2.0. Each text follows the names of the crates that have it.
";

/// The beginnings of the names of files that a licence asks to pass on.
const NAMES: [&str; 6] = [
    "LICENSE",
    "LICENCE",
    "COPYING",
    "COPYRIGHT",
    "UNLICENSE",
    "NOTICE",
];

const MISSING: &str = "\
(The package has no licence file. The text is at the address, or by its name at
https://spdx.org/licenses/.)";

/// Writes the file into the finished site.
pub fn write(dist: &Path) -> Result<(), Failure> {
    let sources = sources();
    let mut crates = BTreeMap::new();
    for line in crates_in_the_wasm()? {
        let mut fields = line.split('|').map(str::to_owned);
        let (Some(package), Some(license)) = (fields.next(), fields.next()) else {
            continue;
        };
        // `name v1.2.3`; a crate of this project has its path behind it.
        let Some((name, version)) = package.split_once(" v").filter(|(_, v)| !v.contains(' '))
        else {
            continue;
        };
        let folder = sources
            .iter()
            .map(|source| source.join(format!("{name}-{version}")))
            .find(|folder| folder.is_dir());
        let texts = folder.map_or_else(Vec::new, |folder| texts(&folder, &license));
        let address = fields.next().unwrap_or_default();
        crates.insert(format!("{name} {version}, {license}, {address}"), texts);
    }
    let path = dist.join("THIRD-PARTY.txt");
    fs::write(&path, notices(&crates)).map_err(|error| {
        let what = format!("{} cannot be written: {error}.", path.display());
        Failure::new(what, "Make `dist/` writable.")
    })
}

fn crates_in_the_wasm() -> Result<BTreeSet<String>, Failure> {
    let mut cargo = path_cargo();
    cargo.args(["tree", "--locked", "--prefix", "none", "--no-dedupe"]);
    cargo.args(["-p", "liner-notes", "--target", "wasm32-unknown-unknown"]);
    cargo.args(["--edges", "normal,no-proc-macro", "--format", "{p}|{l}|{r}"]);
    let lines = output(&mut cargo).ok_or_else(|| {
        let next = "Run `cargo tree -p liner-notes` to see why.";
        Failure::new("`cargo tree` failed.", next)
    })?;
    Ok(lines.lines().map(str::to_owned).collect())
}

/// Where cargo keeps the sources of registries.
fn sources() -> Vec<PathBuf> {
    let home = env::folder("CARGO_HOME", ".cargo").unwrap_or_default();
    let entries = fs::read_dir(home.join("registry/src"));
    let entries = entries.into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).collect()
}

/// The licence files of a crate. Where it may be used under the MIT licence and
/// has a file of that name, the other licences are left out.
fn texts(folder: &Path, license: &str) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names
        .filter(|name| {
            NAMES
                .iter()
                .any(|start| name.to_uppercase().starts_with(start))
        })
        .collect();
    names.sort();
    let is_mit = |name: &String| name.to_uppercase().contains("MIT");
    if license.contains("MIT") && !license.contains(" AND ") && names.iter().any(is_mit) {
        names.retain(|name| is_mit(name) || name.to_uppercase().starts_with("NOTICE"));
    }
    let texts = names
        .iter()
        .filter_map(|name| fs::read_to_string(folder.join(name)).ok());
    texts
        .map(|text| text.trim().replace("\r\n", "\n"))
        .collect()
}

/// The whole file: each text once, behind the crates that have it.
fn notices(crates: &BTreeMap<String, Vec<String>>) -> String {
    let mut users: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, texts) in crates {
        for text in texts {
            users.entry(text).or_default().push(name);
        }
        if texts.is_empty() {
            users.entry(MISSING).or_default().push(name);
        }
    }
    let mut groups: Vec<(Vec<&str>, &str)> = users
        .into_iter()
        .map(|(text, names)| (names, text))
        .collect();
    groups.sort();
    let rule = "-".repeat(80);
    groups.iter().fold(HEAD.to_owned(), |all, (names, text)| {
        format!("{all}\n{rule}\n{}\n\n{text}\n", names.join("\n"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_follows_the_crates_that_have_it() {
        let crates = [("a 1", vec!["X"]), ("b 1", vec!["Y", "X"]), ("c 1", vec![])];
        let crates = crates.map(|(name, texts)| {
            let texts = texts.into_iter().map(str::to_owned).collect();
            (name.to_owned(), texts)
        });
        let all = notices(&crates.into());
        assert!(all.contains("\na 1\nb 1\n\nX\n"), "{all}");
        assert!(all.contains("\nb 1\n\nY\n"), "{all}");
        assert!(
            all.contains("\nc 1\n\n(The package has no licence file."),
            "{all}"
        );
    }

    #[test]
    fn the_notices_of_this_project_name_its_crates_and_no_folder_of_this_machine() {
        let folder = std::env::temp_dir().join(format!("xtask-notices-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        write(&folder).unwrap();
        let all = fs::read_to_string(folder.join("THIRD-PARTY.txt")).unwrap();
        fs::remove_dir_all(folder).unwrap();
        assert!(all.contains("\nleptos 0."), "{all}");
        assert!(all.contains("Permission is hereby granted"));
        for absent in ["liner-notes", "syn 2", env::root().to_str().unwrap()] {
            assert!(!all.contains(absent), "{absent}");
        }
    }
}
