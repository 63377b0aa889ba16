//! Finds what the Markdown parser takes for plain text, so that a page would show it
//! as characters: shortcodes, attributes, footnotes and alerts of other programs, the
//! marks of a merge conflict, and links that are none.
//!
//! `prose` reports it, `import` escapes it. A backslash before it makes it
//! ordinary text. What the parser recognizes, such as tables, is reported by
//! [`prose`](super::prose).

use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use super::markdown::PROSE;

/// One occurrence in a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    pub span: Range<usize>,
    pub what: &'static str,
    pub expected: &'static str,
}

impl Found {
    pub fn is_footnote(&self) -> bool {
        self.what == FOOTNOTE
    }
}

const FOOTNOTE: &str = "a footnote";

/// Where such syntax begins and ends, and its name.
const PAIRS: [(&str, &str, &str); 7] = [
    ("{{", "}}", "a shortcode"),
    ("{%", "%}", "a shortcode"),
    ("{#", "}", "an id"),
    ("{:", "}", "an attribute"),
    ("{.", "}", "a class"),
    ("[^", "]", FOOTNOTE),
    ("[!", "]", "the mark of an alert"),
];

const PLAIN: &str =
    "expected it deleted, or said in words; a backslash before it shows it as it is";

const LINK: &str = "expected an address without spaces, or in `<>` as in `[storms](<?q=storm at>)`, \
                    or one defined above the track list, as by `[storms]: ?q=storm`; a backslash \
                    before the `]` shows it as it is";

/// Finds all occurrences in Markdown, in the order of the text. Code spans are
/// left out.
pub fn find(markdown: &str) -> Vec<Found> {
    let mut found = Vec::from_iter(broken_links(markdown));
    let mut at = 0;
    for line in markdown.split_inclusive('\n') {
        find_in_line(line, at, &mut found);
        at += line.len();
    }
    found.sort_by_key(|found| found.span.start);
    found
}

/// The middle of links such as `[storms](?q=storm at)` and `[storms][missing]`.
fn broken_links(markdown: &str) -> impl Iterator<Item = Found> {
    let events = Parser::new_ext(markdown, PROSE).into_offset_iter();
    events.filter_map(|(event, span)| {
        let before = markdown[..span.end].strip_suffix(']')?;
        let is_link = markdown[span.end..].starts_with(['(', '[']);
        let is_text = matches!(event, Event::Text(_)) && !before.ends_with('\\');
        (is_text && is_link).then_some(Found {
            span: before.len()..span.end + 1,
            what: "no part of a link",
            expected: LINK,
        })
    })
}

fn find_in_line(line: &str, base: usize, found: &mut Vec<Found>) {
    let mut at = 0;
    while let Some(c) = line[at..].chars().next() {
        at += match c {
            '\\' => line[at..].chars().take(2).map(char::len_utf8).sum(),
            '`' => code_span(&line[at..]),
            _ => match pair(&line[at..]) {
                Some((length, what)) => {
                    found.push(Found {
                        span: base + at..base + at + length,
                        what,
                        expected: PLAIN,
                    });
                    length
                }
                None => c.len_utf8(),
            },
        };
    }
}

/// The length of a code span, or of its opening mark if it has no end.
fn code_span(text: &str) -> usize {
    let mark = text.len() - text.trim_start_matches('`').len();
    let end = text[mark..].find(&text[..mark]);
    end.map_or(mark, |end| mark + end + mark)
}

fn pair(text: &str) -> Option<(usize, &'static str)> {
    PAIRS.iter().find_map(|(open, close, what)| {
        let inner = text.strip_prefix(open)?;
        let end = inner.find(close)?;
        let inner = &inner[..end];
        let is_named = inner
            .trim_start_matches(['<', '%', '/', '-', '.', '#', ' '])
            .starts_with(|c: char| c.is_alphanumeric() || c == '_');
        // `[!NOTE]`, not `[! or ?]`.
        let is_alert = inner.chars().all(|c| c.is_ascii_uppercase());
        let is_link = text[open.len() + end + close.len()..].starts_with('(');
        let matches =
            is_named && (*open != "[!" || is_alert) && !(open.starts_with('[') && is_link);
        matches.then_some((open.len() + end + close.len(), *what))
    })
}

/// The first line that git writes around a merge conflict.
pub fn conflict(text: &str) -> Option<Range<usize>> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if is_conflict(line) {
            return Some(at..at + line.trim_end().len());
        }
        at += line.len();
    }
    None
}

/// Whether a line is one that git writes around a merge conflict.
pub fn is_conflict(line: &str) -> bool {
    line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_syntax_of_other_programs() {
        for (markdown, expected) in [
            ("{{< youtube x >}}", "{{< youtube x >}}"),
            ("See {{ video(id=1) }}.", "{{ video(id=1) }}"),
            ("{% include x %}", "{% include x %}"),
            ("Words {#id}", "{#id}"),
            ("{: .lead}", "{: .lead}"),
            ("A claim.[^1]", "[^1]"),
            ("[!NOTE]", "[!NOTE]"),
            ("See [storms](?q=storm at).", "]("),
            ("See [storms][missing].", "]["),
        ] {
            let found = find(markdown);
            assert_eq!(found.len(), 1, "{markdown}");
            assert_eq!(&markdown[found[0].span.clone()], expected);
        }
    }

    #[test]
    fn leaves_ordinary_text_code_and_escapes_alone() {
        for markdown in [
            "{ braces } {} [ ] [^] [! or ?]",
            "`{{ x }}` and ``[^1]``",
            "\\{{ x }} \\[^1]",
            "[^1](https://example.org)",
            "[storms](<?q=storm at>) [storms](?q=storm)",
            "[storms][it]\n\n[it]: ?q=storm",
            "[storms\\](?q=storm at) `[a](b c)`",
            "a { b",
            "`{{ x }}",
        ] {
            let found = find(markdown);
            let is_open = markdown == "`{{ x }}";
            assert_eq!(found.is_empty(), !is_open, "{markdown}: {found:?}");
        }
    }

    #[test]
    fn finds_the_first_mark_of_a_conflict() {
        assert_eq!(conflict("a\n<<<<<<< HEAD\nb\n"), Some(2..14));
        assert_eq!(conflict("a\n<<<<<<<\n=======\n"), None);
    }
}
