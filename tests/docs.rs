//! The papers beside the code name files and folders: each of them is there.

use std::{
    fs,
    path::{Path, PathBuf},
};

const PAPERS: [&str; 3] = ["ARCHITECTURE.md", "DEPENDENCIES.md", "README.md"];

/// Made by a build, a site's own folder among them, or by whoever reads the papers.
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

/// What stands in backticks and is the name of a file or folder.
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

#[test]
fn every_path_in_the_papers_leads_somewhere() {
    let mut there = Vec::new();
    entries(root(), &mut there);
    let mut checked = 0;
    for paper in PAPERS {
        let text = fs::read_to_string(root().join(paper)).expect("the paper can be read");
        for name in names(&text) {
            if MADE.iter().any(|made| name.starts_with(made)) {
                continue;
            }
            let known = there.iter().any(|path| path.ends_with(name));
            assert!(known, "{paper} names `{name}`, which is not there");
            checked += 1;
        }
    }
    assert!(checked > 30, "only {checked} names were found");
}

#[test]
fn the_map_shows_every_folder_of_the_source() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the map can be read");
    for folder in fs::read_dir(root().join("src")).expect("the source can be listed") {
        let folder = folder.expect("the entry can be read");
        let name = folder.file_name().into_string().expect("the name is text");
        if folder.path().is_dir() {
            assert!(map.contains(&format!("`src/{name}/`")), "src/{name}/");
        }
    }
}
