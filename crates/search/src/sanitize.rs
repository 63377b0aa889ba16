//! Text from outside (a search box, an address) to text without characters
//! that cannot be seen: controls and the marks that turn writing direction.
//!
//! The query's parser and the address both start here, so that no invisible
//! character ever decides what a reader finds.

/// `text` without controls and direction marks; tabs and line ends, which
/// part words, become spaces.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter_map(visible).collect()
}

/// The character as it may stand in a search, if it may.
pub(super) fn visible(c: char) -> Option<char> {
    match c {
        '\t'..='\r' | '\u{85}' => Some(' '),
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => None,
        _ if turns_direction(c) => None,
        _ => Some(c),
    }
}

/// The marks that order text for display, and the byte order mark.
fn turns_direction(c: char) -> bool {
    matches!(
        c,
        '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}
