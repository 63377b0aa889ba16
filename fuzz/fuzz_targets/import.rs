//! Fuzzes a text to import. Properties: no word of a
//! plain text is lost, and the result is a valid review file except for its
//! placeholders.

#![no_main]

#[path = "../../tests/common/filled_in.rs"]
mod filled_in;
#[path = "../../tests/common/left_to_fix.rs"]
mod left_to_fix;

use left_to_fix::left_to_fix;
use libfuzzer_sys::fuzz_target;
use source::{import, text};

/// Longer than any heading of a track list, disc or column, such as
/// `tracklisting`, which the import consumes.
const SHORTEST_WORD: usize = 13;

fuzz_target!(|input: &[u8]| {
    let Ok(text) = text::decode(input, "notes.txt") else {
        return;
    };
    let Ok(imported) = import::import(&text) else {
        return;
    };
    // The Markdown of other programs stays as it is, with all its faults. The
    // import removes control characters before it looks at the first one.
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
    if text.starts_with(['-', '+', '{', '#']) && !imported.draft.article.is_empty() {
        return;
    }
    let file = imported.draft.to_string();
    let left = left_to_fix(&file);
    assert!(left.is_empty(), "{}\n{file}", left.join("\n"));
    // Playlists and cue sheets name files, JSON and front matter have keys: both are
    // left out.
    if !text.starts_with(['<', '#', '{', '-', '+']) && !text.contains("INDEX 01 ") {
        for word in text.split(|c: char| !c.is_ascii_alphabetic()) {
            assert!(
                word.len() < SHORTEST_WORD || file.contains(word),
                "{word}\n{file}"
            );
        }
    }
});
