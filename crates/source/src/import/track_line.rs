//! Classifies one line of a pasted track list and parses its parts.
//!
//! It sees one line only. `blocks` decides whether the line belongs to a track
//! list, and `tracks` which number it gets.

use super::{
    length,
    table_row::{self, Head},
    track::{Track, number},
};

/// In characters; a longer line that ends with a length is prose.
const LONGEST_TITLE: usize = 150;

const HEADINGS: [&str; 6] = [
    "track list",
    "tracklist",
    "track listing",
    "tracklisting",
    "tracks",
    "the tracks",
];

/// Titles of lines that show the album's total length and are no track.
const SUMS: [&str; 7] = [
    "total",
    "total length",
    "total time",
    "total running time",
    "running time",
    "playing time",
    "total playing time",
];

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `Track List`, or another usual wording.
    Heading,
    /// `Disc 2: The Score`: the number, and the text after it.
    Disc(u32, String),
    /// A table's heading row, with its columns if they are known.
    Columns(Option<Head>),
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
    if HEADINGS.contains(&name.as_str()) {
        return Kind::Heading;
    }
    if let Some((number, rest)) = disc(bare) {
        return Kind::Disc(number, rest);
    }
    if let Some(head) = table_row::head(line) {
        return Kind::Columns(head);
    }
    let track = table_row::read(line, head).or_else(|| words(line));
    match track {
        Some(track) if is_track(&track) => Kind::Track(track),
        _ => Kind::Other,
    }
}

fn is_track(track: &Track) -> bool {
    let certain = track.number.as_ref().is_some_and(|number| number.certain);
    let named = track.title.contains(char::is_alphanumeric);
    let is_sum = SUMS.contains(&track.title.trim_end_matches(':').to_lowercase().as_str());
    (certain || track.length.is_some() && (named || track.number.is_some()))
        && !(is_sum && track.number.is_none())
        && track.title.chars().count() <= LONGEST_TITLE
}

/// `Disc 1`, `CD2 – The Songs`, `Disc Two (45:10)`.
fn disc(line: &str) -> Option<(u32, String)> {
    const NAMES: [&str; 6] = ["one", "two", "three", "four", "five", "six"];
    let lower = line.to_ascii_lowercase();
    let name = ["disc", "disk", "cd"]
        .iter()
        .find(|name| lower.starts_with(**name))?;
    let rest = line[name.len()..].trim_start_matches([' ', '\t', '#', '.']);
    let word = rest
        .find(|c: char| !c.is_alphanumeric())
        .map_or(rest, |end| &rest[..end]);
    let spelt = NAMES
        .iter()
        .position(|name| word.eq_ignore_ascii_case(name));
    let number = match spelt {
        Some(index) => u32::try_from(index).ok()? + 1,
        None => word
            .parse()
            .ok()
            .filter(|number| (1..=99).contains(number))?,
    };
    let rest = rest[word.len()..].trim();
    let is_label = rest.is_empty() || rest.starts_with([':', '-', '–', '—', '(', '[']);
    let rest = rest.trim_start_matches([':', '-', '–', '—', ' ']);
    (is_label && line.chars().count() <= LONGEST_TITLE).then(|| (number, rest.to_owned()))
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
        length,
        extra: Vec::new(),
    })
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
