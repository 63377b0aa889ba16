//! Control characters: they are pasted from PDFs and word processors, are
//! invisible, and are invalid in HTML. A review file must not contain any;
//! `import` removes them.

use std::ops::Range;

use super::diagnostic::SourceFile;

/// Whether a character is a control character other than tab and line feed.
pub fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n')
}

/// Reports the first control character of each line in `range`.
pub fn report(file: &mut SourceFile, range: Range<usize>) {
    let text = file.text();
    let mut at = range.start;
    for line in text[range].split_inclusive('\n') {
        if let Some((offset, c)) = line.char_indices().find(|(_, c)| is_control(*c)) {
            file.report(
                at + offset..at + offset + c.len_utf8(),
                format!("U+{:04X} is a control character", u32::from(c)),
                "expected it deleted, or a space or a new line in its place",
            );
        }
        at += line.len();
    }
}
