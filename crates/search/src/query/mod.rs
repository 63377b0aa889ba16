//! What a reader types to the terms that a track must hold.
//!
//! Text becomes tokens ([`token`]), a token gets a meaning ([`meaning`]), a
//! meaning becomes a [`Term`] with its text folded. Parsing is total: a term
//! that is not understood is searched as text, and [`Query::unrecognized`]
//! names it. [`Query::natural`] is another reading of the same text, in everyday
//! words ([`natural`]). The other way, [`print`] writes the canonical text and [`words`]
//! the sentence beside the status line.
//!
//! Which tracks hold the terms is the index's business.

mod length_range;
mod meaning;
mod natural;
mod needle;
mod print;
mod token;
mod words;

pub use length_range::LengthRange;
pub use needle::Needle;

pub(super) use length_range::length;
pub(super) use words::span_in_words;

use super::{fold::Normalize, sanitize};
use meaning::{Meaning, meaning};
use model::Length;

/// Terms beyond these are not looked at. Nobody types as many; whoever pastes a
/// book must not make every key slow.
const MOST_TERMS: usize = 64;

/// A search, understood. Every term must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Term>,
}

/// One condition on a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The track must *not* pass the test: a `-` stood before it.
    pub excluded: bool,
    pub test: Predicate,
    /// It looked like something else than text, and was not understood.
    pub unrecognized: bool,
}

/// What a term tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Predicate {
    /// The title contains it.
    Title(Needle),
    Length(LengthRange),
    /// A length in itself or a text of a title: `6:00`, `2-4`.
    LengthOrTitle(LengthRange, Needle),
    /// A track of these numbers.
    Number(TrackRange),
    /// The track that plays at this time, counted from the album's begin.
    At(Length),
    /// No track is longer.
    Longest,
    /// No track is shorter.
    Shortest,
    /// One of the terms holds. Only everyday words say so; never nested.
    Either(Vec<Term>),
}

/// Tracks by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrackRange {
    /// `None` for any disc.
    pub disc: Option<u32>,
    pub first: u32,
    /// Included.
    pub last: u32,
}

impl Query {
    /// Reads what was typed. Any text is a query.
    pub fn parse(text: &str, normalize: Normalize) -> Self {
        let text = keyboard_forms(&sanitize::clean(text));
        let terms = token::tokens(&text)
            .filter_map(|token| {
                let mut term = Term::new(meaning(token), normalize)?;
                term.excluded = token.excluded;
                Some(term)
            })
            .take(MOST_TERMS)
            .collect();
        Self { terms }
    }

    /// Reads the same text in everyday words: `under 3 minutes`, `track 14`,
    /// `storm OR fallout`. For a text that finds nothing as it stands. `discs` is
    /// whether the tracks that are searched are on several discs.
    pub fn natural(text: &str, discs: bool, normalize: Normalize) -> Self {
        let text = keyboard_forms(&sanitize::clean(text));
        let tokens: Vec<_> = token::tokens(&text).take(MOST_TERMS).collect();
        Self {
            terms: natural::terms(&tokens, discs, normalize),
        }
    }

    /// Whether it asks for nothing, and so shows every track.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The terms that were not understood, as typed, and are searched as text.
    pub fn unrecognized(&self) -> impl Iterator<Item = &str> {
        let needles = self.alternatives().into_iter();
        needles.filter_map(|term| match &term.test {
            Predicate::Title(needle) if term.unrecognized => Some(needle.typed.as_str()),
            _ => None,
        })
    }

    /// What to write instead of the terms that were not understood, if any.
    pub fn advice(&self) -> Option<String> {
        let terms: Vec<&str> = self.unrecognized().collect();
        let quoted: Vec<String> = terms.iter().map(|term| format!("“{term}”")).collect();
        let advice = match terms.first()?.starts_with('#') {
            true => "a track is written #14, more of them #14 #15",
            false => "a length is written 4:30, a range 2:00..4:00",
        };
        Some(format!(
            "{} is searched as words: {advice}.",
            quoted.join(" and ")
        ))
    }

    /// The texts that titles must contain, and where they are marked.
    pub(super) fn needles(&self) -> impl Iterator<Item = &Needle> {
        let terms = self.alternatives().into_iter();
        terms.filter_map(|term| match &term.test {
            Predicate::Title(needle) | Predicate::LengthOrTitle(_, needle) if !term.excluded => {
                Some(needle)
            }
            _ => None,
        })
    }

    /// Every term, each alternative as one of its own.
    fn alternatives(&self) -> Vec<&Term> {
        let mut all = Vec::new();
        for term in &self.terms {
            match &term.test {
                Predicate::Either(terms) => all.extend(terms),
                _ => all.push(term),
            }
        }
        all
    }
}

impl Term {
    /// Whether it asks for a text of a title, and for nothing else.
    pub(super) fn is_text(&self) -> bool {
        !self.excluded && matches!(self.test, Predicate::Title(_))
    }

    /// `None` where there is nothing to test.
    fn new(meaning: Meaning<'_>, normalize: Normalize) -> Option<Self> {
        let needle = |text| Needle::new(text, normalize);
        let test = match meaning {
            Meaning::Nothing => return None,
            Meaning::Title(text) | Meaning::Misunderstood(text) => Predicate::Title(needle(text)?),
            Meaning::LengthRange(span) => Predicate::Length(span),
            Meaning::SpanOrTitle(span, text) => Predicate::LengthOrTitle(span, needle(text)?),
            Meaning::Place(place) => Predicate::Number(TrackRange {
                disc: place.disc,
                first: place.number,
                last: place.number,
            }),
            Meaning::At(time) => Predicate::At(time),
        };
        Some(Self {
            unrecognized: matches!(meaning, Meaning::Misunderstood(_)),
            ..Self::of(test)
        })
    }

    fn of(test: Predicate) -> Self {
        Self {
            excluded: false,
            test,
            unrecognized: false,
        }
    }
}

/// Full-width forms, which Japanese keyboards type, as the ASCII that the
/// language is spelt with.
fn keyboard_forms(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            _ => c,
        })
        .collect()
}
