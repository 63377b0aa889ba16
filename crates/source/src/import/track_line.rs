//! Classifies one line of a pasted track list and parses its parts.
//!
//! It sees one line only. `blocks` decides whether the line belongs to a track
//! list, and `tracks` which number it gets.

use super::{
    columns::{self, Head},
    credits::{is_credit, without_buttons},
    length, marks, table_row, totals,
    track::{Place, Track, number},
};
use crate::track_section;

/// In characters; a longer line that ends with a length is prose.
const LONGEST_TITLE: usize = 150;

/// In bytes; a longer line is prose, whatever it contains.
const LONGEST_LINE: usize = 2000;

/// Other names of discs, in lower case.
const MEDIA: [&str; 7] = ["lp", "dvd", "vinyl", "record", "disque", "disco", "schijf"];

/// What people put around a heading.
const AROUND_HEADINGS: [char; 11] = [' ', '\t', '#', '*', '=', '_', '-', '–', '—', '~', '•'];

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `Track List`, or another usual wording.
    Heading,
    /// `Disc 2: The Score`: the number, and the text after it.
    Disc(u32, String),
    /// A table's heading row, with its columns if they are known.
    Columns(Option<Head>),
    /// `Side A`, a group of tracks on a record.
    Group(String),
    /// `Written-By – Ada Example` or `buy track`, about the track above.
    Credit,
    /// `Total: 45:10`.
    Sum,
    Track(Track),
    Other,
}

/// What the other lines of a list say about one of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Layout {
    /// The columns of its table, if a heading row came before.
    pub head: Option<Head>,
    /// Where most lines without tabs have their lengths.
    pub place: Option<Place>,
}

/// Classifies a line.
pub fn kind(line: &str, layout: Layout) -> Kind {
    if line.len() > LONGEST_LINE {
        return Kind::Other;
    }
    let (line, marks) = marks::split(line);
    let cells = table_row::cells_of_markdown(&line);
    if cells
        .as_ref()
        .is_some_and(|cells| !cells.contains(char::is_alphanumeric))
    {
        return Kind::Columns(layout.head);
    }
    let line = cells.as_deref().unwrap_or(&line);
    let bare = line.trim_matches(AROUND_HEADINGS);
    let bare = bracketed(bare).unwrap_or(bare);
    let total = length::at_end(bare);
    if let Some(heading) = heading(total.map_or(bare, |(before, _)| without_lead(before, false))) {
        return heading;
    }
    if totals::is_total(bare) {
        return Kind::Sum;
    }
    if let Some(head) = columns::head(line) {
        return Kind::Columns(head);
    }
    let row = table_row::read(line, layout.head);
    let words = words(line, layout.place);
    // A number and a tab may be before a line whose length is among its words.
    let is_row = row.as_ref().is_some_and(Track::has_length) || layout.head.is_some();
    let track = match words.as_ref().is_some_and(Track::has_length) && !is_row {
        true => words,
        false => row.or(words),
    };
    match track {
        Some(mut track) if is_track(&track) => {
            track.extra.extend(marks);
            Kind::Track(track)
        }
        _ if is_credit(line) => Kind::Credit,
        _ => Kind::Other,
    }
}

/// The words of a line that is in brackets as a whole.
fn bracketed(line: &str) -> Option<&str> {
    let pairs = [('[', ']'), ('【', '】')];
    let inner = pairs
        .iter()
        .find_map(|(open, close)| line.strip_prefix(*open)?.strip_suffix(*close))?;
    (!inner.contains(['[', '【'])).then_some(inner.trim())
}

/// A heading of a track list, a disc or a side, without its total.
fn heading(bare: &str) -> Option<Kind> {
    let name = bare.trim_end_matches(':').to_lowercase();
    if track_section::is_heading(&name) {
        return Some(Kind::Heading);
    }
    if is_side(&name) {
        return Some(Kind::Group(bare.to_owned()));
    }
    let disc = MEDIA.iter().find_map(|medium| {
        let word = bare.get(..medium.len())?;
        let is_medium = word.eq_ignore_ascii_case(medium);
        is_medium.then(|| format!("disc{}", &bare[medium.len()..]))
    });
    let (number, rest) = track_section::disc(bare).or_else(|| track_section::disc(&disc?))?;
    (rest.chars().count() <= LONGEST_TITLE).then_some(Kind::Disc(number, rest))
}

/// Whether a text is the heading of a disc or a side.
pub fn is_heading(text: &str) -> bool {
    heading(text).is_some()
}

