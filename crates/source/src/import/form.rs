//! Writes the front matter of a draft: every key that exists, each with a
//! comment and its value, a placeholder, or an example that is commented out.

use std::fmt;

use super::draft::Draft;
use crate::placeholder::TEXT;

const HINT: &str = "\
# A line that starts with `#` is a hint, and never shown. `???` is a blank: the
# build names each one until it is filled in. A key behind a `#` may be left out;
# to use it, remove the `#`.
";

/// A key of the front matter.
struct Key<'a> {
    name: &'static str,
    /// The comment above the key.
    hint: &'static str,
    example: &'static str,
    value: Value<'a>,
}

enum Value<'a> {
    Required(Option<&'a str>),
    Optional(Option<&'a str>),
    Date(Option<&'a str>),
    /// In an optional table, written as a comment.
    Unused,
}

use Value::{Date, Optional, Required, Unused};

/// Writes the front matter with the draft's values.
pub fn front_matter(draft: &Draft, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "+++\n{HINT}")?;
    top(draft).iter().try_for_each(|key| key.fmt(f))?;
    f.write_str("\n[album]\n")?;
    album_table(draft).iter().try_for_each(|key| key.fmt(f))?;
    f.write_str("\n# The film that the score was written for.\n#[film]\n")?;
    film_table().iter().try_for_each(|key| key.fmt(f))?;
    f.write_str("\n# An earlier publication that the review credits.\n#[source]\n")?;
    source_table().iter().try_for_each(|key| key.fmt(f))?;
    if !draft.unplaced.is_empty() {
        f.write_str("\n# What the import found no place for:\n")?;
    }
    for line in &draft.unplaced {
        // TOML allows no control characters in comments.
        writeln!(f, "# {}", line.replace(char::is_control, " "))?;
    }
    f.write_str("+++\n")
}

fn top(draft: &Draft) -> [Key<'_>; 6] {
    [
        key(
            "title",
            "\"Mission: Impossible – Fallout\"",
            "What the review is called.",
            Required(draft.title.as_deref()),
        ),
        key(
            "series",
            "\"Exploring Soundtracks\"",
            "The series that it belongs to, shown above its title.",
            Optional(None),
        ),
        key(
            "author",
            "\"Your Name\"",
            "Who wrote it, where that is not the author in `site.toml`.",
            Optional(None),
        ),
        key(
            "published",
            "2026-11-21",
            "The day it is published, without quotes; the newest is the front page.",
            Date(None),
        ),
        key(
            "standfirst",
            "\"One or two sentences that open the review.\"",
            "What opens the review, and describes it to search engines.",
            Required(None),
        ),
        key(
            "draft",
            "true",
            "Keeps the review out of the published site; `serve` shows it all the same.",
            Optional(None),
        ),
    ]
}

fn album_table(draft: &Draft) -> [Key<'_>; 5] {
    [
        key(
            "title",
            "\"Mission: Impossible – Fallout (Music from the Motion Picture)\"",
            "The album's title, as its sleeve has it.",
            Required(draft.album.as_deref()),
        ),
        key(
            "composer",
            "\"Lorne Balfe\"",
            "Who wrote the music.",
            Required(draft.composer.as_deref()),
        ),
        key(
            "released",
            "2018-07-13",
            "The day it was released, without quotes.",
            Date(draft.released.as_deref()),
        ),
        key(
            "label",
            "\"Paramount Music\"",
            "The record label.",
            Optional(draft.label.as_deref()),
        ),
        key(
            "edition",
            "\"A sentence on a later release.\"",
            "A sentence on a later or physical release.",
            Optional(None),
        ),
    ]
}

const fn key<'a>(
    name: &'static str,
    example: &'static str,
    hint: &'static str,
    value: Value<'a>,
) -> Key<'a> {
    Key {
        name,
        hint,
        example,
        value,
    }
}

fn film_table() -> [Key<'static>; 2] {
    [
        key("title", "\"Mission: Impossible – Fallout\"", "", Unused),
        key("director", "\"Christopher McQuarrie\"", "", Unused),
    ]
}

fn source_table() -> [Key<'static>; 4] {
    [
        key(
            "title",
            "\"Exploring Soundtracks: Mission Impossible – Fallout\"",
            "",
            Unused,
        ),
        key("publisher", "\"LemonWire\"", "", Unused),
        key("published", "2019-10-29", "", Unused),
        key("url", "\"https://example.org/review\"", "", Unused),
    ]
}

impl Key<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, example, .. } = self;
        match &self.value {
            Unused => return writeln!(f, "#{name} = {example}"),
            Required(None) | Date(_) => writeln!(f, "# {} As in `{example}`.", self.hint)?,
            Required(Some(_)) | Optional(_) => writeln!(f, "# {}", self.hint)?,
        }
        match &self.value {
            Required(Some(value)) | Optional(Some(value)) => {
                writeln!(f, "{name} = {}", quoted(value))
            }
            Date(Some(value)) => writeln!(f, "{name} = {value}"),
            Required(None) | Date(None) => writeln!(f, "{name} = \"{TEXT}\""),
            Optional(None) | Unused => writeln!(f, "#{name} = {example}"),
        }
    }
}

/// A TOML basic string.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            // A title that is literally `???` must not be read as a
            // placeholder.
            '?' if text == TEXT => quoted.push_str("\\u003F"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_text_parses_back_and_is_no_placeholder() {
        for text in [
            "Night Trains",
            "\"Night\" \\ Trains",
            "Why?",
            "tab\there",
            TEXT,
        ] {
            let quoted = quoted(text);
            assert_ne!(quoted, format!("\"{TEXT}\""));
            let table: toml::Table = format!("title = {quoted}").parse().expect("it is TOML");
            assert_eq!(table["title"].as_str(), Some(text));
        }
        assert_eq!(quoted("Why?"), "\"Why?\"", "a question stays readable");
    }
}
