//! Recognizes the headings of a track list: its own, and those of discs, sides, acts
//! and bonus tracks. `track_line` calls it for each line.

use super::track::LONGEST_TITLE;
use crate::track_section;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heading {
    /// `Track List`, or another usual wording.
    List,
    /// `Disc 2: The Score`: the number, and the text after it.
    Disc(u32, String),
    /// `Side A`, a group of tracks.
    Group(String),
}

/// In characters; a longer line is no heading.
pub const LONGEST_HEADING: usize = 60;

/// Other names of discs, in lower case.
const MEDIA: [&str; 7] = ["lp", "dvd", "vinyl", "record", "disque", "disco", "schijf"];

/// What people put around a heading.
const AROUND_HEADINGS: [char; 11] = [' ', '\t', '#', '*', '=', '_', '-', '–', '—', '~', '•'];

/// A line without what people put around a heading.
pub fn bare(line: &str) -> &str {
    let bare = line.trim_matches(AROUND_HEADINGS);
    bracketed(bare).unwrap_or(bare)
}

/// The words of a line that is in brackets as a whole.
fn bracketed(line: &str) -> Option<&str> {
    let pairs = [('[', ']'), ('【', '】')];
    let inner = pairs
        .iter()
        .find_map(|(open, close)| line.strip_prefix(*open)?.strip_suffix(*close))?;
    (!inner.contains(['[', '【'])).then_some(inner.trim())
}

/// A heading of a track list, a disc or a side, without its total.
pub fn parse(bare: &str) -> Option<Heading> {
    let name = bare.trim_end_matches(':').to_lowercase();
    if track_section::is_heading(&name) {
        return Some(Heading::List);
    }
    if is_side(&name) || is_act(&name) || is_bonus(&name) {
        return Some(Heading::Group(bare.trim_end_matches(':').to_owned()));
    }
    let disc = MEDIA.iter().find_map(|medium| {
        let word = bare.get(..medium.len())?;
        let is_medium = word.eq_ignore_ascii_case(medium);
        is_medium.then(|| format!("disc{}", &bare[medium.len()..]))
    });
    let (number, rest) = track_section::disc(bare).or_else(|| track_section::disc(&disc?))?;
    (rest.chars().count() <= LONGEST_TITLE).then_some(Heading::Disc(number, rest))
}

/// Whether a line among tracks may be the name of a group, such as `The Demos`.
pub fn may_be_name(line: &str) -> bool {
    line.chars().count() <= LONGEST_HEADING
        && line.starts_with(char::is_alphanumeric)
        && !line.ends_with(['.', ',', ';', '!', '?'])
}

/// Whether a text is such a heading.
pub fn is_heading(text: &str) -> bool {
    parse(text).is_some()
}

/// `side a`, `seite 2`, `a-side`, in lower case.
fn is_side(name: &str) -> bool {
    let names = ["side", "seite", "face", "lado", "lato", "kant", "sida"];
    let mut words = name.split([' ', '-']).filter(|word| !word.is_empty());
    let (first, second) = (words.next(), words.next());
    let is_name = |word: Option<&str>| word.is_some_and(|word| names.contains(&word));
    let is_label = |word: Option<&str>| {
        word.is_some_and(|word| {
            word.chars().count() == 1 || ["one", "two", "three", "four"].contains(&word)
        })
    };
    words.next().is_none()
        && (is_name(first) && is_label(second) || is_label(first) && is_name(second))
}

/// `act i`, `akt 2`, in lower case.
fn is_act(name: &str) -> bool {
    let labels = [
        "i", "ii", "iii", "iv", "v", "one", "two", "three", "four", "five",
    ];
    let is_label =
        |label: &str| labels.contains(&label) || matches!(label, "1" | "2" | "3" | "4" | "5");
    let parts = name.split_once(' ');
    parts.is_some_and(|(act, label)| {
        matches!(act, "act" | "akt" | "acte" | "acto" | "atto") && is_label(label)
    })
}

/// `bonus tracks`, `itunes bonus track`, `hidden track`, in lower case.
fn is_bonus(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let ends = ["track", "tracks", "song", "songs", "bonus", "titel"];
    words.len() <= 5
        && !name.contains(|c: char| c.is_ascii_digit())
        && words.last().is_some_and(|last| ends.contains(last))
        && words.iter().any(|word| matches!(*word, "bonus" | "hidden"))
}
