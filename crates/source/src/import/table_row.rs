//! One row of a table that was copied from a web page or from Markdown: cells
//! between tabs, in whatever order that table had.

use super::{
    length,
    track_line::{Number, Track, number},
};

/// What the column of the titles is called, the likeliest first: beside a
/// `Title`, a `Track` is a number.
const TITLES: [&str; 5] = ["title", "track title", "song", "name", "track"];
/// What the column of the numbers is called; often it is not.
const NUMBERS: [&str; 10] = [
    "#", "no", "no.", "nr", "nr.", "number", "pos", "pos.", "track", "",
];
const OTHERS: [&str; 13] = [
    "length",
    "time",
    "duration",
    "artist",
    "artists",
    "composer",
    "writer",
    "writers",
    "writer(s)",
    "rating",
    "music",
    "album",
    "plays",
];

/// Which columns a table has, as far as its head tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    titles: usize,
    /// A table that has a head and none of these gives no numbers.
    numbers: Option<usize>,
}

/// A row of a table in Markdown, with tabs between its cells.
pub fn cells_of_markdown(line: &str) -> Option<String> {
    let cells = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    Some(cells.replace('|', "\t"))
}

/// Whether a cell is what a column is called.
pub fn is_column(cell: &str) -> bool {
    let cell = cell.trim().to_lowercase();
    let cell = cell.as_str();
    !cell.is_empty()
        && (TITLES.contains(&cell) || NUMBERS.contains(&cell) || OTHERS.contains(&cell))
}

/// The names in a table's head that no list here knows.
pub fn unknown_columns(head: &str) -> impl Iterator<Item = &str> {
    let names = head.split(['\t', '|']).map(str::trim);
    names.filter(|name| name.contains(char::is_alphanumeric) && !is_column(name))
}

/// What a line tells if it is a table's head: its columns only where tabs part
/// them.
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
    let known = cells.iter().filter(|cell| is_column(cell)).count();
    // A table may have columns that nobody thought of; a line of words may not.
    let is_head = known > 1 && (in_tabs || known == cells.len());
    is_head.then(|| in_tabs.then_some(Head { titles, numbers }))
}

/// A row of a table, as browsers copy it: cells between tabs.
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
    let extra = left
        .filter(|at| Some(*at) != title)
        .map(|at| cells[at].to_owned());
    let mut track = Track {
        number: numbered.and_then(|at| label(cells[at])).flatten(),
        title: title.map(|at| cells[at].to_owned()).unwrap_or_default(),
        length: length::of(cells[length]),
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

/// A cell that holds nothing but a track's number; a record's side (`A1`) is
/// one that does not count on from disc to disc, so it gives no number.
fn label(cell: &str) -> Option<Option<Number>> {
    let digits = cell.strip_prefix(|c: char| c.is_ascii_uppercase());
    if digits.is_some_and(|rest| (1..=2).contains(&rest.len()) && rest.parse::<u32>().is_ok()) {
        return Some(None);
    }
    let padded = format!("{cell} ");
    let (number, rest) = number(&padded)?;
    let number = Number {
        certain: true,
        ..number
    };
    rest.trim().is_empty().then_some(Some(number))
}
