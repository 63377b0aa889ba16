//! Fuzzes a text to import, plain or MusicBrainz JSON. Properties: no word of a
//! plain text is lost, and the result is a valid review file except for its
//! placeholders.

#![no_main]

#[path = "../../tests/common/filled_in.rs"]
mod filled_in;
#[path = "../../tests/common/left_to_mend.rs"]
mod left_to_mend;

use left_to_mend::left_to_mend;
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
