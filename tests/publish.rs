//! Parses a review file into a review or diagnostics: one folder per case in
//! `tests/cases/`, with `input.md` and either `expected.html` (the rendered
//! article and rows) or `expected.err` (the exact report). A draft with faults has
//! both: its warnings, and what its writer sees.
//!
//! `UPDATE_EXPECTED=1` rewrites the expected files, see `common`.

mod common;

use std::{env, fs, path::Path, process};

use common::Files;
use publisher::{
    self, Drafts, Failure,
    notice::{Notice, Unpublished},
    page,
};
use scraper::{Html, Selector};
use source::{Diagnostic, review_file, text};

const CASES: &str = "tests/cases";

/// The output of publishing the case's input.
fn outcome(case: &Path) -> Files {
    outcome_of(&fs::read(case.join("input.md")).expect("a case has an input.md"))
}

fn outcome_of(bytes: &[u8]) -> Files {
    const PATH: &str = "reviews/case.md";
    let review = text::decode(bytes, PATH)
        .map_err(|diagnostic| vec![diagnostic])
        .and_then(|text| review_file::read(PATH, "case", &text));
    match review {
        Ok(review) => vec![(
            "expected.html",
            written_parts(&page::app(&page::alone(review))),
        )],
        Err(diagnostics) => match text::decode(bytes, PATH) {
            Ok(text) if review_file::is_draft(&text) => draft(PATH, &text, diagnostics),
            _ => vec![("expected.err", report(&diagnostics))],
        },
    }
}

/// A draft with faults: its warnings, and the page that its writer sees.
fn draft(path: &str, text: &str, diagnostics: Vec<Diagnostic>) -> Files {
    let warnings = diagnostics.into_iter().map(Diagnostic::into_warning);
    let open: Vec<Diagnostic> = warnings.collect();
    let report = report(&open);
    let why = Unpublished::Draft;
    let notice = Notice { why, open }.to_html().replace('<', "\n<");
    let review = review_file::read_draft(path, "case", text);
    let parts = written_parts(&page::app(&page::alone(review)));
    vec![
        ("expected.err", report),
        ("expected.html", format!("{}\n{parts}", notice.trim_start())),
    ]
}

fn report(diagnostics: &[Diagnostic]) -> String {
    let report: Vec<String> = diagnostics.iter().map(Diagnostic::to_string).collect();
    report.join("\n\n") + "\n"
}

/// The parts of the page that depend on the review file, one tag per line.
fn written_parts(app: &str) -> String {
    let parts = Selector::parse(".masthead > :not(.record, .jump), .text, tbody")
        .expect("the selector is valid");
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
fn no_case_has_an_unexpected_file() {
    common::check_for_unexpected_files(CASES, outcome);
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

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    for case in common::cases(CASES) {
        let bytes = fs::read(case.join("input.md")).expect("a case has an input.md");
        let Ok(text) = text::decode(&bytes, "x") else {
            continue;
        };
        let expected = outcome_of(text.as_bytes());
        for end in ["\r\n", "\r"] {
            let other = format!("\u{feff}{}", text.replace('\n', end));
            assert_eq!(outcome_of(other.as_bytes()), expected, "{}", case.display());
        }
    }
}

#[test]
fn every_diagnostic_of_every_file_is_reported_at_once_and_nothing_is_written() {
    let folder = env::temp_dir().join(format!("liner-notes-{}-all", process::id()));
    let reviews = folder.join("reviews");
    fs::create_dir_all(&reviews).expect("a folder for the test");
    let good = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .join("tests/cases/several_discs/input.md");
    let good = fs::read_to_string(good).expect("the case is there");
    let bad = good.replace("(1:12)", "(1:62)").replace("(2:14)", "(2:7)");
    // Two names with the same address, and others that are invalid.
    for name in [
        "a.md",
        "a.md.md",
        "a.MD",
        "a.markdown",
        "B.md",
        "b--b.md",
        "c d.md",
    ] {
        fs::write(reviews.join(name), &good).expect("the test's file");
    }
    fs::write(reviews.join("b.md"), bad).expect("the test's file");
    fs::write(reviews.join("c.md"), b"caf\xe9").expect("the test's file");
    fs::write(folder.join("site.toml"), "nam = \"x\"\n").expect("the test's file");
    let failure = publisher::site(&folder, &folder.join("out"), Drafts::LeftOut, |_, _| ());
    let written = folder.join("out").exists();
    fs::remove_dir_all(&folder).expect("the test's folder");
    let Err(Failure::Diagnostics(diagnostics)) = failure else {
        panic!("expected diagnostics, not {failure:?}");
    };
    let report: String = diagnostics
        .iter()
        .map(|diagnostic| format!("{diagnostic}\n"))
        .collect();
    for part in [
        "site.toml:1:1",
        "the key `language` is missing",
        "`a.md` cannot be a page's address",
        "`a.MD` cannot be",
        "`a.markdown` cannot be",
        "`B` cannot be",
        "`b--b` cannot be",
        "`c d` cannot be",
        "reviews/b.md:18:",
        "reviews/b.md:19:",
        "reviews/c.md:1:4",
    ] {
        assert!(report.contains(part), "{part} is not in\n{report}");
    }
    assert!(!written);
}
