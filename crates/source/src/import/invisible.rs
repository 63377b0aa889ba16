//! Removes the characters of a text that nobody sees: those that no review may
//! contain, and those that hide in words, which a search would not find.

use std::collections::BTreeMap;

use super::note::Note;
use crate::control_chars;

/// Whether an import removes a character. One that is white space, such as a
/// word processor's vertical tab, becomes a space, so that line numbers do not
/// change.
pub fn is_removed(c: char) -> bool {
    control_chars::is_forbidden(c) || matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The text without them.
pub fn without(text: &str) -> String {
    let visible = |c: char| match is_removed(c) {
        false => Some(c),
        true => c.is_whitespace().then_some(' '),
    };
    text.chars().filter_map(visible).collect()
}

/// One note for each such character, with the line of the first one.
pub fn notes(text: &str) -> Vec<Note> {
    let mut found: BTreeMap<char, Vec<usize>> = BTreeMap::new();
    for (at, line) in (1..).zip(text.lines()) {
        for c in line.chars().filter(|c| is_removed(*c)) {
            found.entry(c).or_default().push(at);
        }
    }
    let note = |(c, lines): (char, Vec<usize>)| {
        let code = u32::from(c);
        let what = match lines.len() {
            1 => format!("U+{code:04X}, which nobody sees, is left out"),
            count => format!("U+{code:04X}, which nobody sees, is left out {count} times"),
        };
        Note {
            line: lines.first().copied(),
            what,
        }
    };
    found.into_iter().map(note).collect()
}
