//! Classifies one line of a pasted track list and parses its parts.
//!
//! It sees one line only. `blocks` decides whether the line belongs to a track
//! list, and `tracks` which number it gets.

use super::{
    columns::{self, Head},
    credits::{is_credit, without_buttons},
    file_name,
    heading::{self, Heading},
    length, marks, table_row, totals,
    track::{LONGEST_TITLE, Place, Track, number},
};

/// In bytes; a longer line is prose, whatever it contains.
const LONGEST_LINE: usize = 2000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    Heading(Heading),
    /// A table's heading row, with its columns if they are known.
    Columns(Option<Head>),
    /// `Written-By – Ada Example` or `buy track`, about the track above.
    Credit,
    /// `Total: 45:10`.
    Sum,
    Track(Track),
    Other,
}

/// A line of a list, with its number.
pub type Line<'a> = (usize, &'a str, Kind);

impl Kind {
    pub fn track(&self) -> Option<&Track> {
        match self {
            Self::Track(track) => Some(track),
            _ => None,
        }
    }
}

/// What the other lines of a list say about one of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Layout {
    /// The columns of its table, if a heading row came before.
    pub head: Option<Head>,
    /// Where most lines without tabs have their lengths.
    pub place: Option<Place>,
}

/// Whether a line is the heading of a track list, such as `Track List`.
pub fn is_list_heading(line: &str) -> bool {
    kind(line, Layout::default()) == Kind::Heading(Heading::List)
}

/// Whether a line is the heading of a disc or of a group of tracks.
pub fn is_part_heading(line: &str) -> bool {
    matches!(
        kind(line, Layout::default()),
        Kind::Heading(Heading::Disc(..) | Heading::Group(_))
    )
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
    let bare = heading::bare(line);
    let total = length::at_end(bare);
    let untimed = total.map_or(bare, |(before, _)| without_lead(before, false));
    if let Some(heading) = heading::parse(untimed) {
        return Kind::Heading(heading);
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
    let is_file = file_name::without_ending(rest).is_some();
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
    let certain = number.as_ref().is_some_and(|number| number.certain);
    let behind = found.is_none() && certain && place != Some(Place::BeforeTitle);
    if let Some((title, length, after)) = length::within(rest).filter(|_| behind) {
        let is_of_title = ["(feat", "(ft", "(with "]
            .iter()
            .any(|start| after.to_lowercase().starts_with(start));
        let title = without_lead(title, true);
        return Some(Track {
            number,
            title: match is_of_title {
                true => format!("{title} {after}"),
                false => title.to_owned(),
            },
            length: Some(length),
            extra: Some(after.to_owned())
                .filter(|_| !is_of_title)
                .into_iter()
                .collect(),
            place: Some(Place::AfterTitle),
            ..Track::default()
        });
    }
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
    if let Some(number) = &mut track.number {
        number.certain |= is_file;
    }
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
