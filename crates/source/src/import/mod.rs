//! Converts other text into a draft of a review, with placeholders where the
//! text has no value: a plain-text review, the JSON of a MusicBrainz release,
//! Markdown of a static site generator, a cue sheet or a playlist.
//!
//! Called by the publisher's `new_review`, which opens and writes the files. No
//! word is dropped: what has no place in a review is kept in the draft, and a
//! [`Note`] reports it.

mod artists;
mod blocks;
mod columns;
mod credits;
mod csv_table;
mod cue;
mod draft;
mod draft_file;
mod escape;
mod file_name;
mod form;
mod format;
mod generator;
mod heading;
mod invisible;
mod length;
mod list;
mod marks;
mod musicbrainz;
mod note;
mod numbered;
mod plain;
mod playlist;
mod record;
mod side_by_side;
mod slug;
mod stacked;
mod start_times;
mod table_row;
#[cfg(test)]
mod tests;
mod totals;
mod track;
mod track_line;
mod tracks;
mod unnumbered;
mod wikitext;
mod works;

use crate::schema;
use format::Format;

pub use draft::Draft;
pub use invisible::is_removed;
pub use note::Note;
pub use slug::{is_slug, title_of};

/// The result of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The file name without `.md`; `None` if the title yields no slug.
    pub slug: Option<String>,
    pub draft: Draft,
    /// What the writer should check, in the order of lines.
    pub notes: Vec<Note>,
}

/// Imports a text whose lines end with `\n`.
///
/// # Errors
/// A sentence that says why there is nothing to import.
pub fn import(text: &str) -> Result<Imported, String> {
    let removed = invisible::notes(text);
    let text = invisible::without(text);
    let format = format::detect(&text);
    let (mut draft, mut notes) = match format {
        Format::Review => {
            return Err(
                "this begins with `+++` as a review in `reviews/` does: put it there as it is"
                    .to_owned(),
            );
        }
        Format::Html => {
            return Err(
                "this is HTML: open it in a browser, copy the text from there into a file, \
                        and import that file"
                    .to_owned(),
            );
        }
        Format::Yaml | Format::Toml | Format::Json => generator::read(&text, format)?,
        Format::MusicBrainz => musicbrainz::read(&text)?,
        Format::CueSheet => cue::read(&text),
        Format::M3u => playlist::read_m3u(&text),
        Format::Xspf => playlist::read_xspf(&text)?,
        Format::Plain => plain::read(&text)?,
    };
    notes.extend(artists::settle(&mut draft));
    notes.extend(removed);
    // Those that the text contains as escapes of JSON or YAML.
    let mut texts = String::new();
    draft.map_texts(|text| {
        texts.extend([text, "\n"]);
        invisible::without(text)
    });
    let of_escapes = invisible::notes(&texts).into_iter();
    notes.extend(of_escapes.map(|note| Note { line: None, ..note }));
    notes.sort_by_key(|note| note.line);
    Ok(Imported {
        slug: draft.value(&schema::TITLE).and_then(slug::of),
        draft,
        notes,
    })
}
