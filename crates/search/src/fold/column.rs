//! Folded rows in one text, with a map from each row back to its title.
//!
//! One text, because searching it from end to end is several times faster than
//! searching thousands of short ones. A row ends with a line end, which no
//! folded text holds, so nothing is ever found across two rows.

use std::ops::Range;

/// Folded rows. Offsets are in bytes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Column {
    text: String,
    rows: Vec<Row>,
    pieces: Vec<Piece>,
    /// What has parted words since the last character, in the title's bytes.
    gap: Option<Range<usize>>,
}

/// Where a row begins.
#[derive(Clone, Copy, Debug)]
struct Row {
    text: usize,
    piece: usize,
}

/// A stretch of a row and the bytes of the title that it stands for.
#[derive(Clone, Debug)]
struct Piece {
    /// Where it begins, counted from the row's begin; it ends at the next.
    folded: usize,
    original: Range<usize>,
    /// Folded and original agree byte by byte. Elsewhere any part of the piece
    /// stands for the whole original.
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

    /// Something at these bytes parts the words before and after it.
    pub fn gap(&mut self, at: Range<usize>) {
        let start = self.gap.take().map_or(at.start, |gap| gap.start);
        self.gap = Some(start..at.end);
    }

    /// Adds a character, after a space if there was a gap. `at` are the bytes
    /// that it comes from; `even` says that it is their only character, and
    /// they are one character of the same number of bytes.
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

    /// The piece that the next character belongs to: the last one if it goes
    /// on evenly or is of the same cluster, otherwise a new one.
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

    /// The length so far of the row that is being written.
    fn row_len(&self) -> usize {
        self.text.len() - self.row(self.rows.len() - 1).text
    }

    /// Where a row begins; one past the last row, where it would.
    fn row(&self, row: usize) -> Row {
        let end = Row {
            text: self.text.len(),
            piece: self.pieces.len(),
        };
        self.rows.get(row).copied().unwrap_or(end)
    }

    /// The folded text of a row that is closed.
    pub fn text(&self, row: usize) -> &str {
        let line = &self.text[self.row(row).text..self.row(row + 1).text];
        line.strip_suffix('\n').unwrap_or(line)
    }

    /// For each row whether it contains `needle`.
    pub fn rows_with(&self, needle: &str) -> Vec<bool> {
        let mut found = vec![false; self.rows.len()];
        let mut row = 0;
        for (at, _) in self.text.match_indices(needle) {
            while self.row(row + 1).text <= at {
                row += 1;
            }
            found[row] = true;
        }
        found
    }

    /// The bytes of the title that each occurrence of `needle` in a row covers.
    pub fn originals<'a>(
        &'a self,
        row: usize,
        needle: &'a str,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        let pieces = &self.pieces[self.row(row).piece..self.row(row + 1).piece];
        self.text(row)
            .match_indices(needle)
            .map(move |(at, _)| original(pieces, at, at + needle.len()))
    }
}

/// From folded bytes of a row to its title's.
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
