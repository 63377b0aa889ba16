//! Case directories: one folder a case, with what goes in and what is expected
//! to come out, word for word.
//!
//! `UPDATE_EXPECTED=1 cargo test --features ssr --test <name>` writes what the
//! code now says into the expected files; read the difference before keeping it.
//! A case that turns from one outcome to another keeps its old file, which a
//! test then names.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// Files by name, with what they hold: what a case gives, or is expected to.
pub type Files = Vec<(&'static str, String)>;

/// The folders of the cases, in the order of their names. `folder` is relative
/// to the project.
pub fn cases(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(folder);
    let mut cases: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder of cases can be listed")
        .map(|entry| entry.expect("the folder of cases can be listed").path())
        .collect();
    cases.sort();
    cases
}

/// Every case of `folder` gives what its expected files hold.
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

/// No case holds a file beside its input and what it gives.
pub fn check_for_idle_files(folder: &str, outcome: impl Fn(&Path) -> Files) {
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
