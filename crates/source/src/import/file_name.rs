//! Titles that are names of audio files, as in a listing of a folder:
//! `01 Departure.flac`.

const ENDINGS: [&str; 13] = [
    ".mp3", ".flac", ".wav", ".m4a", ".aac", ".ogg", ".opus", ".aif", ".aiff", ".wma", ".ape",
    ".wv", ".dsf",
];

/// The title without the ending of an audio file; `None` if it has none.
pub fn without_ending(title: &str) -> Option<&str> {
    ENDINGS.iter().find_map(|ending| {
        let (bare, end) = title.split_at_checked(title.len().checked_sub(ending.len())?)?;
        let bare = bare.trim_end();
        (end.eq_ignore_ascii_case(ending) && !bare.is_empty()).then_some(bare)
    })
}
