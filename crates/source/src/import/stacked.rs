//! A table that was pasted with each cell on a line of its own, as some pages
//! give it, into rows with tabs between their cells.

use super::{
    length,
    table_row::is_column,
    track_line::{Kind, kind},
};

/// A number, a title and an artist: more cells than these before a length are
/// something else.
const MOST_CELLS: usize = 3;

/// The rows of a block of lines, each with the number of its first line; `None`
/// where it is no such table.
pub fn rows(block: &[(usize, &str)]) -> Option<Vec<(usize, String)>> {
    let is_length = |line: &str| length::of(line).is_some();
    let lengths = block.iter().filter(|(_, line)| is_length(line)).count();
    if lengths < 2 || !is_length(block.last()?.1) {
        return None;
    }
    let mut rows = Vec::new();
    let mut row: Vec<(usize, &str)> = Vec::new();
    for (at, line) in block {
        if row.is_empty() && is_column(line) {
            continue;
        }
        if row.is_empty() && matches!(kind(line, None), Kind::Heading | Kind::Disc(..)) {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<Vec<(usize, String)>> {
        let lines: Vec<(usize, &str)> = (1..).zip(text.lines()).collect();
        rows(&lines)
    }

    #[test]
    fn cells_of_a_line_each_become_rows() {
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
    fn a_table_has_any_number_of_rows_from_two_on() {
        let rows = |count| of(&"One\n1:12\n".repeat(count)).map(|rows| rows.len());
        assert_eq!([1, 2, 3, 9].map(rows), [None, Some(2), Some(3), Some(9)]);
    }

    #[test]
    fn a_line_after_the_last_length_makes_it_no_table() {
        assert_eq!(of("One\n1:12\nTwo\n2:14\nThree"), None);
    }

    #[test]
    fn lines_that_hold_more_than_a_cell_are_left_alone() {
        assert_eq!(of("Departure 1:12\nPoints 2:14"), None);
        assert_eq!(of("One\nTwo\nThree\nFour\n1:12\nPoints\n2:14"), None);
        assert_eq!(of("1:12\n2:14"), None);
    }
}
