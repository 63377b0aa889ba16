//! A text that others wrote, into a writer's file: one folder a case in
//! `tests/import/`, with `input.txt` or `input.json` and `expected.md` (with
//! `expected.notes`, where there is something to tell) or `expected.err`.
//! And properties: no word is lost on its way to the page.
//!
//! `UPDATE_EXPECTED=1` refreshes the expected files, as `common` tells.

mod common;

use std::{fs, path::Path};

use common::Files;
use liner_notes::{
    import::{self, BLANK, BLANK_LENGTH, Draft, Imported},
    publish::{review_file, text},
    review::{Block, Inline, Length, Review},
};
use proptest::prelude::*;

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

/// What the publisher has to say about a file, each with its line.
fn problems(file: &str) -> Vec<String> {
    let problems = review_file::read("x.md", "x", file).expect_err("there are blanks");
    let report = |problem: &liner_notes::publish::Problem| problem.to_string();
    problems.iter().map(report).collect()
}

#[test]
fn every_blank_of_a_new_review_is_named_with_its_line() {
    let file = Draft::default().to_string();
    let blanks: Vec<usize> = (1..)
        .zip(file.lines())
        .filter(|(_, line)| !line.starts_with('#') && line.contains(BLANK))
        .flat_map(|(at, line)| vec![at; 1 + line.matches(BLANK_LENGTH).count()])
        .collect();
    let problems = problems(&file);
    assert_eq!(problems.len(), blanks.len());
    for (line, problem) in blanks.iter().zip(&problems) {
        assert!(problem.contains("still blank"), "{problem}");
        assert!(problem.contains(&format!("x.md:{line}:")), "{problem}");
    }
}

/// A draft as a writer leaves it who fills in every blank, and nothing else.
fn filled_in(file: &str) -> String {
    let lines = file.lines().map(|line| match line {
        "published = \"???\"" | "released = \"???\"" => line.replace("\"???\"", "2024-02-29"),
        _ if line.contains(" = \"???\"") => line.replace(BLANK, "Something"),
        _ if line.starts_with(BLANK) => line.replacen(BLANK, "Something", 1),
        _ if line.ends_with("(?:??)") => line
            .replace("(?:??)", "(1:00)")
            .replace(". ??? (", ". Something ("),
        _ => line.to_owned(),
    });
    lines.map(|line| line + "\n").collect()
}

#[test]
fn a_new_review_holds_every_key_that_there_is() {
    let file = filled_in(&Draft::default().to_string());
    let used: String = file
        .split_inclusive('\n')
        .map(|line| {
            line.strip_prefix('#')
                .filter(|line| !line.starts_with([' ', '#']))
                .unwrap_or(line)
        })
        .collect();
    let review = review_file::read("x.md", "x", &used).expect("only hints were left out");
    let Review {
        series,
        author,
        film,
        source,
        album,
        ..
    } = review;
    assert!(series.is_some() && author.is_some() && source.is_some());
    assert!(film.is_some_and(|film| film.director.is_some()));
    assert!(album.label.is_some() && album.edition.is_some());
    // Unknown keys are problems, so these are all the keys: a new one must be
    // written into the starter file before this compiles again.
    review_file::read("x.md", "x", &file).expect("a filled-in file is published");
}

/// The words of the prose, as a reader reads them.
fn words_of(review: &Review) -> Vec<String> {
    let mut text = String::new();
    for block in &review.article {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => {
                for inline in content {
                    match inline {
                        Inline::Text(words) => text.push_str(words),
                        other => panic!("plain text became {other:?}"),
                    }
                }
            }
            other => panic!("a paragraph became {other:?}"),
        }
        text.push('\n');
    }
    words(&text)
}

/// Straight quotes, `--` and `...` are set as they are in any review.
fn words(text: &str) -> Vec<String> {
    let typed = text
        .replace(['“', '”'], "\"")
        .replace(['‘', '’'], "'")
        .replace('—', "---")
        .replace('–', "--")
        .replace('…', "...");
    typed.split_whitespace().map(str::to_owned).collect()
}

/// Text of any kind, and text that looks like Markdown or like front matter.
fn line() -> impl Strategy<Value = String> {
    let anything = "[^\r\n\0]{1,40}";
    let signs = "[-+*_`#>=~.:;!?&<>\"'()\\[\\]\\\\ \ta-c1-3]{1,30}";
    let traps = prop::sample::select(vec![
        "+++",
        "---",
        "===",
        "***",
        "???",
        "???!",
        "1. one",
        "2) two",
        "- item",
        "+ item",
        "> quote",
        "# one",
        "    indented",
        "\ttab",
        "ends in two spaces  ",
        "ends in a backslash\\",
        "AT&amp;T &copy; &#65;",
        "<script>alert(1)</script>",
        "<!-- hidden",
        "[a]: https://example.org",
        "[a](b) ![c](d) <https://example.org>",
        "```rust",
        "~~~",
        "**bold** _under_ `code`",
        "| a | b |",
        "\u{a0}no break",
        "Final Thoughts",
    ]);
    prop_oneof![anything, signs, traps.prop_map(str::to_owned)]
}

