//! Classifies one line of a pasted track list and parses its parts.
//!
//! It sees one line only. `blocks` decides whether the line belongs to a track
//! list, and `tracks` which number it gets.

use super::{
    length,
    table_row::{self, Head},
    track::{Track, number},
};
use crate::track_section;

/// In characters; a longer line that ends with a length is prose.
const LONGEST_TITLE: usize = 150;

/// Titles of lines that show the album's total length and are no track.
const SUMS: [&str; 19] = [
    "total",
    "total length",
    "total time",
    "total duration",
    "total running time",
    "total playing time",
    "total album time",
    "total disc time",
    "running time",
    "playing time",
    "disc length",
    "disc time",
    "album length",
    "album duration",
    "length",
    "gesamt",
    "gesamtspielzeit",
    "spielzeit",
    "durée totale",
];

/// What a line of credits below a track begins with.
const ROLES: [&str; 26] = [
    "written",
    "composed",
    "composer",
    "music",
    "lyrics",
    "words",
    "performed",
    "performer",
    "produced",
    "producer",
    "arranged",
    "arranger",
    "orchestrated",
    "orchestrator",
    "conducted",
    "conductor",
    "featuring",
    "feat.",
    "vocals",
    "soloist",
    "remix",
    "engineer",
    "mixed",
    "mastered",
    "recorded",
    "licensed",
];

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
    /// `Written-By – Ada Example`, about the track above.
    Credit,
    /// `Total: 45:10`.
    Sum,
    Track(Track),
    Other,
}

/// Classifies a line. `head` are the columns of its table, if a heading row
/// came before.
pub fn kind(line: &str, head: Option<Head>) -> Kind {
    let cells = table_row::cells_of_markdown(line);
    if cells
        .as_ref()
        .is_some_and(|cells| !cells.contains(char::is_alphanumeric))
    {
        return Kind::Columns(head);
    }
    let line = cells.as_deref().unwrap_or(line);
    let bare = line.trim().trim_matches(['#', '*', '=', '_']).trim();
    let name = bare.trim_end_matches(':').to_lowercase();
    if track_section::is_heading(&name) {
        return Kind::Heading;
    }
    if is_side(&name) {
        return Kind::Group(bare.to_owned());
    }
    let disc = track_section::disc(bare).filter(|_| line.chars().count() <= LONGEST_TITLE);
    if let Some((number, rest)) = disc {
        return Kind::Disc(number, rest);
    }
    if let Some(head) = table_row::head(line) {
        return Kind::Columns(head);
    }
    let track = table_row::read(line, head).or_else(|| words(line));
    match track {
        Some(track) if is_sum(&track) => Kind::Sum,
        Some(track) if is_track(&track) => Kind::Track(track),
        _ if is_credit(line) => Kind::Credit,
        _ => Kind::Other,
    }
}

/// `side a`, `seite 2`, `a-side`, in lower case.
pub fn is_side(name: &str) -> bool {
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

/// `Written-By – Ada Example`: a role, a dash or colon, a name.
fn is_credit(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    let role = ROLES.iter().any(|role| line.starts_with(role));
    let divided = [" – ", " - ", " by ", "-by ", ": "]
        .iter()
        .any(|divider| line.contains(divider));
    role && divided && line.chars().count() <= LONGEST_TITLE
}

fn is_sum(track: &Track) -> bool {
    let title = track.title.trim_end_matches(':').to_lowercase();
    track.number.is_none() && track.length.is_some() && SUMS.contains(&title.as_str())
}

fn is_track(track: &Track) -> bool {
    let certain = track.number.as_ref().is_some_and(|number| number.certain);
    let named = track.title.contains(char::is_alphanumeric);
    (certain || track.length.is_some() && (named || track.number.is_some()))
        && track.title.chars().count() <= LONGEST_TITLE
}

/// Parses a line without tabs: number, title and length, in either order of the
/// last two.
fn words(line: &str) -> Option<Track> {
    let line = line.trim();
    let line = ["- ", "* ", "• ", "– ", "· "]
        .iter()
        .find_map(|bullet| line.strip_prefix(bullet))
        .unwrap_or(line);
    let (number, rest) = match number(line) {
        Some((number, rest)) => (Some(number), rest),
        None => (None, line),
    };
    let (rest, note) = without_note(rest);
    let found = length::at_end(rest)
        .map(|(title, length)| (without_lead(title, rest.ends_with([')', ']'])), length))
        .or_else(|| length::at_start(rest).map(|(title, length)| (trimmed_start(title), length)));
    let (title, length) = match found {
        Some((title, length)) => (title, Some(length)),
        None => (rest.trim(), None),
    };
    Some(Track {
        number,
        title: title.to_owned(),
        artist: None,
        length,
        note,
        extra: Vec::new(),
    })
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

/// Removes the separator between a title and its length: a dash; without
/// brackets around the length also a comma, a colon or dot leaders.
fn without_lead(title: &str, in_brackets: bool) -> &str {
    let title = title.trim_end();
    let dash = title.strip_suffix(['-', '–', '—']);
    let dash = dash.filter(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace));
    if in_brackets || dash.is_some() {
        return dash.unwrap_or(title).trim();
    }
    let dots = title.trim_end_matches(['.', ' ', '_']);
    // Three dots can belong to the title; more, or dots after a space, are
    // leaders.
    let leader = &title[dots.len()..];
    let title = match leader.len() > 3 || leader.starts_with(' ') {
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
