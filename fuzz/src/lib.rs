//! The pure parts of the project, compiled in by their paths, and what the
//! targets share. `README.md` beside this folder tells how to run them.
//!
//! As a dependency the library would bring Leptos along, which takes minutes
//! with a fuzzer's instruments and is not what is tested. That this works at all
//! shows that the rules know neither Leptos nor a browser.

#[path = "../../src/filter/mod.rs"]
pub mod filter;
#[path = "../../src/import/mod.rs"]
pub mod import;
#[path = "../../src/review/mod.rs"]
pub mod review;

/// What reads a writer's file. `site.toml` is read with the same tables, which
/// nothing here asks for.
#[allow(dead_code)]
#[path = "../../src/publish"]
pub mod publish {
    mod blank;
    mod control;
    mod front_matter;
    mod language;
    mod link;
    mod markdown;
    mod problem;
    mod prose;
    pub mod review_file;
    mod table;
    pub mod text;
    mod toml_error;
    mod track_entry;
    mod track_list;
    mod track_section;
    mod words;

    pub use problem::Problem;
}

use unicode_normalization::UnicodeNormalization;

use filter::Form;
use review::{Length, Track};

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
