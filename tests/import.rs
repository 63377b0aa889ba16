//! Imports texts of others as review files: one folder per case in
//! `tests/import/`, with `input.txt` or `input.json` and `expected.md` (with
//! `expected.notes` if there are notes) or `expected.err`. `words.rs` has the
//! properties of all texts.
//!
//! `UPDATE_EXPECTED=1` rewrites the expected files, see `common`.

mod common;
#[path = "common/filled_in.rs"]
mod filled_in;
#[path = "common/left_to_fix.rs"]
mod left_to_fix;

use std::{fs, path::Path};

use common::Files;
use left_to_fix::left_to_fix;
use source::{
    import::{self, Draft},
    placeholder, review_file, text,
};

const CASES: &str = "tests/import";

fn outcome(case: &Path) -> Files {
    let input = ["input.txt", "input.json"].map(|name| case.join(name));
    let input = input.iter().find(|path| path.exists());
    let bytes = fs::read(input.expect("a case has an input")).expect("it can be read");
    let imported = text::decode(&bytes, "notes.txt")
        .map_err(|diagnostic| diagnostic.to_string())
        .and_then(|text| import::import(&text));
    match imported {
        Ok(imported) => {
            let notes: Vec<String> = imported
                .notes
                .iter()
                .map(|note| format!("{note}\n"))
                .collect();
            let notes = Some(notes.concat()).filter(|notes| !notes.is_empty());
            let notes = notes.map(|notes| ("expected.notes", notes));
            [("expected.md", imported.draft.to_string())]
                .into_iter()
                .chain(notes)
                .collect()
        }
        Err(why) => vec![("expected.err", why + "\n")],
    }
}

#[test]
fn every_case_gives_what_is_expected() {
    common::check(CASES, outcome);
}

#[test]
fn no_case_has_an_unexpected_file() {
    common::check_for_unexpected_files(CASES, outcome);
}

#[test]
fn every_imported_review_is_published_once_it_is_filled_in() {
    for case in common::cases(CASES) {
        let files = outcome(&case);
        let Some((_, file)) = files.iter().find(|(name, _)| *name == "expected.md") else {
            continue;
        };
        let left = left_to_fix(file);
        assert!(left.is_empty(), "{}\n{}", case.display(), left.join("\n"));
    }
}

/// The publisher's diagnostics for a file, each with its line.
fn diagnostics(file: &str) -> Vec<String> {
    let diagnostics = review_file::read("x.md", "x", file).expect_err("there are placeholders");
    diagnostics.iter().map(ToString::to_string).collect()
}

#[test]
fn every_placeholder_of_a_new_review_is_reported_with_its_line() {
    let file = Draft::default().to_string();
    let lines: Vec<usize> = (1..)
        .zip(file.lines())
        .filter(|(_, line)| !line.starts_with('#') && line.contains(placeholder::TEXT))
        .map(|(at, _)| at)
        .collect();
    let diagnostics = diagnostics(&file);
    assert_eq!(diagnostics.len(), lines.len());
    for (line, diagnostic) in lines.iter().zip(&diagnostics) {
        assert!(diagnostic.contains("still blank"), "{diagnostic}");
        assert!(
            diagnostic.contains(&format!("x.md:{line}:")),
            "{diagnostic}"
        );
    }
}
