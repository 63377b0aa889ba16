//! Checks that the documentation names only files and folders that exist, and
//! that the map in `ARCHITECTURE.md` is complete.

use std::{
    fs,
    path::{Path, PathBuf},
};

const PAPERS: [&str; 7] = [
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "DEPENDENCIES.md",
    "README.md",
    "SECURITY.md",
    "docs/design.md",
    "tests/README.md",
];

/// Paths that need not exist: a build, the site or a writer makes them.
const MADE: [&str; 6] = [
    "all/",
    "dist/",
    "sw.js",
    "target/",
    "reviews/",
    "node_modules/",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(paper: &str) -> String {
    fs::read_to_string(root().join(paper)).expect("the document can be read")
}

/// Every file of the project and every folder, relative to its root.
fn entries(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder can be listed") {
        let path = entry.expect("the entry can be read").path();
        let inner = path.strip_prefix(root()).expect("it is in the project");
        let made = MADE
            .iter()
            .any(|made| format!("{}/", inner.display()) == *made);
        if made || inner.ends_with(".git") || inner.ends_with("target") {
            continue;
        }
        found.push(inner.to_owned());
        if path.is_dir() {
            entries(&path, found);
        }
    }
}

/// The texts in backticks that are names of files or folders.
fn names(paper: &str) -> impl Iterator<Item = &str> {
    let quoted = paper.split('`').skip(1).step_by(2);
    quoted.filter(|name| {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "/._-".contains(letter);
        let ending = name.rsplit('.').next().unwrap_or_default();
        let is_file = name.contains('.') && ["rs", "js", "toml", "css"].contains(&ending);
        let is_folder = name.ends_with('/') && name.len() > 2;
        name.chars().all(plain) && (is_file || is_folder) && !name.starts_with(['.', '/'])
    })
}

/// The targets of Markdown links to other files of the project.
fn links(paper: &str) -> impl Iterator<Item = &str> {
    let targets = paper.split("](").skip(1);
    let targets = targets.filter_map(|rest| rest.split(')').next());
    targets.filter(|target| !target.contains(':') && !target.starts_with(['#', '?']))
}

#[test]
fn every_path_in_the_papers_leads_somewhere() {
    let mut there = Vec::new();
    entries(root(), &mut there);
    let mut checked = 0;
    for paper in PAPERS {
        for name in names(&read(paper)) {
            if MADE.iter().any(|made| name.starts_with(made)) {
                continue;
            }
            let known = there.iter().any(|path| path.ends_with(name));
            assert!(known, "{paper} names `{name}`, which does not exist");
            checked += 1;
        }
    }
    assert!(checked > 100, "only {checked} names were found");
}

#[test]
fn every_link_in_the_papers_leads_somewhere() {
    let mut checked = 0;
    for paper in PAPERS {
        let path = root().join(paper);
        let folder = path.parent().expect("a file is in a folder");
        for target in links(&read(paper)) {
            let exists = folder.join(target).exists();
            assert!(exists, "{paper} links to `{target}`, which does not exist");
            checked += 1;
        }
    }
    assert!(checked > 20, "only {checked} links were found");
}

#[test]
fn the_map_shows_every_folder_of_the_source() {
    let map = read("ARCHITECTURE.md");
    for parent in ["src", "crates"] {
        for folder in fs::read_dir(root().join(parent)).expect("the source can be listed") {
            let folder = folder.expect("the entry can be read");
            let name = folder.file_name().into_string().expect("the name is text");
            if folder.path().is_dir() {
                let path = format!("{parent}/{name}/");
                assert!(map.contains(&format!("`{path}`")), "{path}");
            }
        }
    }
}
