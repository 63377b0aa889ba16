//! Converts a table of comma- or semicolon-separated values into rows with tabs
//! between cells, as `table_row` reads them.

use csv::{ReaderBuilder, StringRecord};

use super::{columns, length};

/// The rows, each with its line; `None` if the text is no such table with a
/// heading row.
pub fn rows(text: &str) -> Option<Vec<(usize, String)>> {
    [b',', b';'].into_iter().find_map(|delimiter| {
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let records: Vec<StringRecord> = reader.records().collect::<Result<_, _>>().ok()?;
        let (head, rest) = records.split_first()?;
        let is_table = columns::head(&row(head, None)).flatten().is_some()
            && !rest.is_empty()
            && rest.iter().all(|record| record.len() == head.len());
        is_table.then(|| {
            let rows = records.iter().map(|record| {
                let line = record.position().map_or(1, csv::Position::line);
                (usize::try_from(line).unwrap_or(1), row(record, Some(head)))
            });
            rows.collect()
        })
    })
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

    #[test]
    fn table_with_a_heading_row_becomes_rows() {
        let row = |at, row: &str| (at, row.to_owned());
        assert_eq!(
            rows("Track,Title,Length\n1,\"One, or\ntwo\",1:12\n2,Two,2:14\n"),
            Some(vec![
                row(1, "Track\tTitle\tLength"),
                row(2, "1\tOne, or two\t1:12"),
                row(4, "2\tTwo\t2:14")
            ])
        );
        assert_eq!(
            rows("Track Name;Track Duration (ms)\nOne;72400\n"),
            Some(vec![
                row(1, "Track Name\tTrack Duration (ms)"),
                row(2, "One\t1:12")
            ])
        );
    }

    #[test]
    fn other_text_is_no_table() {
        for text in [
            "",
            "A title, with a comma\n\nProse, too.",
            "Title,Length\n",
            "Title,Length\nOne\n",
        ] {
            assert_eq!(rows(text), None, "{text}");
        }
    }
}
