//! Converts a table of comma- or semicolon-separated values into rows with tabs
//! between cells, as `table_row` reads them.

use std::borrow::Cow;

use csv::{ReaderBuilder, StringRecord};

use super::{columns, length};

type Line<'a> = (usize, Cow<'a, str>);

/// The lines, with each such table as rows: the whole text, or what is between
/// empty lines.
pub fn expand(text: &str) -> Vec<Line<'_>> {
    let row = |(at, row): (usize, String)| (at, Cow::Owned(row));
    if let Some(rows) = rows(text, 1) {
        return rows.into_iter().map(row).collect();
    }
    let lines: Vec<(usize, &str)> = (1..).zip(text.lines()).collect();
    let blocks = lines.split_inclusive(|(_, line)| line.trim().is_empty());
    blocks
        .flat_map(|block| {
            let text: Vec<&str> = block.iter().map(|(_, line)| *line).collect();
            let first = block.first().map_or(1, |(at, _)| *at);
            match rows(&text.join("\n"), first) {
                Some(rows) => {
                    let last = block.last().filter(|(_, line)| line.trim().is_empty());
                    let gap = last.map(|(at, line)| (*at, Cow::Borrowed(*line)));
                    rows.into_iter().map(row).chain(gap).collect()
                }
                None => block
                    .iter()
                    .map(|(at, line)| (*at, Cow::Borrowed(*line)))
                    .collect::<Vec<_>>(),
            }
        })
        .collect()
}

/// The rows, each with its line, of which the first is `first`; `None` if the
/// text is no such table.
fn rows(text: &str, first: usize) -> Option<Vec<(usize, String)>> {
    let delimiters = [b',', b';'].into_iter();
    let mut used = delimiters.filter(|delimiter| text.as_bytes().contains(delimiter));
    used.find_map(|delimiter| {
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let records: Vec<StringRecord> = reader.records().collect::<Result<_, _>>().ok()?;
        let (head, rest) = records.split_first()?;
        let has_head = columns::head(&row(head, None)).flatten().is_some();
        let is_table = !rest.is_empty()
            && rest.iter().all(|record| record.len() == head.len())
            && (has_head || records.iter().all(is_track));
        is_table.then(|| {
            let head = Some(head).filter(|_| has_head);
            let rows = records.iter().map(|record| {
                let line = record.position().map_or(1, csv::Position::line);
                let line = usize::try_from(line).unwrap_or(1);
                (first + line - 1, row(record, head))
            });
            rows.collect()
        })
    })
}

/// Whether a row without a heading row is a track: a cell is a length, another
/// has words, and no cell begins with a space, as words behind a comma do.
fn is_track(record: &StringRecord) -> bool {
    let is_length = |cell: &str| length::of(cell).is_some();
    record.iter().any(is_length)
        && record
            .iter()
            .any(|cell| !is_length(cell) && cell.contains(char::is_alphabetic))
        && !record.iter().any(|cell| cell.starts_with(' '))
}

fn row(record: &StringRecord, head: Option<&StringRecord>) -> String {
    let cells = record.iter().enumerate().map(|(at, cell)| {
        let name = head.and_then(|head| head.get(at)).unwrap_or_default();
        let milliseconds: Option<u64> = cell.trim().parse().ok();
        match milliseconds.filter(|_| name.ends_with("(ms)")) {
            Some(milliseconds) => length::from_seconds(milliseconds.saturating_add(500) / 1000),
            None => cell.split_whitespace().collect::<Vec<_>>().join(" "),
        }
    });
    cells.collect::<Vec<_>>().join("\t")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Option<Vec<(usize, String)>> {
        rows(text, 1)
    }

    #[test]
    fn table_with_a_heading_row_becomes_rows() {
        let row = |at, row: &str| (at, row.to_owned());
        assert_eq!(
            table("Track,Title,Length\n1,\"One, or\ntwo\",1:12\n2,Two,2:14\n"),
            Some(vec![
                row(1, "Track\tTitle\tLength"),
                row(2, "1\tOne, or two\t1:12"),
                row(4, "2\tTwo\t2:14")
            ])
        );
        assert_eq!(
            table("Track Name;Track Duration (ms)\nOne;72400\n"),
            Some(vec![
                row(1, "Track Name\tTrack Duration (ms)"),
                row(2, "One\t1:12")
            ])
        );
    }

    #[test]
    fn rows_between_empty_lines_may_have_no_heading_row() {
        let text = "Night Trains\n\n1;\"One; two\";1:12\n2;Two;2:14\n\nProse.";
        let lines: Vec<String> = expand(text)
            .into_iter()
            .map(|(at, line)| format!("{at} {line}"))
            .collect();
        assert_eq!(
            lines,
            [
                "1 Night Trains",
                "2 ",
                "3 1\tOne; two\t1:12",
                "4 2\tTwo\t2:14",
                "5 ",
                "6 Prose."
            ]
        );
    }

    #[test]
    fn other_text_is_no_table() {
        for text in [
            "",
            "A title, with a comma\n\nProse, too.",
            "Title,Length\n",
            "Title,Length\nOne\n",
            "One, 1:12\nTwo, 2:14\n",
            "1:12,2:14\n1:12,2:14\n",
        ] {
            assert_eq!(table(text), None, "{text}");
        }
    }
}
