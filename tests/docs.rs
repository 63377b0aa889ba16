//! Checks that the documentation names only files, folders and commands that
//! exist, and that the map in `ARCHITECTURE.md` is complete.

use std::{
    fs,
    path::{Path, PathBuf},
};

const DOCUMENTS: [&str; 8] = [
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "DEPENDENCIES.md",
    "README.md",
    "SECURITY.md",
    "docs/design.md",
    "fuzz/README.md",
    "tests/README.md",
];

/// Paths that need not exist: a build, the site or a writer makes them.
const MADE: [&str; 7] = [
    "all/",
    "dist/",
    "stem-0123456789abcdef.js",
    "sw.js",
    "target/",
    "reviews/",
    "node_modules/",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(document: &str) -> String {
    fs::read_to_string(root().join(document)).expect("the document can be read")
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
fn names(document: &str) -> impl Iterator<Item = &str> {
    let quoted = document.split('`').skip(1).step_by(2);
    quoted.filter(|name| {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "/._-".contains(letter);
        let ending = name.rsplit('.').next().unwrap_or_default();
        let is_file = name.contains('.') && ["rs", "js", "toml", "css"].contains(&ending);
        let is_folder = name.ends_with('/') && name.len() > 2;
        name.chars().all(plain) && (is_file || is_folder) && !name.starts_with(['.', '/'])
    })
}

/// The targets of Markdown links to other files of the project.
fn links(document: &str) -> impl Iterator<Item = &str> {
    let targets = document.split("](").skip(1);
    let targets = targets.filter_map(|rest| rest.split(')').next());
    targets.filter(|target| !target.contains(':') && !target.starts_with(['#', '?']))
}

#[test]
fn every_path_in_the_documentation_exists() {
    let mut there = Vec::new();
    entries(root(), &mut there);
    let mut checked = 0;
    for document in DOCUMENTS {
        for name in names(&read(document)) {
            if MADE.iter().any(|made| name.starts_with(made)) {
                continue;
            }
            let known = there.iter().any(|path| path.ends_with(name));
            assert!(known, "{document} names `{name}`, which does not exist");
            checked += 1;
        }
    }
    assert!(checked > 100, "only {checked} names were found");
}

#[test]
fn every_link_in_the_documentation_leads_somewhere() {
    let mut checked = 0;
    for document in DOCUMENTS {
        let path = root().join(document);
        let folder = path.parent().expect("a file is in a folder");
        for target in links(&read(document)) {
            let exists = folder.join(target).exists();
            assert!(
                exists,
                "{document} links to `{target}`, which does not exist"
            );
            checked += 1;
        }
    }
    assert!(checked > 20, "only {checked} links were found");
}

#[test]
fn the_map_has_every_folder_of_the_source() {
    let page = read("ARCHITECTURE.md");
    let (_, map) = page
        .split_once("\n## Map of the workspace\n")
        .expect("the map");
    let (map, _) = map.split_once("\n## ").expect("the map ends");
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

/// The words of each command of cargo in a document.
fn commands(document: &str) -> impl Iterator<Item = Vec<&str>> {
    let commands = document.split("cargo ").skip(1);
    commands.map(|rest| {
        let end = rest.find(['`', '\n', '#', '&', '|', '\\']);
        rest[..end.unwrap_or(rest.len())]
            .split_whitespace()
            .collect()
    })
}

/// Whether `cargo xtask` has a command, with these options and operands.
fn has_task(words: &[&str]) -> bool {
    let usage = read("xtask/src/usage.rs");
    let [task, words @ ..] = words else {
        return true;
    };
    let checks = || read("xtask/src/checks.rs");
    usage.contains(&format!("\n  {task} "))
        && words.iter().all(|word| match *task {
            _ if word.starts_with("--") => usage.contains(word),
            "test" => checks().contains(&format!("\"{word}\"")) || usage.contains(word),
            "bench" => usage.contains(&format!("`{word}`")),
            _ => true,
        })
}

/// Whether the packages and test programs of a `cargo test` are there.
fn has_tests(words: &[&str]) -> bool {
    let value = |option: &str| {
        let at = words.iter().position(|word| *word == option)?;
        words.get(at + 1).copied()
    };
    let folder = match value("-p") {
        None | Some("liner-notes") => String::new(),
        Some("e2e") => "tests/e2e/".to_owned(),
        Some(package) => format!("crates/{package}/"),
    };
    let manifest = root().join(format!("{folder}Cargo.toml"));
    let declared =
        |test: &str| read(&format!("{folder}Cargo.toml")).contains(&format!("name = \"{test}\""));
    let found = |test: &str| root().join(format!("{folder}tests/{test}")).exists();
    manifest.exists() && value("--test").is_none_or(|test| declared(test) || found(test))
}

#[test]
fn every_command_in_the_documentation_exists() {
    let mut checked = 0;
    for document in DOCUMENTS {
        let text = read(document);
        for words in commands(&text) {
            let exists = match words[..] {
                ["xtask", ref words @ ..] => has_task(words),
                ["test", ref words @ ..] => has_tests(words),
                _ => true,
            };
            assert!(exists, "{document} names `cargo {}`", words.join(" "));
            checked += 1;
        }
    }
    assert!(checked > 30, "only {checked} commands were found");
}

/// The comments of a source file.
fn comments(text: &str) -> String {
    let lines = text.lines().map(str::trim_start);
    let lines = lines.filter(|line| {
        ["//", "#", "/*", "*"]
            .iter()
            .any(|mark| line.starts_with(mark))
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_file_named_in_a_comment_exists() {
    let mut there = Vec::new();
    entries(root(), &mut there);
    let mut checked = 0;
    for file in &there {
        let is_source = ["rs", "js", "css", "toml", "html"]
            .iter()
            .any(|own| file.extension().is_some_and(|ending| ending == *own));
        let is_input = ["cases", "import", "seeds"]
            .iter()
            .any(|folder| file.components().any(|part| part.as_os_str() == *folder));
        if !is_source || is_input || !root().join(file).is_file() {
            continue;
        }
        let text = comments(&read(&file.to_string_lossy()));
        for name in names(&text).filter(|name| !name.ends_with('/')) {
            let made = MADE.iter().any(|made| name.starts_with(made));
            let known = there.iter().any(|path| path.ends_with(name));
            let shown = file.display();
            assert!(
                made || known,
                "{shown} names `{name}`, which does not exist"
            );
            checked += 1;
        }
    }
    assert!(checked > 50, "only {checked} names were found");
}
