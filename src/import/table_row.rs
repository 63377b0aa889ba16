//! One row of a table that was copied from a web page or from Markdown: cells
//! between tabs, in whatever order that table had.

use super::{
    length,
    track_line::{Number, Track, number},
};

/// What the columns of a table are called.
const TITLE_COLUMNS: [&str; 5] = ["title", "track", "track title", "name", "song"];
const OTHER_COLUMNS: [&str; 17] = [
    "#",
    "no",
    "no.",
    "nr",
    "nr.",
    "number",
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
];

/// A row of a table in Markdown, with tabs between its cells.
pub fn cells_of_markdown(line: &str) -> Option<String> {
    let cells = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    Some(cells.replace('|', "\t"))
}

/// Which column of a table's head is the titles', where the line is one: known
/// only where tabs part the columns.
pub fn columns(line: &str) -> Option<Option<usize>> {
    let cells: Vec<String> = match line.contains('\t') {
        true => line
            .split('\t')
            .map(|cell| cell.trim().to_lowercase())
            .collect(),
        false => line.split_whitespace().map(str::to_lowercase).collect(),
    };
    let titles = cells
        .iter()
        .position(|cell| TITLE_COLUMNS.contains(&cell.as_str()));
    let named = cells.iter().filter(|cell| !cell.is_empty());
    let known = |cell: &String| {
        TITLE_COLUMNS.contains(&cell.as_str()) || OTHER_COLUMNS.contains(&cell.as_str())
    };
    let is_head = titles.is_some() && named.clone().count() > 1 && named.clone().all(known);
    is_head.then(|| titles.filter(|_| line.contains('\t')))
}

/// A row of a table, as browsers copy it: cells between tabs.
pub fn read(line: &str, titles: Option<usize>) -> Option<Track> {
    let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
    let filled = || (0..cells.len()).filter(|at| !cells[*at].is_empty());
    if filled().count() < 2 {
        return None;
    }
    let length = filled().rev().find(|at| length::of(cells[*at]).is_some())?;
    let mut others = filled().filter(|at| *at != length && Some(*at) != titles);
    let is_number = |at: &usize| label(cells[*at]).is_some();
    let first = others.clone().next().filter(is_number);
    let numbered = first.or_else(|| others.next_back().filter(is_number));
    let mut left = filled().filter(|at| *at != length && Some(*at) != numbered);
    let column =
        titles.filter(|at| *at != length && cells.get(*at).is_some_and(|cell| !cell.is_empty()));
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
