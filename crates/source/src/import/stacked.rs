//! Joins a table that was pasted with one cell per line into rows with tabs
//! between cells.

use super::{
    columns::is_column,
    length,
    track_line::{Kind, Layout, kind},
};

/// The most cells before a length: number, title and artist. A block with more
/// is no table.
const MOST_CELLS: usize = 3;

/// The rows of a block, each with the number of its first line; `None` if it is
/// no such table.
pub fn rows(block: &[(usize, &str)]) -> Option<Vec<(usize, String)>> {
    let lengths = block.iter().filter(|(_, line)| is_length(line)).count();
    if lengths < 2 {
        return None;
    }
    if !is_length(block.last()?.1) {
        return lengths_above(block);
    }
    let mut rows = Vec::new();
    let mut row: Vec<(usize, &str)> = Vec::new();
    for (at, line) in block {
        if row.is_empty() && is_column(line) {
            continue;
        }
        if row.is_empty() && matches!(kind(line, Layout::default()), Kind::Heading(_)) {
            rows.push((*at, (*line).to_owned()));
            continue;
        }
        row.push((*at, line.trim()));
        if !is_length(line) {
            continue;
        }
        if !(2..=MOST_CELLS + 1).contains(&row.len()) {
            return None;
        }
        let cells: Vec<&str> = row.iter().map(|(_, cell)| *cell).collect();
        rows.push((row[0].0, cells.join("\t")));
        row.clear();
    }
    Some(rows)
}

/// The rows of a block in which each title is below its length.
fn lengths_above(block: &[(usize, &str)]) -> Option<Vec<(usize, String)>> {
    let pairs = block.chunks(2).map(|pair| match pair {
        [(at, length), (_, title)] if is_length(length) && !is_length(title) => {
            Some((*at, format!("{}\t{}", length.trim(), title.trim())))
        }
        _ => None,
    });
    pairs.collect()
}

fn is_length(line: &str) -> bool {
    length::of(line).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<Vec<(usize, String)>> {
        let lines: Vec<(usize, &str)> = (1..).zip(text.lines()).collect();
        rows(&lines)
    }

    #[test]
    fn joins_cells_into_rows() {
        let rows = of("Disc 1\n#\nTitle\nLength\n1\nDeparture\n1:12\n2\nPoints\n2:14").unwrap();
        let row = |at, text: &str| (at, text.to_owned());
        assert_eq!(
            rows,
            [
                row(1, "Disc 1"),
                row(5, "1\tDeparture\t1:12"),
                row(8, "2\tPoints\t2:14")
            ]
        );
    }

    #[test]
    fn two_or_more_rows_are_a_table() {
        let rows = |count| of(&"One\n1:12\n".repeat(count)).map(|rows| rows.len());
        assert_eq!([1, 2, 3, 9].map(rows), [None, Some(2), Some(3), Some(9)]);
    }

    #[test]
    fn line_after_the_last_length_is_no_table() {
        assert_eq!(of("One\n1:12\nTwo\n2:14\nThree"), None);
    }

    #[test]
    fn titles_may_be_below_their_lengths() {
        let rows = of("1:12\nOne\n2:14\nTwo").unwrap_or_default();
        assert_eq!(
            rows,
            [(1, "1:12\tOne".to_owned()), (3, "2:14\tTwo".to_owned())]
        );
        assert_eq!(of("1:12\nOne\nmore\n2:14\nTwo"), None);
    }

    #[test]
    fn lines_of_several_cells_are_no_table() {
        assert_eq!(of("Departure 1:12\nPoints 2:14"), None);
        assert_eq!(of("One\nTwo\nThree\nFour\n1:12\nPoints\n2:14"), None);
        assert_eq!(of("1:12\n2:14"), None);
    }
}
