//! The writer's file, from its text to a review or to its problems: one folder
//! a case in `tests/cases/`, with `input.md` and either `expected.html` (the
//! rendered article and rows) or `expected.err` (the report, word for word).
//!
//! `UPDATE_EXPECTED=1 cargo test --features ssr --test publish` writes what the
//! code now says into the expected files; read the difference before keeping it.
//! A case that turns from one outcome to the other keeps its old file, which a
//! test then names.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use liner_notes::{
    payload::Page,
    publish::{page, review_file},
};
use scraper::{Html, Selector};

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder)
        .expect("tests/cases can be listed")
        .map(|entry| entry.expect("tests/cases can be listed").path())
        .collect();
    cases.sort();
    cases
}

/// What publishing the case's input gives, and the file that it is expected in.
fn outcome(case: &Path) -> (&'static str, String) {
    let input = fs::read_to_string(case.join("input.md")).expect("a case has an input.md");
    match review_file::read("reviews/case.md", "case", &input) {
        Ok(review) => (
            "expected.html",
            of_the_writer(&page::app(&Page::alone(review))),
        ),
        Err(problems) => {
            let report: Vec<String> = problems.iter().map(ToString::to_string).collect();
            ("expected.err", report.join("\n\n") + "\n")
        }
    }
}

/// The parts of the page that the writer's file decides, one tag a line.
fn of_the_writer(app: &str) -> String {
    let parts = Selector::parse("article, tbody").expect("the selector is valid");
    let html: String = Html::parse_fragment(app)
        .select(&parts)
        .map(|part| part.html())
        .collect();
    html.replace('<', "\n<").trim_start().to_owned() + "\n"
}

#[test]
fn every_case_gives_what_is_expected() {
    let update = env::var_os("UPDATE_EXPECTED").is_some();
    let mut wrong = Vec::new();
    for case in cases() {
        let (name, actual) = outcome(&case);
        let path = case.join(name);
        if update {
            fs::write(&path, &actual).expect("the expected file can be written");
        }
        if fs::read_to_string(&path).ok().as_ref() != Some(&actual) {
            wrong.push(format!("{}\n{actual}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "not as expected:\n{}", wrong.join("\n"));
}

#[test]
fn no_case_holds_a_file_that_nothing_expects() {
    for case in cases() {
        let (name, _) = outcome(&case);
        let mut files: Vec<String> = fs::read_dir(&case)
            .expect("a case is a folder")
            .map(|entry| entry.expect("it can be listed").file_name())
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        files.sort();
        assert_eq!(files, [name, "input.md"], "{}", case.display());
    }
}

#[test]
fn a_third_of_the_cases_are_failures() {
    let failures = cases()
        .iter()
        .filter(|case| case.join("expected.err").exists())
        .count();
    assert!(failures * 3 >= cases().len());
}
