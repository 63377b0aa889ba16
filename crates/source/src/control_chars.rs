//! Characters that a review file must not contain, because nobody sees them.
//!
//! Control characters are pasted from PDFs and word processors, and are invalid
//! in HTML. Bidirectional controls embed, override or isolate text of another
//! direction: an open one shows the rest of its line in another order than the
//! file has it. Marks such as U+200F are allowed; they suffice for names in
//! Hebrew or Arabic. `import` removes all that is forbidden here, with a note.

use std::ops::Range;

use super::diagnostic::SourceFile;

/// Whether a character is a control character other than tab and line feed.
pub fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n')
}

/// Whether a character embeds, overrides or isolates text of another direction.
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether no review may contain the character.
pub fn is_forbidden(c: char) -> bool {
    is_control(c) || is_bidi_control(c)
}

/// Reports the first forbidden character of each line in `range`.
pub fn report(file: &mut SourceFile, range: Range<usize>) {
    report_lines(file, range, is_forbidden);
}

/// The same for TOML, whose parser reports control characters by itself.
pub fn report_in_toml(file: &mut SourceFile, range: Range<usize>) {
    report_lines(file, range, is_bidi_control);
}

fn report_lines(file: &mut SourceFile, range: Range<usize>, is_reported: fn(char) -> bool) {
    let text = file.text();
    let mut at = range.start;
    for line in text[range].split_inclusive('\n') {
        if let Some((offset, c)) = line.char_indices().find(|(_, c)| is_reported(*c)) {
            report_char(file, at + offset..at + offset + c.len_utf8(), c);
        }
        at += line.len();
    }
}

/// Reports a forbidden character of `text` that `span` of the file contains as
/// an escape (`\u202E`) or an entity (`&#x202E;`), where [`report`] does not see
/// it.
pub fn report_escaped(file: &mut SourceFile, text: &str, span: Range<usize>) {
    let found = text.chars().find(|c| is_forbidden(*c));
    if let Some(c) = found
        && !file.text()[span.clone()].contains(is_forbidden)
    {
        report_char(file, span, c);
    }
}

fn report_char(file: &mut SourceFile, span: Range<usize>, c: char) {
    let (kind, expected) = match is_control(c) {
        true => (
            "a control character",
            "expected it deleted, or a space or a new line in its place",
        ),
        false => (
            "an invisible control of the text's direction",
            "expected it deleted, or the mark U+200E or U+200F, which cannot reorder other text",
        ),
    };
    let what = format!("U+{:04X} is {kind}", u32::from(c));
    file.report(span, what, expected);
}
