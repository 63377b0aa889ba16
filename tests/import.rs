//! Imports texts of others as review files: one folder per case in
//! `tests/import/`, with `input.txt` or `input.json` and `expected.md` (with
//! `expected.notes` if there are notes) or `expected.err`. `words.rs` has the
//! properties of all texts.
//!
//! `UPDATE_EXPECTED=1` rewrites the expected files, see `common`.

mod common;
#[path = "common/filled_in.rs"]
mod filled_in;
#[path = "common/left_to_mend.rs"]
mod left_to_mend;

use std::{fs, path::Path};

use common::Files;
use left_to_mend::left_to_mend;
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
        .map_err(|problem| problem.to_string())
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
fn no_case_holds_a_file_that_nothing_expects() {
    common::check_for_idle_files(CASES, outcome);
}

#[test]
fn every_imported_review_is_published_once_its_blanks_are_filled_in() {
    for case in common::cases(CASES) {
        let files = outcome(&case);
        let Some((_, file)) = files.iter().find(|(name, _)| *name == "expected.md") else {
            continue;
        };
        let left = left_to_mend(file);
        assert!(left.is_empty(), "{}\n{}", case.display(), left.join("\n"));
    }
}

/// The publisher's diagnostics for a file, each with its line.
fn problems(file: &str) -> Vec<String> {
    let problems = review_file::read("x.md", "x", file).expect_err("there are blanks");
    let report = |problem: &source::Diagnostic| problem.to_string();
    problems.iter().map(report).collect()
}

#[test]
fn every_blank_of_a_new_review_is_named_with_its_line() {
    let file = Draft::default().to_string();
    let blanks: Vec<usize> = (1..)
        .zip(file.lines())
        .filter(|(_, line)| !line.starts_with('#') && line.contains(placeholder::TEXT))
        .flat_map(|(at, line)| vec![at; 1 + line.matches(placeholder::LENGTH).count()])
        .collect();
    let problems = problems(&file);
    assert_eq!(problems.len(), blanks.len());
    for (line, problem) in blanks.iter().zip(&problems) {
        assert!(problem.contains("still blank"), "{problem}");
        assert!(problem.contains(&format!("x.md:{line}:")), "{problem}");
    }
}
