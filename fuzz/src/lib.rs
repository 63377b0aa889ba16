//! What the targets share. `README.md` beside this folder says how to run them.

use unicode_normalization::UnicodeNormalization;

use model::{Length, Track};
use search::Form;

/// Between two texts of an input; not a byte of any UTF-8, so that any text at
/// all can stand in each.
const PART: u8 = 0xff;

/// The texts that an input consists of.
pub fn texts(input: &[u8]) -> impl Iterator<Item = String> {
    let parts = input.split(|&byte| byte == PART);
    parts.map(|part| String::from_utf8_lossy(part).into_owned())
}

/// Tracks of these titles, with lengths that differ, from none to beyond an hour.
pub fn tracks(titles: impl Iterator<Item = String>) -> Vec<Track> {
    let track = |(number, title)| Track {
        disc: None,
        number,
        title,
        length: Length::from_seconds((number - 1) * 271),
    };
    (1..).zip(titles).map(track).collect()
}

/// What the browser's `String.prototype` does, natively.
pub fn normalize(text: &str, form: Form) -> String {
    match form {
        Form::Decomposed => text.nfkd().collect(),
        Form::Composed => text.nfc().collect(),
        Form::LowerCase => text.to_lowercase(),
    }
}
