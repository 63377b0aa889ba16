//! The one writer of a writer's file: what is known of a review, in the form
//! that the publisher reads, with a hint at every key.
//!
//! `new` writes a draft that knows nothing, `import` one that knows what the
//! text told. What must be there and is not is a [`BLANK`], which the publisher
//! names with its line until it is filled in.

use std::fmt::{self, Write};

use super::{escape, form};
use model::Length;

/// Stands where a title, a name, a date or prose is still to be written.
pub const BLANK: &str = "???";
/// Stands where a track's length is still to be written.
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

/// What is known of a review. Texts are plain; the draft escapes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub title: Option<String>,
    pub album: Option<String>,
    pub composer: Option<String>,
    /// A calendar date, such as `2018-07-13`.
    pub released: Option<String>,
    pub label: Option<String>,
    /// What has no place in a review, kept as hints for the writer.
    pub unplaced: Vec<String>,
    pub article: Vec<Part>,
    /// The tracks of each disc.
    pub discs: Vec<Vec<Entry>>,
}

/// A part of the prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Heading(String),
    /// Lines without an empty one among them.
    Paragraph(String),
}

/// A line of the track list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub number: u32,
    pub title: Option<String>,
    /// As it was found, also where that is no length: the publisher says so.
    pub length: Option<String>,
}

/// The file's text.
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
