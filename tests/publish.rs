//! The writer's file, from its text to a review or to its problems: one folder
//! a case in `tests/cases/`, with `input.md` and either `expected.html` (the
//! rendered article and rows) or `expected.err` (the report, word for word).
//!
//! `UPDATE_EXPECTED=1` refreshes the expected files, as `common` tells.

mod common;

use std::{fs, path::Path};

use common::Files;
use liner_notes::publish::{Problem, page, review_file, text};
use scraper::{Html, Selector};

const CASES: &str = "tests/cases";

/// What publishing the case's input gives.
fn outcome(case: &Path) -> Files {
    const PATH: &str = "reviews/case.md";
    let bytes = fs::read(case.join("input.md")).expect("a case has an input.md");
    let review = text::decode(&bytes, PATH)
        .map_err(|problem| vec![problem])
        .and_then(|text| review_file::read(PATH, "case", &text));
    match review {
        Ok(review) => vec![("expected.html", of_the_writer(&page::app(&review)))],
        Err(problems) => {
            let report: Vec<String> = problems.iter().map(Problem::to_string).collect();
            vec![("expected.err", report.join("\n\n") + "\n")]
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
    common::check(CASES, outcome);
}

#[test]
fn no_case_holds_a_file_that_nothing_expects() {
    common::check_for_idle_files(CASES, outcome);
}

#[test]
fn a_third_of_the_cases_are_failures() {
    let cases = common::cases(CASES);
    let failures = cases
        .iter()
        .filter(|case| case.join("expected.err").exists())
        .count();
    assert!(failures * 3 >= cases.len());
}
