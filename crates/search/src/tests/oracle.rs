//! A naive implementation of the search as an oracle: each term is tested on
//! each track, and titles are folded as a whole, without a map back.

use unicode_normalization::UnicodeNormalization;

use super::length;
use model::{Length, Track};

/// A term of a test, and how it is typed.
#[derive(Clone, Debug)]
pub enum Ask {
    Word(String),
    Phrase(String),
    Longer(u32),
    Shorter(u32),
    Range(u32, u32),
    Number(u32),
    At(u32),
    Unknown,
    Not(Box<Ask>),
}

impl Ask {
    pub fn typed(&self) -> String {
        let spell = Length::from_seconds;
        match self {
            Self::Word(word) => word.clone(),
            Self::Phrase(phrase) => format!("\"{phrase}\""),
            Self::Longer(than) => format!(">{}", spell(*than)),
            Self::Shorter(than) => format!("<{}", spell(*than)),
            Self::Range(from, to) => format!("{}..{}", spell(*from), spell(*to)),
            Self::Number(number) => format!("#{number}"),
            Self::At(time) => format!("at:{}", spell(*time)),
            Self::Unknown => "length:?".to_owned(),
            Self::Not(ask) => format!("-{}", ask.typed()),
        }
    }

    /// Whether the track at index `place` satisfies the term.
    pub fn holds(&self, tracks: &[Track], place: usize) -> bool {
        let track = &tracks[place];
        let seconds = track.length.map(Length::seconds);
        let is_long = |holds: &dyn Fn(u32) -> bool| seconds.is_some_and(holds);
        match self {
            Self::Word(text) | Self::Phrase(text) => fold(&track.title).contains(&fold(text)),
            Self::Longer(than) => is_long(&|seconds| seconds > *than),
            Self::Shorter(than) => is_long(&|seconds| seconds < *than),
            Self::Range(from, to) => {
                is_long(&|seconds| (*from.min(to)..=*from.max(to)).contains(&seconds))
            }
            Self::Unknown => seconds.is_none(),
            Self::Number(number) => track.number == *number,
            Self::At(time) => {
                let before = start(tracks, place);
                is_long(&|seconds| {
                    before.is_some_and(|before| (before..before + seconds).contains(time))
                })
            }
            // What is unknown matches neither a term nor its opposite.
            Self::Not(ask) => {
                let decided = match **ask {
                    Self::Longer(_) | Self::Shorter(_) | Self::Range(..) => seconds.is_some(),
                    Self::At(_) => start(tracks, place).is_some() && seconds.is_some(),
                    _ => true,
                };
                decided && !ask.holds(tracks, place)
            }
        }
    }
}

/// When a track starts, if all lengths before it are known.
fn start(tracks: &[Track], place: usize) -> Option<u32> {
    let before = tracks[..place].iter();
    before.map(|track| Some(track.length?.seconds())).sum()
}

/// The folding rule, for the letters that the properties use.
fn fold(text: &str) -> String {
    let plain: String = text
        .nfkd()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .nfc()
        .collect();
    let spelt = plain
        .to_lowercase()
        .replace('ß', "ss")
        .replace('æ', "ae")
        .replace('ø', "o")
        .replace(['\'', '’'], "");
    let words: Vec<&str> = spelt
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

#[test]
fn oracle_finds_a_title() {
    let tracks = [Track {
        number: 1,
        title: "Café ‘Straße’".to_owned(),
        length: Some(length("1:00")),
        ..Track::default()
    }];
    assert!(Ask::Word("cafe".to_owned()).holds(&tracks, 0));
    assert!(Ask::Phrase("e strasse".to_owned()).holds(&tracks, 0));
    assert!(!Ask::Longer(60).holds(&tracks, 0));
}