/// `side a`, `seite 2`, `a-side`, in lower case.
fn is_side(name: &str) -> bool {
    let names = ["side", "seite", "face", "lado", "lato", "kant", "sida"];
    let mut words = name.split([' ', '-']).filter(|word| !word.is_empty());
    let (first, second) = (words.next(), words.next());
    let is_name = |word: Option<&str>| word.is_some_and(|word| names.contains(&word));
    let is_label = |word: Option<&str>| {
        word.is_some_and(|word| {
            word.chars().count() == 1 || ["one", "two", "three", "four"].contains(&word)
        })
    };
    words.next().is_none()
        && (is_name(first) && is_label(second) || is_label(first) && is_name(second))
}

fn is_track(track: &Track) -> bool {
    let certain = track.number.as_ref().is_some_and(|number| number.certain);
    let named = track.title.contains(char::is_alphanumeric);
    (certain || track.length.is_some() && (named || track.number.is_some()))
        && track.title.chars().count() <= LONGEST_TITLE
}

/// Parses a line without tabs: number, title and length. Without `place`, the
/// length may be on either side of the title.
fn words(line: &str, place: Option<Place>) -> Option<Track> {
    let line = line.trim();
    let line = [
        "- ", "* ", "• ", "– ", "· ", "# ", "> ", "▶ ", "► ", "▪ ", "‣ ",
    ]
    .iter()
    .find_map(|bullet| line.strip_prefix(bullet))
    .unwrap_or(line);
    let (number, rest) = match number(line) {
        Some((number, rest)) => (Some(number), rest),
        None => (None, line),
    };
    let (rest, button) = without_buttons(rest);
    let (rest, note) = without_note(rest);
    let after = || {
        let (title, length) = length::at_end(rest)?;
        let written = &rest[title.len()..];
        let title = without_lead(title, rest.ends_with([')', ']']));
        Some((title, length, written, Place::AfterTitle))
    };
    let before = || {
        let (title, length) = length::at_start(rest)?;
        let written = &rest[..rest.len() - title.len()];
        Some((trimmed_start(title), length, written, Place::BeforeTitle))
    };
    let found = match place {
        None => after().or_else(before),
        // In brackets it is no time in a title, such as `3:10 to Yuma`.
        Some(Place::AfterTitle) => {
            let in_brackets = rest.starts_with(['(', '[']);
            after().or_else(|| before().filter(|_| in_brackets))
        }
        Some(Place::BeforeTitle) => before(),
    };
    let mut track = Track {
        number,
        title: found
            .as_ref()
            .map_or(rest.trim(), |(title, ..)| title)
            .to_owned(),
        note,
        extra: button.map(ToOwned::to_owned).into_iter().collect(),
        ..Track::default()
    };
    if let Some((_, length, written, place)) = found {
        track.extra.extend(length::inexact(written, &length));
        track.length = Some(length);
        track.place = Some(place);
    }
    track.take_number();
    Some(track)
}

/// Splits a note in brackets off a line, where a length is before it.
fn without_note(line: &str) -> (&str, Option<String>) {
    let parts = line
        .trim_end()
        .strip_suffix(']')
        .and_then(|line| line.rsplit_once('['));
    let note = parts.filter(|(before, note)| {
        let is_plain = note.contains(char::is_alphanumeric) && !note.contains(']');
        is_plain && length::of(&format!("[{note}]")).is_none() && length::at_end(before).is_some()
    });
    match note {
        Some((before, note)) => (before, Some(note.trim().to_owned())),
        None => (line, None),
    }
}

/// Removes the separator between a title and its length: a dash or slash; without
/// brackets around the length also a comma, a colon or dot leaders.
fn without_lead(title: &str, in_brackets: bool) -> &str {
    let title = title.trim_end();
    let dash = title.trim_end_matches('-');
    let dash = match title.len() - dash.len() {
        0 | 1 => title.strip_suffix(['-', '–', '—', '/']),
        _ => Some(dash),
    };
    let dash = dash.filter(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace));
    if in_brackets || dash.is_some() {
        return dash.unwrap_or(title).trim();
    }
    let dots = title.trim_end_matches(['.', '…', ' ', '_']);
    // Three dots can belong to the title; more, or dots after a space, are
    // leaders.
    let leader = &title[dots.len()..];
    let is_leader = leader.chars().count() > 3 || leader.starts_with([' ', '_']);
    let title = match is_leader || leader.starts_with("……") {
        true => dots,
        false => title,
    };
    title
        .trim_end_matches([',', ':', '|', '·', '•', ' '])
        .trim()
}

fn trimmed_start(title: &str) -> &str {
    let title = title.trim();
    let dash = ["- ", "– ", "— ", "| ", ": "]
        .iter()
        .find_map(|dash| title.strip_prefix(dash));
    dash.unwrap_or(title).trim()
}
