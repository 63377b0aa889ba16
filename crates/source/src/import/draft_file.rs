//! Writes a draft as a review file: the known values, a placeholder for each
//! required value that is missing, and a comment on every key.
//!
//! `new` writes an empty draft, `import` one with the values found in a text.
//! The publisher reports each placeholder with its line until it is filled in.

use std::fmt::{self, Write};

use super::{
    artists::DASH,
    draft::{Draft, Entry, Part},
    escape, form,
};
use crate::{placeholder::TEXT, track_section};
use model::{Length, UNKNOWN_LENGTH};

const PROSE_HINT: &str = "\
??? Write the review here: paragraphs in Markdown, with an empty line between
them, and headings such as `## Low Brass over Paris`. A track is mentioned by its
number: `[“A Storm Is Coming”](#track-1)`.
";

const TRACKS_HINT: &str = "\
??? Put the tracks under the heading below, as in `1. A Storm Is Coming (1:12)`,
and delete this paragraph. A length that nobody knows is `(?:??)`; a `★` at the
end of the line marks your pick. An album of several discs has `### Disc 1` and so
on above each list, one of two sides `### Side A`.
";

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
                Part::Lines(lines) => {
                    writeln!(f, "\n{}", escape::lines(lines))?;
                }
                Part::Markdown(markdown) => writeln!(f, "\n{markdown}")?,
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
        for (number, disc) in (1..).zip(&self.discs) {
            if let Some(heading) = disc_heading(disc, number, self.discs.len() == 1) {
                writeln!(f, "\n### {heading}")?;
            }
            for (at, entry) in disc.iter().enumerate() {
                if let Some(group) = &entry.group {
                    writeln!(f, "\n### {}", escape::group(group))?;
                }
                if at == 0 || entry.group.is_some() {
                    f.write_char('\n')?;
                }
                entry.fmt(f)?;
            }
        }
        if self.discs.is_empty() {
            writeln!(
                f,
                "\n1. {TEXT} ({UNKNOWN_LENGTH})\n2. {TEXT} ({UNKNOWN_LENGTH})"
            )?;
        }
        Ok(())
    }
}

/// The heading of a disc: its number and title, or the title alone where there is
/// no other. `None` for the only disc without a title.
fn disc_heading(disc: &[Entry], number: u32, is_only: bool) -> Option<String> {
    let title = disc.first().and_then(|first| first.disc.as_deref());
    let title = disc_title(title.unwrap_or_default(), number);
    let has_groups = disc.iter().any(|entry| entry.group.is_some());
    let written = escape::group(&title);
    match (is_only, title.is_empty()) {
        (true, true) => None,
        (true, false) if !has_groups && track_section::disc(&title).is_none() => Some(written),
        (false, true) => Some(format!("Disc {number}")),
        (_, false) => Some(format!("Disc {number}: {written}")),
    }
}

/// The title of a disc, without the number that it may contain, as in `Disc 1: The
/// Songs`, and without a dash or colon at its start, which would be read as the
/// separator.
fn disc_title(title: &str, number: u32) -> String {
    let own = track_section::disc(title).filter(|(own, _)| *own == number);
    let title = own.map_or_else(|| title.to_owned(), |(_, name)| name);
    let heading = track_section::disc(&format!("Disc {number}: {title}"));
    heading.map_or(title, |(_, name)| name)
}

impl Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = self.length.as_deref().unwrap_or(UNKNOWN_LENGTH);
        let length = found.parse::<Length>().map(|length| length.to_string());
        let length = length.as_deref().unwrap_or(found);
        let part = |before, part: &Option<String>, after| match part {
            Some(part) => format!("{before}{part}{after}"),
            None => String::new(),
        };
        let title = part("", &self.title, "");
        let artist = part(DASH, &self.artist, "");
        let note = part(" [", &self.note, "]");
        let line = escape::track(&format!("{title}{artist} ({length}){note}"));
        let blank = self.title.as_ref().map_or(TEXT, |_| "");
        writeln!(f, "{}. {blank}{line}", self.number)
    }
}
