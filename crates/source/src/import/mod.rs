//! Text that others wrote, into the text of a writer's file: a plain-text
//! review or the JSON of a MusicBrainz release, into a draft with blanks where
//! it did not tell.
//!
//! Called by `publish::start`, which opens and writes the files; nothing here
//! does. No word of a text is dropped: what has no place in a review is kept in
//! the draft, and a [`Note`] says so.

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

/// What became of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The file's name without its ending; `None` where the title makes none.
    pub slug: Option<String>,
    pub draft: Draft,
    /// What the writer should look at, in the order of its lines.
    pub notes: Vec<Note>,
}

/// Something that was not as clear as the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Counted from one; `None` where it is about no line in particular.
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

/// Reads a text with its lines ended by `\n`.
///
/// # Errors
/// Why there is nothing to import, in a sentence.
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

/// A control character: pasted along from a PDF or a word processor, seen by
/// nobody, and an error in HTML.
pub fn is_unseen(sign: char) -> bool {
    sign.is_control() && !matches!(sign, '\t' | '\n')
}

/// A word processor's own line end becomes a space, so that lines keep their
/// numbers.
fn without_unseen(text: &str) -> String {
    let seen = |sign: char| match is_unseen(sign) {
        false => Some(sign),
        true => sign.is_whitespace().then_some(' '),
    };
    text.chars().filter_map(seen).collect()
}
