//! Removes invisible characters from external text (search box, URL): control
//! characters and marks that change writing direction.
//!
//! Called by the query parser and for URL parameters, so that no invisible
//! character influences a search.

/// Removes control characters and direction marks; tabs and line ends become
/// spaces, as they separate words.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter_map(visible).collect()
}

/// The character as it may appear in a search text; `None` if it may not.
pub(super) fn visible(c: char) -> Option<char> {
    match c {
        '\t'..='\r' | '\u{85}' => Some(' '),
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => None,
        _ if turns_direction(c) => None,
        _ => Some(c),
    }
}

/// Bidirectional formatting characters and the byte order mark.
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
