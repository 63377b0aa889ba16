//! A draft of a review, and the only code that writes a review file: the known
//! values, and a comment on every key.
//!
//! `new` writes an empty draft, `import` one with the values found in a text. A
//! required value that is missing becomes a [`BLANK`], which the publisher
//! reports with its line until it is filled in.

use std::fmt::{self, Write};

use super::{escape, form};
use model::Length;

/// Placeholder for a title, name, date or prose.
pub const BLANK: &str = "???";
/// Placeholder for a track's length.
pub const BLANK_LENGTH: &str = "?:??";

const PROSE_HINT: &str = "\
??? Write the review here: paragraphs in Markdown, with an empty line between
them, and headings such as `## Low Brass over Paris`. A track is mentioned by its
number: `[“A Storm Is Coming”](#track-1)`.
";

const TRACKS_HINT: &str = "\
??? Put the tracks under the heading below, as in `1. A Storm Is Coming (1:12)`,
and delete this paragraph. An album of several discs has `### Disc 1` and so on
above each list.
";

/// The known values of a review, as plain text; formatting escapes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub title: Option<String>,
    pub album: Option<String>,
    pub composer: Option<String>,
    /// An ISO 8601 date, such as `2018-07-13`.
    pub released: Option<String>,
    pub label: Option<String>,
    /// What has no place in a review, written as comments.
    pub unplaced: Vec<String>,
    pub article: Vec<Part>,
    /// One list of tracks per disc.
    pub discs: Vec<Vec<Entry>>,
}

/// A heading or a paragraph of the prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Heading(String),
    /// Lines without an empty line between them.
    Paragraph(String),
}

/// One track of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub number: u32,
    pub title: Option<String>,
    /// As found, even if it is not a valid length: the publisher reports that.
    pub length: Option<String>,
}

/// Formats the draft as the content of a review file.
impl fmt::Display for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        form::front_matter(self, f)?;
        self.prose(f)?;
        self.track_list(f)
    }
}

impl Draft {
    fn prose(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.article.is_empty() {
            write!(f, "\n{PROSE_HINT}")?;
        }
        for part in &self.article {
            match part {
                Part::Heading(words) => writeln!(f, "\n## {}", escape::heading(words))?,
                Part::Paragraph(words) => writeln!(f, "\n{}", escape::paragraph(words))?,
            }
        }
        if self.discs.is_empty() {
            write!(f, "\n{TRACKS_HINT}")?;
        }
        Ok(())
    }

    fn track_list(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\n## Track List\n")?;
        for (index, disc) in self.discs.iter().enumerate() {
            if self.discs.len() > 1 {
                writeln!(f, "\n### Disc {}", index + 1)?;
            }
            f.write_char('\n')?;
            disc.iter().try_for_each(|entry| entry.fmt(f))?;
        }
        if self.discs.is_empty() {
            writeln!(
                f,
                "\n1. {BLANK} ({BLANK_LENGTH})\n2. {BLANK} ({BLANK_LENGTH})"
            )?;
        }
        Ok(())
    }
}

impl Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let title = self.title.as_deref().map(escape::title);
        let title = title.as_deref().unwrap_or(BLANK);
        let found = self.length.as_deref().unwrap_or(BLANK_LENGTH);
        let length = found.parse::<Length>().map(|length| length.to_string());
        let length = length.as_deref().unwrap_or(found);
        writeln!(f, "{}. {title} ({length})", self.number)
    }
}
