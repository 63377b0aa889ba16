//! The project's files and their code.

use std::{
    fs,
    path::{Path, PathBuf},
};

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The source of each crate that makes the site.
pub const SOURCES: [&str; 5] = [
    "crates/model/src",
    "crates/publisher/src",
    "crates/search/src",
    "crates/source/src",
    "src",
];

/// Every file below a folder of the project whose name has this ending, sorted.
pub fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be listed") {
            let path = entry.expect("the entry can be read").path();
            match path.is_dir() {
                true if path.ends_with("target") => {}
                true => folders.push(path),
                false if path.extension().is_some_and(|own| own == ending) => found.push(path),
                false => {}
            }
        }
    }
    assert!(!found.is_empty(), "there is no .{ending} in {folder}");
    found.sort();
    found
}

pub fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("the file can be read")
}

pub fn read(path: &str) -> String {
    text(&root().join(path))
}

pub fn shown(path: &Path) -> String {
    let path = path.strip_prefix(root()).expect("it is in the project");
    path.display().to_string()
}

/// Whether a file has only tests.
pub fn is_test(path: &Path) -> bool {
    shown(path).contains("/tests/") || path.ends_with("tests.rs")
}

/// A file's code: without comments, and without the tests at its end.
pub fn code(path: &Path) -> String {
    let text = text(path);
    let code = text.split("#[cfg(test)]\nmod tests {").next();
    let lines = code.unwrap_or_default().lines();
    let lines = lines.filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The files of these folders whose code, apart from tests, is as asked.
pub fn with_code(folders: &[&str], asked: impl Fn(&str) -> bool) -> Vec<String> {
    let files = folders.iter().flat_map(|folder| files(folder, "rs"));
    let files = files.filter(|path| !is_test(path) && asked(&code(path)));
    files.map(|path| shown(&path)).collect()
}

/// Those whose code names one of the words.
pub fn naming(folders: &[&str], words: &[&str]) -> Vec<String> {
    with_code(folders, |code| words.iter().any(|word| code.contains(word)))
}
