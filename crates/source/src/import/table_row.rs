//! Parses a row of a table copied from a web page or from Markdown: cells
//! separated by tabs, in any order of columns.

use super::{
    length,
    track::{Number, Track, number},
};

/// Headings of the title column, in order of preference: next to a `Title`, a
/// `Track` column holds numbers.
const TITLES: [&str; 7] = [
    "title",
    "track title",
    "track name",
    "song",
    "name",
    "titel",
    "track",
];
/// Headings of the number column, which often has none.
const NUMBERS: [&str; 12] = [
    "track number",
    "track no.",
    "#",
    "no",
    "no.",
    "nr",
    "nr.",
    "number",
    "pos",
    "pos.",
    "track",
    "",
];
/// Headings of a column of notes.
const NOTES: [&str; 2] = ["note", "notes"];
/// Headings of a column of artists.
const ARTISTS: [&str; 6] = [
    "artist",
    "artists",
    "artist(s)",
    "artist name(s)",
    "performer",
    "performer(s)",
];
const OTHERS: [&str; 14] = [
    "lyrics",
    "duration (ms)",
    "track duration (ms)",
    "length",
    "time",
    "duration",
    "composer",
    "writer",
    "writers",
    "writer(s)",
    "rating",
    "music",
    "album",
    "plays",
];

/// The columns that a table's heading row names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    titles: usize,
    /// `None` if the heading row names no number column; then no cell is a
    /// number.
    numbers: Option<usize>,
    /// `None` if there is no column of notes.
    notes: Option<usize>,
    /// `None` if there is no column of artists.
    artists: Option<usize>,
}

/// A Markdown table row with its cells separated by tabs.
pub fn cells_of_markdown(line: &str) -> Option<String> {
    let trimmed = line.trim();
    if let Some(cells) = trimmed
        .strip_prefix('|')
        .and_then(|cells| cells.strip_suffix('|'))
    {
        return Some(cells.replace('|', "\t"));
    }
    // Without the outer ones, a bare length must be a cell: a title may have bars.
    let cells: Vec<&str> = trimmed.split(" | ").map(str::trim).collect();
    let is_length =
        |cell: &&str| cell.starts_with(|c: char| c.is_ascii_digit()) && length::of(cell).is_some();
    (cells.len() > 2 && cells.iter().any(is_length)).then(|| cells.join("\t"))
}

/// Whether a cell is a known column heading.
pub fn is_column(cell: &str) -> bool {
    let cell = cell.trim().to_lowercase();
    let cell = cell.as_str();
    let names: [&[&str]; 5] = [&TITLES, &NUMBERS, &NOTES, &ARTISTS, &OTHERS];
    !cell.is_empty() && names.iter().any(|names| names.contains(&cell))
}

/// The column headings that are not known here.
pub fn unknown_columns(head: &str) -> impl Iterator<Item = &str> {
    let names = head.split(['\t', '|']).map(str::trim);
    names.filter(|name| name.contains(char::is_alphanumeric) && !is_column(name))
}

/// Whether a line is a table's heading row; its columns if tabs separate them.
pub fn head(line: &str) -> Option<Option<Head>> {
    let in_tabs = line.contains('\t');
    let cells: Vec<String> = match in_tabs {
        true => line
            .split('\t')
            .map(|cell| cell.trim().to_lowercase())
            .collect(),
        false => line.split_whitespace().map(str::to_lowercase).collect(),
    };
    let place = |name: &&str| cells.iter().position(|cell| cell == name);
    let titles = TITLES.iter().find_map(place)?;
    let numbers = NUMBERS.iter().find_map(place).filter(|at| *at != titles);
    let notes = NOTES.iter().find_map(place);
    let artists = ARTISTS.iter().find_map(place);
    let known = cells.iter().filter(|cell| is_column(cell)).count();
    // A table with tabs may have unknown columns; a line of words must be all
    // known.
    let is_head = known > 1 && (in_tabs || known == cells.len());
    is_head.then(|| {
        in_tabs.then_some(Head {
            titles,
            numbers,
            notes,
            artists,
        })
    })
}

/// Parses a row with tabs between cells, as browsers copy it.
pub fn read(line: &str, head: Option<Head>) -> Option<Track> {
    let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
    let filled = || (0..cells.len()).filter(|at| !cells[*at].is_empty());
    if filled().count() < 2 {
        return None;
    }
    let length = filled().rev().find(|at| length::of(cells[*at]).is_some())?;
    let column = head.map(|head| head.titles);
    let column = column.filter(|at| *at != length && filled().any(|filled| filled == *at));
    let mut others = filled().filter(|at| *at != length && Some(*at) != column);
    let is_number = |at: &usize| label(cells[*at]).is_some();
    let numbered = match head {
        Some(head) => head.numbers.filter(|at| others.any(|other| other == *at)),
        None => others
            .clone()
            .next()
            .filter(is_number)
            .or(others.next_back()),
    };
    let numbered = numbered.filter(is_number);
    let mut left = filled().filter(|at| *at != length && Some(*at) != numbered);
    let title = column.or_else(|| left.next());
    let other = |column: Option<usize>| {
        let cell = |at: &usize| cells.get(*at).copied().unwrap_or_default();
        column.filter(|at| Some(*at) != title && !cell(at).is_empty())
    };
    let noted = other(head.and_then(|head| head.notes));
    let noted = noted.filter(|at| !cells[*at].contains(['[', ']']));
    let artist = other(head.and_then(|head| head.artists));
    let named = [title, noted, artist];
    let extra = left
        .filter(|at| !named.contains(&Some(*at)))
        .map(|at| cells[at].to_owned());
    let mut track = Track {
        number: numbered.and_then(|at| label(cells[at])),
        title: title.map(|at| cells[at].to_owned()).unwrap_or_default(),
        artist: artist.map(|at| cells[at].to_owned()),
        length: length::of(cells[length]),
        note: noted.map(|at| cells[at].to_owned()),
        extra: extra.collect(),
    };
    if numbered.is_none()
        && let Some((number, rest)) = number(&track.title).filter(|(number, _)| number.certain)
    {
        track.title = rest.trim().to_owned();
        track.number = Some(number);
    }
    Some(track)
}

/// A cell that is only a track number.
fn label(cell: &str) -> Option<Number> {
    let padded = format!("{cell} ");
    let (number, rest) = number(&padded)?;
    let number = Number {
        certain: true,
        ..number
    };
    rest.trim().is_empty().then_some(number)
}
