//! Helpers shared by the fuzz targets. `fuzz/README.md` says how to run them.

use unicode_normalization::UnicodeNormalization;

use model::{Length, Track};
use search::Form;

/// Separates the texts in an input. The byte never occurs in UTF-8, so texts
/// can contain anything else.
const PART: u8 = 0xff;

/// Splits an input into texts.
pub fn texts(input: &[u8]) -> impl Iterator<Item = String> {
    let parts = input.split(|&byte| byte == PART);
    parts.map(|part| String::from_utf8_lossy(part).into_owned())
}

/// Tracks with these titles and with distinct lengths, from zero to more than
/// an hour; the length of each fifth is unknown.
pub fn tracks(titles: impl Iterator<Item = String>) -> Vec<Track> {
    let track = |(number, title)| Track {
        number,
        title,
        length: (number % 5 > 0).then(|| Length::from_seconds((number - 1) * 271)),
        ..Track::default()
    };
    (1..).zip(titles).map(track).collect()
}

/// The browser's `String.prototype.normalize` and `toLowerCase`, natively.
pub fn normalize(text: &str, form: Form) -> String {
    match form {
        Form::Decomposed => text.nfkd().collect(),
        Form::Composed => text.nfc().collect(),
        Form::LowerCase => text.to_lowercase(),
    }
}
