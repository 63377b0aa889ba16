//! Folded rows in one string, with a map from each row back to its title.
//!
//! Searching one string is several times faster than searching thousands of
//! short ones. Rows end with a line feed, which no folded text contains, so no
//! match crosses a row.

use std::ops::Range;

use model::text::find;

/// Folded rows. All offsets are in bytes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Column {
    text: String,
    rows: Vec<Row>,
    pieces: Vec<Piece>,
    /// The separators since the last character, as a byte range of the title.
    gap: Option<Range<usize>>,
}

/// The start of a row.
#[derive(Clone, Copy, Debug)]
struct Row {
    text: usize,
    piece: usize,
}

/// A part of a row, and the byte range of the title that it was folded from.
#[derive(Clone, Debug)]
struct Piece {
    /// Its start, relative to the row; it ends where the next piece starts.
    folded: usize,
    original: Range<usize>,
    /// Whether the folded bytes map one to one to the original ones. If not,
    /// any part of the piece maps to the whole original.
    even: bool,
}

impl Column {
    pub fn open(&mut self) {
        self.gap = None;
        self.rows.push(Row {
            text: self.text.len(),
            piece: self.pieces.len(),
        });
    }

    pub fn close(&mut self) {
        self.text.push('\n');
    }

    /// Records a separator at this byte range of the title.
    pub fn gap(&mut self, at: Range<usize>) {
        let start = self.gap.take().map_or(at.start, |gap| gap.start);
        self.gap = Some(start..at.end);
    }

    /// Adds a character, after a space if a separator came before. `at` is the
    /// byte range that it was folded from; `even` means that this range is one
    /// character, folded to one character of the same number of bytes.
    pub fn push(&mut self, c: char, at: Range<usize>, even: bool) {
        if let Some(gap) = self.gap.take()
            && self.row_len() > 0
        {
            let even = gap.len() == 1;
            self.push_piece(gap, even);
            self.text.push(' ');
        }
        self.push_piece(at, even);
        self.text.push(c);
    }

    /// Assigns the next character to a piece: to the last one if it continues
    /// evenly or comes from the same cluster, otherwise to a new one.
    fn push_piece(&mut self, at: Range<usize>, even: bool) {
        let Row { piece, .. } = self.row(self.rows.len() - 1);
        let folded = self.row_len();
        match self.pieces[piece..].last_mut() {
            Some(last) if even && last.even && last.original.end == at.start => {
                last.original.end = at.end;
            }
            Some(last) if !even && !last.even && last.original == at => {}
            _ => self.pieces.push(Piece {
                folded,
                original: at,
                even,
            }),
        }
    }

    /// The length so far of the open row.
    fn row_len(&self) -> usize {
        self.text.len() - self.row(self.rows.len() - 1).text
    }

    /// The start of a row; for the index after the last row, the end.
    fn row(&self, row: usize) -> Row {
        let end = Row {
            text: self.text.len(),
            piece: self.pieces.len(),
        };
        self.rows.get(row).copied().unwrap_or(end)
    }

    /// The folded text of a closed row.
    pub fn text(&self, row: usize) -> &str {
        let line = &self.text[self.row(row).text..self.row(row + 1).text];
        line.strip_suffix('\n').unwrap_or(line)
    }

    /// One flag per row: whether it contains `needle`.
    pub fn rows_with(&self, needle: &str) -> Vec<bool> {
        let mut found = vec![false; self.rows.len()];
        let (mut row, mut next) = (0, 0);
        while let Some(at) = find(&self.text, needle, next) {
            while self.row(row + 1).text <= at {
                row += 1;
            }
            found[row] = true;
            next = self.row(row + 1).text;
        }
        found
    }

    /// The byte ranges of the title that the occurrences of `needle` in a row
    /// were folded from.
    pub fn originals(&self, row: usize, needle: &str) -> Vec<Range<usize>> {
        let pieces = &self.pieces[self.row(row).piece..self.row(row + 1).piece];
        let mut originals = Vec::new();
        let mut end = 0;
        while let Some(start) = find(self.text(row), needle, end) {
            end = start + needle.len();
            originals.push(original(pieces, start, end));
        }
        originals
    }
}

/// Maps a byte range of a row to the byte range of its title.
fn original(pieces: &[Piece], start: usize, end: usize) -> Range<usize> {
    let holding = |at| &pieces[pieces.partition_point(|piece| piece.folded <= at) - 1];
    let (first, last) = (holding(start), holding(end - 1));
    let from = match first.even {
        true => first.original.start + start - first.folded,
        false => first.original.start,
    };
    let to = match last.even {
        true => last.original.start + end - last.folded,
        false => last.original.end,
    };
    from..to
}
