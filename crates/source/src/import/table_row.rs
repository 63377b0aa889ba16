//! Parses a row of a table copied from a web page or from Markdown: cells
//! separated by tabs, in any order of columns.

use super::{
    columns::Head,
    length,
    track::{Number, Track, number},
};
use model::UNKNOWN_LENGTH;

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

/// Parses a row with tabs between cells, as browsers copy it. Without a length
/// it is a track below a heading row, or if it begins with a number; then its
/// length is unknown.
pub fn read(line: &str, head: Option<Head>) -> Option<Track> {
    let mut cells = Cells::of(line);
    let count = cells.0.len();
    let head = head.filter(|head| cells.fit(head));
    let found = match head.and_then(|head| head.lengths) {
        Some(column) => cells.take(|at, cell| at == column && is_length(cell)),
        None => cells.take(|_, cell| is_length(cell)),
    };
    let named = head.and_then(|head| cells.take(|at, _| at == head.titles));
    let (first, last) = cells.ends();
    let leading = match head {
        Some(head) => cells.take(|at, cell| Some(at) == head.numbers && is_label(cell)),
        None => {
            cells.take(|at, cell| at == first && (is_label(cell) || count > 2 && is_side(cell)))
        }
    };
    if count < 2 || found.is_none() && head.is_none() && leading.is_none() {
        return None;
    }
    let numbered = match head {
        None => leading.or_else(|| cells.take(|at, cell| at == last && is_label(cell))),
        Some(_) => leading,
    };
    let artist = match head {
        Some(head) => cells.take(|at, _| Some(at) == head.artists),
        None => cells.take(|_, cell| is_artist(cell)),
    };
    let title = named.or_else(|| {
        let (first, _) = cells.ends();
        cells.take(|at, _| at == first)
    });
    let is_note = |cell: &str| !cell.contains(['[', ']']);
    let note = head.and_then(|head| cells.take(|at, cell| Some(at) == head.notes && is_note(cell)));
    let length = found.and_then(length::of);
    let length = length.unwrap_or_else(|| UNKNOWN_LENGTH.to_owned());
    let inexact = found.and_then(|cell| length::inexact(cell, &length));
    let others = cells.0.iter().map(|(_, cell)| (*cell).to_owned());
    let mut track = Track {
        number: numbered.and_then(|cell| label(cell).or_else(|| label(&format!("{cell}1")))),
        title: title.unwrap_or_default().to_owned(),
        artist: artist.map(|artist| artist.trim_matches(['–', ' ']).to_owned()),
        length: Some(length),
        note: note.map(ToOwned::to_owned),
        extra: others.chain(inexact).collect(),
        ..Track::default()
    };
    track.take_number();
    Some(track)
}

/// The filled cells of a row, each with its column, that have no role yet.
struct Cells<'a>(Vec<(usize, &'a str)>);

impl<'a> Cells<'a> {
    fn of(line: &'a str) -> Self {
        let cells = line.split('\t').map(str::trim).enumerate();
        Self(cells.filter(|(_, cell)| !is_blank(cell)).collect())
    }

    /// The columns of the first and the last cell.
    fn ends(&self) -> (usize, usize) {
        let column = |cell: Option<&(usize, &str)>| cell.map_or(usize::MAX, |(at, _)| *at);
        (column(self.0.first()), column(self.0.last()))
    }

    /// Whether the cells can be in the columns of this heading row: it may have no name
    /// for the numbers, which then come in place of the titles, before all others.
    fn fit(&self, head: &Head) -> bool {
        let cell = |column: usize| self.0.iter().find(|(at, _)| *at == column);
        let is_number = cell(head.titles).is_some_and(|(_, cell)| is_label(cell));
        let length = head.lengths.and_then(cell);
        let has_length = length.is_some_and(|(_, cell)| is_length(cell));
        let has_other = self.0.iter().any(|(_, cell)| is_length(cell));
        !(head.numbers.is_none() && is_number && !has_length && has_other)
    }

    /// Takes the last cell that a role fits.
    fn take(&mut self, fits: impl Fn(usize, &str) -> bool) -> Option<&'a str> {
        let at = self.0.iter().rposition(|(at, cell)| fits(*at, cell))?;
        Some(self.0.remove(at).1)
    }
}

/// A dash alone means that there is no value.
fn is_blank(cell: &str) -> bool {
    cell.trim_matches(['-', '–', '—', ' ']).is_empty()
}

fn is_length(cell: &str) -> bool {
    length::of(cell).is_some()
}

fn is_label(cell: &str) -> bool {
    label(cell).is_some()
}

/// The only track of a side: `A`.
fn is_side(cell: &str) -> bool {
    cell.len() == 1 && cell.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// `–Ada Example` or `Ada Example –`, as Discogs writes artists.
fn is_artist(cell: &str) -> bool {
    cell.starts_with('–') || cell.ends_with(" –")
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