fn paragraphs() -> impl Strategy<Value = Vec<Vec<String>>> {
    let paragraph = prop::collection::vec(line(), 1..5);
    prop::collection::vec(paragraph, 1..6)
}

/// The text has a real track list at its end, so no line of the prose is
/// needed as one.
fn text(paragraphs: &[Vec<String>], end: &str) -> String {
    let prose: Vec<String> = paragraphs.iter().map(|lines| lines.join(end)).collect();
    let blank = format!("{end}{end}");
    format!(
        "A Title{blank}{}{blank}Track List{blank}1. Departure (1:12){end}2. Points (2:14){end}",
        prose.join(&blank)
    )
}

/// Prose in which something looks like a track is another matter: see the cases.
fn is_prose(imported: &Imported) -> bool {
    let tracks: usize = imported.draft.discs.iter().map(Vec::len).sum();
    tracks == 2 && imported.notes.is_empty() && imported.draft.unplaced.is_empty()
}

proptest! {
    #[test]
    fn no_word_of_the_prose_is_lost_or_moved(paragraphs in paragraphs(), end in prop::sample::select(vec!["\n", "\r\n", "\r"])) {
        let bytes = text(&paragraphs, end).into_bytes();
        let decoded = text::decode(&bytes, "x").map_err(|problem| TestCaseError::fail(problem.to_string()))?;
        let imported = import::import(&decoded).map_err(TestCaseError::fail)?;
        prop_assume!(is_prose(&imported));
        let had_prose = paragraphs.iter().flatten().any(|line| !line.trim().is_empty());
        prop_assume!(had_prose);
        let file = filled_in(&imported.draft.to_string());
        let review = review_file::read("x.md", "x", &file).map_err(|problems| {
            let report: String = problems.iter().map(|problem| format!("{problem}\n")).collect();
            TestCaseError::fail(format!("{report}\n{file}"))
        })?;
        let expected = words(&paragraphs.concat().join("\n"));
        prop_assert_eq!(words_of(&review), expected);
        prop_assert_eq!(review.album.tracks.len(), 2);
    }

    #[test]
    fn any_text_can_be_imported_and_none_of_its_words_is_dropped(lines in prop::collection::vec(line(), 1..20)) {
        let text = lines.join("\n");
        prop_assume!(!text.trim().is_empty() && !text.trim_start().starts_with(['{', '+']));
        let imported = import::import(&text).map_err(TestCaseError::fail);
        let file = imported?.draft.to_string();
        for word in text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 5) {
            prop_assert!(file.contains(word), "{} is not in\n{}", word, file);
        }
    }

    #[test]
    fn a_title_of_any_signs_comes_back(title in "[^\r\n\0]{1,30}") {
        prop_assume!(!title.trim().is_empty() && !title.trim_start().starts_with(['{', '+', '\u{feff}']));
        let imported = import::import(&format!("{title}\n\nProse.\n\n1. Departure (1:12)\n")).map_err(TestCaseError::fail)?;
        let file = filled_in(&imported.draft.to_string());
        let review = review_file::read("x.md", "x", &file).map_err(|problems| TestCaseError::fail(format!("{}\n{file}", problems[0])))?;
        prop_assert_eq!(review.title, title.trim());
    }

    #[test]
    fn tracks_come_back_with_their_titles_and_lengths(
        // A title of signs alone is taken for none, a dash beside a title for
        // what parts it, and quotes around every title for no part of it.
        tracks in prop::collection::vec(("[!#-,.-~é][!-~é–“ ]{0,12}[a-zé][!-,.-~”]{0,2}", 0..7200u32), 1..12),
    ) {
        let length = |seconds: u32| Length::from_seconds(seconds);
        let list: String = (1..)
            .zip(&tracks)
            .map(|(number, (title, seconds))| format!("{number}. {title} ({})\n", length(*seconds)))
            .collect();
        let text = format!("Night Trains\n\nProse.\n\nTrack List\n\n{list}");
        let imported = import::import(&text).map_err(TestCaseError::fail)?;
        let file = filled_in(&imported.draft.to_string());
        let review = review_file::read("x.md", "x", &file).map_err(|problems| TestCaseError::fail(format!("{}\n{file}", problems[0])))?;
        let read: Vec<(String, u32)> = review.album.tracks.into_iter().map(|track| (track.title, track.length.seconds())).collect();
        prop_assert_eq!(read, tracks);
    }
}
