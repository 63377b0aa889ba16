//! Escaped text is read back as it was.

use super::*;
use proptest::prelude::*;

#[test]
fn escapes_only_what_would_be_markdown() {
    for (text, written) in [
        (
            "5 * 3 = 15, a_b, 2 < 3 & 4 > 3",
            "5 * 3 = 15, a_b, 2 < 3 & 4 > 3",
        ),
        ("*Fallout*", r"\*Fallout\*"),
        ("1. First", r"1\. First"),
        ("# 1", r"\# 1"),
        ("+++", "+++"),
        ("a\n---", "a\n\\-\\-\\-"),
        ("AT&amp;T", r"AT\&amp;T"),
        ("<br class=\"x\">", "\\<br class=\"x\">"),
        ("[1]: https://example.org", r"\[1]: https://example.org"),
        ("a\\*b", r"a\\*b"),
        ("???", r"\???"),
        ("“Don't” -- he said...", "“Don't” -- he said..."),
    ] {
        assert_eq!(paragraph(text), written, "{text}");
    }
}

#[test]
fn escapes_what_only_headings_and_titles_lose() {
    assert_eq!(heading("In C #"), r"In C \#");
    assert_eq!(track("2. Movement (4:05)"), r"2\. Movement (4:05)");
    assert_eq!(track("\"Heroes\" (6:07)"), "\"Heroes\" (6:07)");
}

#[test]
fn escapes_marks_that_a_title_and_an_artist_share() {
    let line = "5 o`clock – The `Ks (3:40) [*live*]";
    assert_eq!(track(line), r"5 o\`clock – The `Ks (3:40) [\*live\*]");
}

/// The names of the blocks that the parser finds in Markdown, and the text
/// in them.
fn read(markdown: &str, options: Options) -> (Vec<String>, String) {
    let (mut tags, mut text) = (Vec::new(), String::new());
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(tag) => tags.push(format!("{tag:?}")),
            Event::Text(words) => text.push_str(&words),
            Event::SoftBreak => text.push('\n'),
            Event::End(_) => {}
            other => tags.push(format!("{other:?}")),
        }
    }
    (tags, text)
}

/// Lines that begin and end with a visible character, since the import
/// trims them.
const LINES: &str =
    "[!-~é–“](([!-~é–“]| ){0,12}[!-~é–“])?(\n[!-~é–“](([!-~é–“]| ){0,12}[!-~é–“])?){0,3}";
const MARKDOWN: &str = "([\\\\*_`<>&#;!\\[\\]()+=.:\"'~|-]|[ab1]| [ab1]|&amp;|\n[-=+>#1*]){1,30}";

fn reads_as_it_did(text: &str) -> Result<(), TestCaseError> {
    let text: Vec<&str> = text
        .split('\n')
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let text = text.join("\n");
    prop_assume!(!text.is_empty());
    let options = markdown::PROSE;
    let (tags, words) = read(&paragraph(&text), options);
    prop_assert_eq!(tags, ["Paragraph"]);
    prop_assert_eq!(typed(&words), typed(&text));

    let line = text.replace('\n', " ");
    let (tags, words) = read(&format!("## {}", heading(&line)), options);
    prop_assert_eq!(tags.len(), 1);
    prop_assert_eq!(typed(&words), typed(&line));

    let (tags, words) = read(&format!("1. {}", track(&line)), Options::empty());
    prop_assert_eq!(tags, ["List(Some(1))", "Item"]);
    prop_assert_eq!(words, line);
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_unchanged(text in LINES) {
        reads_as_it_did(&text)?;
    }

    #[test]
    fn text_full_of_markdown_is_unchanged(text in MARKDOWN) {
        reads_as_it_did(&text)?;
    }
}
