//! Control characters: they come along with what is pasted from a PDF or a word
//! processor, nobody sees them, and in HTML they are errors.

use std::ops::Range;

use super::diagnostic::SourceFile;
use crate::import::is_unseen;

/// Reports the first of them in each line of `range`.
pub fn report(sheet: &mut SourceFile, range: Range<usize>) {
    let text = sheet.text();
    let mut at = range.start;
    for line in text[range].split_inclusive('\n') {
        if let Some((place, sign)) = line.char_indices().find(|(_, sign)| is_unseen(*sign)) {
            sheet.report(
                at + place..at + place + sign.len_utf8(),
                format!("U+{:04X} is a control character", u32::from(sign)),
                "expected it deleted, or a space or a new line in its place",
            );
        }
        at += line.len();
    }
}
