//! The invariants that ARCHITECTURE.md states, each as an absence in the source.
//! Most hold by construction: a crate cannot name what it does not depend on.

use std::{
    fs,
    path::{Path, PathBuf},
};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder of the project whose name has this ending.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
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
    found
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("the file can be read")
}

fn shown(path: &Path) -> String {
    let path = path.strip_prefix(root()).expect("it is in the project");
    path.display().to_string()
}

/// A file's code: without comments, and without the tests at its end.
fn code(path: &Path) -> String {
    let text = text(path);
    let code = text
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default();
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The files of these folders whose code names one of the words.
fn naming(folders: &[&str], words: &[&str]) -> Vec<String> {
    let files = folders.iter().flat_map(|folder| files(folder, "rs"));
    let naming = files.filter(|path| {
        let is_test = shown(path).contains("/tests/") || path.ends_with("tests.rs");
        let code = code(path);
        !is_test && words.iter().any(|word| code.contains(word))
    });
    naming.map(|path| shown(&path)).collect()
}

const NONE: [String; 0] = [];

#[test]
fn the_pure_crates_know_no_leptos_no_browser_and_no_file() {
    let pure = ["crates/model/src", "crates/search/src", "crates/source/src"];
    let words = [
        "leptos",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "std::fs",
        "fs::",
    ];
    assert_eq!(naming(&pure, &words), NONE);
}

#[test]
fn only_dom_names_the_browser() {
    let others = naming(&["src", "crates"], &["web_sys::", "js_sys::"]);
    let others: Vec<_> = others
        .iter()
        .filter(|path| !path.starts_with("src/dom/"))
        .collect();
    assert_eq!(others, NONE.iter().collect::<Vec<_>>());
}

#[test]
fn only_the_publisher_opens_files() {
    assert_eq!(naming(&["src"], &["std::fs", "File::open"]), NONE);
}

/// A page's JSON is written in `model`, other JSON for programs in `metadata`; and
/// MusicBrainz' is read by `import`.
#[test]
fn json_is_made_and_read_in_few_places() {
    let mut found = naming(&["src", "crates"], &["serde_json"]);
    found.sort();
    let expected = [
        "crates/model/src/payload.rs",
        "crates/publisher/src/metadata/json_ld.rs",
        "crates/publisher/src/metadata/manifest.rs",
        "crates/source/src/import/musicbrainz.rs",
    ];
    assert_eq!(found, expected);
}

#[test]
fn no_html_is_set_as_a_string() {
    let setters = [
        "inner_html",
        "set_outer_html",
        "insert_adjacent_html",
        "DOMParser",
    ];
    assert_eq!(naming(&["src"], &setters), NONE);
}

#[test]
fn every_colour_is_a_token() {
    for path in files("style", "css") {
        if path.ends_with("tokens.css") {
            continue;
        }
        let css = text(&path);
        for raw in ["oklch(", "oklab(", "rgb", "hsl", "color-mix(", ": #"] {
            assert!(
                !css.contains(raw),
                "{} has the raw colour `{raw}`",
                shown(&path)
            );
        }
    }
}

#[test]
fn every_module_says_what_it_is() {
    for folder in ["src", "crates", "xtask/src", "tests", "fuzz", "benches"] {
        for path in files(folder, "rs") {
            let text = text(&path);
            assert!(text.starts_with("//!"), "{} has no `//!`", shown(&path));
        }
    }
}

#[test]
fn modules_stay_short() {
    const MOST_LINES: usize = 300;
    for folder in ["src", "crates"] {
        for path in files(folder, "rs") {
            let lines = text(&path).lines().count();
            assert!(lines <= MOST_LINES, "{} has {lines} lines", shown(&path));
        }
    }
}
