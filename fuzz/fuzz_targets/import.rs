//! Any bytes as a text to import: plain, or the JSON of a MusicBrainz release.
//! No word of a plain text is lost, and what is written is a writer's file but
//! for its blanks.

#![no_main]

#[path = "../../tests/common/filled_in.rs"]
mod filled_in;
#[path = "../../tests/common/left_to_mend.rs"]
mod left_to_mend;

use left_to_mend::left_to_mend;
use libfuzzer_sys::fuzz_target;
use source::{import, text};

/// Longer than any word of a heading that tells of tracks, discs or columns, which
/// has done its work once it is read: `tracklisting` is one.
const SHORTEST_WORD: usize = 13;

fuzz_target!(|input: &[u8]| {
    let Ok(text) = text::decode(input, "notes.txt") else {
        return;
    };
    let Ok(imported) = import::import(&text) else {
        return;
    };
    let file = imported.draft.to_string();
    let left = left_to_mend(&file);
    assert!(left.is_empty(), "{}\n{file}", left.join("\n"));
    if !text.trim_start().starts_with('{') {
        for word in text.split(|c: char| !c.is_ascii_alphabetic()) {
            assert!(
                word.len() < SHORTEST_WORD || file.contains(word),
                "{word}\n{file}"
            );
        }
    }
});
