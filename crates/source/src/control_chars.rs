//! Reports control characters: they are pasted from PDFs and word processors,
//! are invisible, and are invalid in HTML.

use std::ops::Range;

use super::diagnostic::SourceFile;
use crate::import::is_unseen;

/// Reports the first control character of each line in `range`.
pub fn report(file: &mut SourceFile, range: Range<usize>) {
    let text = file.text();
    let mut at = range.start;
    for line in text[range].split_inclusive('\n') {
        if let Some((place, sign)) = line.char_indices().find(|(_, sign)| is_unseen(*sign)) {
            file.report(
                at + place..at + place + sign.len_utf8(),
                format!("U+{:04X} is a control character", u32::from(sign)),
                "expected it deleted, or a space or a new line in its place",
            );
        }
        at += line.len();
    }
}
