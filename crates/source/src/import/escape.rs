//! Escapes plain text so that Markdown renders it unchanged.
//!
//! Whether a character is Markdown depends on its surroundings, so the parser
//! that the publisher uses decides: a character that it does not return as text
//! gets a backslash, and the text is parsed again. `5 * 3` stays as it is, and
//! `*3*` does not become emphasis.
//!
//! Smart punctuation (straight quotes, `--`, `...`) still applies to imported
//! text, as to any review.

#[cfg(test)]
mod tests;

use std::{collections::BTreeSet, ops::Range};

use pulldown_cmark::{Event, Options, Parser};

use crate::{markdown, placeholder::TEXT, unsupported};

/// The number of parses. Each can reveal Markdown inside Markdown; after the
/// last one, every punctuation character gets a backslash.
const ROUNDS: usize = 8;

/// Escapes a paragraph, lines without an empty line between them.
pub fn paragraph(text: &str) -> String {
    plain("", text.into(), markdown::PROSE)
}

/// Escapes a paragraph whose line ends are kept, as hard breaks.
pub fn lines(text: &str) -> String {
    let text = Text {
        text,
        has_hard_breaks: true,
    };
    plain("", text, markdown::PROSE)
}

/// Escapes the text of a heading, without its `##`.
pub fn heading(text: &str) -> String {
    plain("## ", text.into(), markdown::PROSE)
}

/// Escapes the line of a track, without its number. A mark in its title can be
/// closed by one in its artist or note, so the line is escaped as a whole.
pub fn track(line: &str) -> String {
    plain("1. ", line.into(), Options::empty())
}

/// Escapes the name of a disc or group, without its `###`.
pub fn group(text: &str) -> String {
    plain("### ", text.into(), Options::empty())
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

fn plain(before: &str, source: Text<'_>, options: Options) -> String {
    let text = source.text;
    let mut escaped = line_starts(text);
    for _ in 0..ROUNDS {
        let written = Written::new(before, source, &escaped);
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
    Written::new(before, source, &escaped).of_text()
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

/// The escaped text behind what precedes it in the file.
struct Written {
    markdown: String,
    /// The offset of the text in it.
    start: usize,
    /// Maps each byte of the text to its offset in the Markdown.
    places: Vec<usize>,
}

impl Written {
    fn new(before: &str, source: Text<'_>, escaped: &BTreeSet<usize>) -> Self {
        let mut markdown = before.to_owned();
        let mut places = Vec::with_capacity(source.text.len());
        for (at, c) in source.text.char_indices() {
            if escaped.contains(&at) || c == '\n' && source.has_hard_breaks {
                markdown.push('\\');
            }
            places.extend(markdown.len()..markdown.len() + c.len_utf8());
            markdown.push(c);
        }
        Self {
            markdown,
            start: before.len(),
            places,
        }
    }

    fn of_text(mut self) -> String {
        self.markdown.split_off(self.start)
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
