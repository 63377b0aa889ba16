//! Case directories: one folder per case, with its input and the exact expected
//! output.
//!
//! `UPDATE_EXPECTED=1 cargo test -p CRATE --test NAME` rewrites the
//! expected files; read the diff before committing it. If a case changes from
//! success to failure or back, the old file stays, and a test reports it.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// File names with contents: the expected or actual output of a case.
pub type Files = Vec<(&'static str, String)>;

/// The folders of the cases, sorted by name. `folder` is relative to the
/// project.
pub fn cases(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(folder);
    let mut cases: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder of cases can be listed")
        .map(|entry| entry.expect("the folder of cases can be listed").path())
        .collect();
    cases.sort();
    cases
}

/// Checks that every case of `folder` gives its expected files.
pub fn check(folder: &str, outcome: impl Fn(&Path) -> Files) {
    let update = env::var_os("UPDATE_EXPECTED").is_some();
    let mut wrong = Vec::new();
    for case in cases(folder) {
        for (name, actual) in outcome(&case) {
            let path = case.join(name);
            if update {
                fs::write(&path, &actual).expect("the expected file can be written");
            }
            if fs::read_to_string(&path).ok().as_ref() != Some(&actual) {
                wrong.push(format!("{}\n{actual}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "not as expected:\n{}", wrong.join("\n"));
}

/// Checks that each case's folder contains only its input and its output files.
pub fn check_for_unexpected_files(folder: &str, outcome: impl Fn(&Path) -> Files) {
    for case in cases(folder) {
        let mut files: Vec<String> = fs::read_dir(&case)
            .expect("a case is a folder")
            .map(|entry| entry.expect("it can be listed").file_name())
            .map(|name| name.to_string_lossy().into_owned())
            .filter(|name| !name.starts_with("input."))
            .collect();
        files.sort();
        let mut expected: Vec<&str> = outcome(&case).iter().map(|(name, _)| *name).collect();
        expected.sort_unstable();
        assert_eq!(files, expected, "{}", case.display());
    }
}
