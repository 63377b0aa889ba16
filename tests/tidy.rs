//! The invariants that ARCHITECTURE.md states, each as an absence in the source.
//! Most hold by construction: a crate cannot name what it does not depend on.

#[path = "tidy/circles.rs"]
mod circles;
#[path = "tidy/files.rs"]
mod files;
#[path = "tidy/markup.rs"]
mod markup;
#[path = "tidy/styles.rs"]
mod styles;

use files::{SOURCES, code, files, is_test, naming, read, root, shown, text};

const NONE: [String; 0] = [];

/// As the table in ARCHITECTURE.md has it.
#[test]
fn a_crate_depends_only_on_those_in_its_row() {
    let page = read("ARCHITECTURE.md");
    let (_, table) = page.split_once("| crate | uses |\n").expect("the table");
    let rows = table
        .lines()
        .skip(1)
        .take_while(|line| line.starts_with('|'));
    let mut crates = Vec::new();
    for row in rows {
        let mut names = row.split('`').skip(1).step_by(2);
        let name = names.next().expect("a crate's name");
        let folder = match name {
            "liner-notes" => ".".to_owned(),
            "benches" | "squeeze" | "xtask" => name.to_owned(),
            "e2e" => "tests/e2e".to_owned(),
            _ => format!("crates/{name}"),
        };
        let names: Vec<&str> = names.collect();
        assert_eq!(
            dependencies(&read(&format!("{folder}/Cargo.toml"))),
            names,
            "{name}"
        );
        crates.push(name);
    }
    let members = [
        "benches",
        "e2e",
        "liner-notes",
        "model",
        "publisher",
        "search",
        "source",
    ];
    assert!(
        members.iter().all(|name| crates.contains(name)),
        "{crates:?}"
    );
}

/// The crates of the workspace under `[dependencies]`, sorted.
fn dependencies(manifest: &str) -> Vec<&str> {
    let (_, rest) = manifest
        .split_once("\n[dependencies]\n")
        .unwrap_or_default();
    let lines = rest.lines().take_while(|line| !line.starts_with('['));
    let own = lines.filter(|line| line.contains("path = \""));
    let mut names: Vec<&str> = own.filter_map(|line| line.split(' ').next()).collect();
    names.sort_unstable();
    names
}

#[test]
fn the_pure_crates_name_neither_leptos_nor_a_browser_nor_files() {
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

/// A page's JSON is written in `model` and parsed in `dom`; other JSON for programs
/// is written in `metadata`, and what a writer imports is parsed by `import`.
#[test]
fn json_is_written_and_parsed_in_few_places() {
    let found = naming(&SOURCES, &["serde_json", "JSON::"]);
    let expected = [
        "crates/model/src/payload/mod.rs",
        "crates/publisher/src/metadata/json_ld.rs",
        "crates/publisher/src/metadata/manifest.rs",
        "crates/source/src/import/format.rs",
        "crates/source/src/import/generator.rs",
        "crates/source/src/import/musicbrainz.rs",
        "src/dom/data.rs",
        // One string of the reader's download.
        "src/dom/text.rs",
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

/// Without `capture`, Leptos' event delegation stays in the wasm.
#[test]
fn every_listener_uses_capture() {
    let mut count = 0;
    for path in files("src", "rs") {
        let code = code(&path);
        for listener in code.split(" on:").skip(1) {
            let (event, _) = listener.split_once('=').unwrap_or((listener, ""));
            let shown = shown(&path);
            assert!(event.ends_with(":capture"), "{shown}: `on:{event}`");
            count += 1;
        }
    }
    assert!(count > 10, "only {count} listeners");
}

#[test]
fn every_module_has_a_description() {
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

#[test]
fn modules_depend_on_each_other_in_no_circle() {
    let mut found = Vec::new();
    for folder in SOURCES {
        let src = root().join(folder);
        let files = files(folder, "rs").into_iter();
        let files = files.filter(|path| !is_test(path));
        let files = files.map(|path| (circles::relative(&src, &path), code(&path)));
        found.extend(circles::Crate::new(files).circles());
    }
    assert_eq!(found, NONE);
}
