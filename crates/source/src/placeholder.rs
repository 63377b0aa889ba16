//! Blanks that `new` and `import` left in a writer's file, found wherever
//! nobody has filled them in. Those of the track list are found by
//! [`track_entry`](super::track_entry), where titles are read.

use std::ops::Range;

use super::diagnostic::SourceFile;
use crate::import::BLANK;

/// Whether the value of a key, as it stands in the file, is a blank. A title
/// that is the very same sign is written with an escape (`\u003F`).
pub fn is_value(source: &str) -> bool {
    source.trim_matches(['"', '\'']) == BLANK
}

/// Reports every line of the prose that begins with a blank; a backslash
/// before it makes it a word like others.
pub fn report_in_prose(sheet: &mut SourceFile, prose: Range<usize>) {
    let text = sheet.text();
    let mut at = prose.start;
    for line in text[prose].split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        if line.trim_start().starts_with(BLANK) {
            sheet.report(
                start..start + BLANK.len(),
                "this is still blank",
                "expected your own words in place of this paragraph",
            );
        }
        at += line.len();
    }
}
