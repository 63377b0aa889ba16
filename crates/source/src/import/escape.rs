//! Escapes plain text so that Markdown renders it unchanged.
//!
//! Whether a character is Markdown depends on its surroundings, so the parser
//! that the publisher uses decides: a character that it does not return as text
//! gets a backslash, and the text is parsed again. `5 * 3` stays as it is, and
//! `*3*` does not become emphasis.
//!
//! Smart punctuation (straight quotes, `--`, `...`) still applies to imported
//! text, as to any review.

use std::{collections::BTreeSet, ops::Range};

use pulldown_cmark::{Event, Options, Parser};

use crate::{markdown, placeholder::TEXT, unsupported};

/// The number of parses. Each can reveal Markdown inside Markdown; after the
/// last one, every punctuation character gets a backslash.
const ROUNDS: usize = 8;

/// Escapes a paragraph, lines without an empty line between them.
pub fn paragraph(text: &str) -> String {
    plain("", text.into(), "", markdown::PROSE)
}

/// Escapes a paragraph whose line ends are kept, as hard breaks.
pub fn lines(text: &str) -> String {
    let text = Text {
        text,
        has_hard_breaks: true,
    };
    plain("", text, "", markdown::PROSE)
}

/// Escapes the text of a heading, without its `##`.
pub fn heading(text: &str) -> String {
    plain("## ", text.into(), "", markdown::PROSE)
}

/// Escapes the title of a track, without its number and length.
pub fn title(text: &str) -> String {
    plain("1. ", text.into(), " (0:00)", Options::empty())
}

/// Escapes the note of a track, which contains no brackets.
pub fn note(text: &str) -> String {
    plain("1. X (0:00) [", text.into(), "]", Options::empty())
}

#[derive(Clone, Copy)]
struct Text<'a> {
    text: &'a str,
    /// Whether each line end is written as a hard break.
    has_hard_breaks: bool,
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self {
            text,
            has_hard_breaks: false,
        }
    }
}

fn plain(before: &str, source: Text<'_>, after: &str, options: Options) -> String {
    let text = source.text;
    let mut escaped = line_starts(text);
    for _ in 0..ROUNDS {
        let written = Written::new(before, source, after, &escaped);
        let mut taken = offsets_to_escape(text, &written.taken_for_markdown(text, options));
        if options != Options::empty() {
            taken.extend(written.other_syntax());
        }
        if taken.is_empty() {
            return written.of_text();
        }
        let known = escaped.len();
        escaped.extend(taken);
        if escaped.len() == known {
            break;
        }
    }
    let all = text.match_indices(|c: char| c.is_ascii_punctuation());
    escaped.extend(all.map(|(at, _)| at));
    Written::new(before, source, after, &escaped).of_text()
}

/// The starts of lines that would be read as a placeholder or as the mark of a
/// merge conflict.
fn line_starts(text: &str) -> BTreeSet<usize> {
    let starts = text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    starts
        .filter(|(_, line)| line.starts_with(TEXT) || unsupported::is_conflict(line))
        .map(|(start, _)| start)
        .collect()
}

/// The escaped text with its surroundings in the file.
struct Written {
    markdown: String,
    text: Range<usize>,
    /// Maps each byte of the text to its offset in the Markdown.
    places: Vec<usize>,
}

impl Written {
    fn new(before: &str, source: Text<'_>, after: &str, escaped: &BTreeSet<usize>) -> Self {
        let mut markdown = before.to_owned();
        let mut places = Vec::with_capacity(source.text.len());
        for (at, c) in source.text.char_indices() {
            if escaped.contains(&at) || c == '\n' && source.has_hard_breaks {
                markdown.push('\\');
            }
            places.extend(markdown.len()..markdown.len() + c.len_utf8());
            markdown.push(c);
        }
        let text = before.len()..markdown.len();
        markdown.push_str(after);
        Self {
            markdown,
            text,
            places,
        }
    }

    fn of_text(mut self) -> String {
        self.markdown.truncate(self.text.end);
        self.markdown.split_off(self.text.start)
    }

    /// The offsets in the text of syntax that the publisher reports although the
    /// parser returns it as text.
    fn other_syntax(&self) -> impl Iterator<Item = usize> {
        let found = unsupported::find(&self.markdown);
        let at = move |found: unsupported::Found| {
            self.places
                .iter()
                .position(|place| *place == found.span.start)
        };
        found.into_iter().filter_map(at)
    }

    /// The byte ranges of the text that the parser does not return as text.
    fn taken_for_markdown(&self, text: &str, options: Options) -> Vec<Range<usize>> {
        let mut given_back = vec![false; self.markdown.len()];
        for (event, span) in Parser::new_ext(&self.markdown, options).into_offset_iter() {
            if let Event::Text(words) = event
                && typed(&words) == typed(&self.markdown[span.clone()])
            {
                given_back[span].fill(true);
            }
        }
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (at, c) in text.char_indices() {
            if given_back[self.places[at]] {
                continue;
            }
            let end = at + c.len_utf8();
            match runs.last_mut() {
                Some(run) if run.end == at => run.end = end,
                _ => runs.push(at..end),
            }
        }
        runs
    }
}

/// The offsets of characters that need a backslash. In a range that contains
/// words, such as `<br class="x">`, escaping the first is enough.
fn offsets_to_escape(text: &str, runs: &[Range<usize>]) -> Vec<usize> {
    let mut offsets = Vec::new();
    for run in runs {
        let part = &text[run.clone()];
        let count = match part.contains(char::is_alphanumeric) {
            true => 1,
            false => part.len(),
        };
        let all = part.match_indices(|c: char| c.is_ascii_punctuation());
        offsets.extend(all.map(|(at, _)| run.start + at).take(count));
    }
    offsets
}

/// Reverts smart punctuation to the characters that were typed.
pub(super) fn typed(text: &str) -> String {
    let mut typed = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '“' | '”' => typed.push('"'),
            '‘' | '’' => typed.push('\''),
            '–' => typed.push_str("--"),
            '—' => typed.push_str("---"),
            '…' => typed.push_str("..."),
            _ => typed.push(c),
        }
    }
    typed
}

#[cfg(test)]
mod tests {
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
        assert_eq!(title("2. Movement"), r"2\. Movement");
        assert_eq!(title("\"Heroes\""), "\"Heroes\"");
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
    const MARKDOWN: &str =
        "([\\\\*_`<>&#;!\\[\\]()+=.:\"'~|-]|[ab1]| [ab1]|&amp;|\n[-=+>#1*]){1,30}";

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

        let item = format!("1. {} (1:02)", title(&line));
        let (tags, words) = read(&item, Options::empty());
        prop_assert_eq!(tags, ["List(Some(1))", "Item"]);
        prop_assert_eq!(words, format!("{line} (1:02)"));
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
}
