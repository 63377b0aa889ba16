//! Converts other text into a draft of a review: a plain-text review or the
//! JSON of a MusicBrainz release, with placeholders where the text has no
//! value.
//!
//! Called by the publisher's `new_review`, which opens and writes the files. No
//! word is dropped: what has no place in a review is kept in the draft, and a
//! [`Note`] reports it.

mod blocks;
mod draft;
mod escape;
mod form;
mod length;
mod musicbrainz;
mod plain;
mod slug;
mod stacked;
mod table_row;
#[cfg(test)]
mod tests;
mod track_line;
mod tracks;

use std::fmt;

pub use draft::{BLANK, BLANK_LENGTH, Draft};
pub use slug::is_slug;

/// The result of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The file name without `.md`; `None` if the title yields no slug.
    pub slug: Option<String>,
    pub draft: Draft,
    /// What the writer should check, in the order of lines.
    pub notes: Vec<Note>,
}

/// A remark on something that the import guessed or could not place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Counted from 1; `None` if it concerns no single line.
    pub line: Option<usize>,
    pub what: String,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.what),
            None => f.write_str(&self.what),
        }
    }
}

/// Imports a text whose lines end with `\n`.
///
/// # Errors
/// A sentence that says why there is nothing to import.
pub fn import(text: &str) -> Result<Imported, String> {
    let text = without_unseen(text);
    let start = text.trim_start();
    if start.starts_with("+++\n") {
        return Err(
            "this begins with `+++` as a review in `reviews/` does: put it there as it is"
                .to_owned(),
        );
    }
    let (draft, mut notes) = match start.strip_prefix('{').map(str::trim_start) {
        Some(object) if object.starts_with(['"', '}']) => musicbrainz::read(&text)?,
        _ => plain::read(&text)?,
    };
    notes.sort_by_key(|note| note.line);
    Ok(Imported {
        slug: draft.title.as_deref().and_then(slug::of),
        draft,
        notes,
    })
}

/// Whether `sign` is a control character other than tab and line feed. They are
/// pasted from PDFs and word processors, are invisible, and are invalid in
/// HTML.
pub fn is_unseen(sign: char) -> bool {
    sign.is_control() && !matches!(sign, '\t' | '\n')
}

/// Removes control characters. One that is white space, such as a word
/// processor's vertical tab, becomes a space, so that line numbers do not
/// change.
fn without_unseen(text: &str) -> String {
    let seen = |sign: char| match is_unseen(sign) {
        false => Some(sign),
        true => sign.is_whitespace().then_some(' '),
    };
    text.chars().filter_map(seen).collect()
}
