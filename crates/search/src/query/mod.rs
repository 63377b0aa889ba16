//! Parses a search text into the terms that a track must satisfy.
//!
//! Text is split into tokens ([`token`]), a token is classified ([`meaning`]),
//! and its text is folded into a [`Term`]. Any text parses: an invalid term is
//! searched as text, and [`Query::unrecognized`] returns it. [`Query::natural`]
//! parses the same text as everyday words ([`natural`]). [`print`] writes the
//! canonical text, [`words`] a description for the status line.
//!
//! The index decides which tracks satisfy a term.

mod length_range;
mod meaning;
mod natural;
mod needle;
mod print;
mod token;
mod words;

pub use length_range::LengthRange;
pub use needle::Needle;
pub use token::Field;

pub(super) use length_range::length;
pub(super) use words::span_in_words;

use super::{fold::Normalize, sanitize};
use meaning::{Meaning, meaning};
use model::{Length, text};

/// Further terms are ignored. Nobody types as many, and a pasted book must not
/// make each key press slow.
const MOST_TERMS: usize = 64;

/// A parsed search. All terms must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Term>,
}

/// One condition on a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The term started with `-`: the track must *not* satisfy the predicate.
    pub excluded: bool,
    pub test: Predicate,
    /// The term looks like syntax but is invalid, and is searched as text.
    pub unrecognized: bool,
}

/// The predicate of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Predicate {
    /// The title, the artist or either contains the text.
    Text(Field, Needle),
    Length(LengthRange),
    /// Nobody knows the track's length.
    UnknownLength,
    /// The track has this length, or its title or artist contains the text:
    /// `6:00`, `2-4`.
    LengthOrText(LengthRange, Needle),
    /// The track has one of these numbers.
    Number(TrackRange),
    /// The track plays at this time, measured from the start of the album.
    At(Length),
    /// The writer recommends the track.
    Pick,
    /// The longest track, or several of equal length.
    Longest,
    /// The shortest track, or several of equal length.
    Shortest,
    /// One of the terms holds. Only [`Query::natural`] produces it; never
    /// nested.
    Either(Vec<Term>),
}

/// A range of track numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrackRange {
    /// `None` for any disc.
    pub disc: Option<u32>,
    pub first: u32,
    /// Included in the range.
    pub last: u32,
}

impl Query {
    /// Parses a search text. Any text is valid.
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

    /// Parses a text as everyday words: `under 3 minutes`, `track 14`, `storm
    /// OR fallout`. Used for a text that matches nothing as typed. `discs` is
    /// whether the searched tracks are on several discs.
    pub fn natural(text: &str, discs: bool, normalize: Normalize) -> Self {
        let text = natural::without_note(&keyboard_forms(&sanitize::clean(text)));
        let tokens: Vec<_> = token::tokens(&text).take(MOST_TERMS).collect();
        Self {
            terms: natural::terms(&tokens, discs, normalize),
        }
    }

    /// Whether the query has no conditions, and so matches every track.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The terms with invalid syntax, as typed; they are searched as text.
    pub fn unrecognized(&self) -> impl Iterator<Item = &str> {
        let needles = self.alternatives().into_iter();
        needles.filter_map(|term| match &term.test {
            Predicate::Text(_, needle) if term.unrecognized => Some(needle.typed.as_str()),
            _ => None,
        })
    }

    /// What to write instead of the terms with invalid syntax, if there are
    /// any.
    pub fn advice(&self) -> Option<String> {
        let terms: Vec<&str> = self.unrecognized().collect();
        let quoted: Vec<String> = terms
            .iter()
            .map(|term| text::concat(&["“", term, "”"]))
            .collect();
        let advice = match terms.first()?.as_bytes() {
            [b'#', ..] => "a track is written #14, more of them #14 #15",
            [b'i' | b'I', ..] => "the reviewer’s picks are written is:pick",
            _ => "a length is written 4:30, a range 2:00..4:00",
        };
        let quoted = text::join(&quoted, " and ");
        Some(text::concat(&[
            &quoted,
            " is searched as words: ",
            advice,
            ".",
        ]))
    }

    /// The texts that titles and artists must contain, which are marked in them.
    pub(super) fn texts(&self) -> impl Iterator<Item = (Field, &Needle)> {
        let terms = self.alternatives().into_iter();
        let terms = terms.filter(|term| !term.excluded);
        terms.filter_map(|term| match &term.test {
            Predicate::Text(field, needle) => Some((*field, needle)),
            Predicate::LengthOrText(_, needle) => Some((Field::Any, needle)),
            _ => None,
        })
    }

    /// All terms, with alternatives flattened.
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
    /// Whether the term is only a text.
    pub(super) fn is_text(&self) -> bool {
        !self.excluded && matches!(self.test, Predicate::Text(..))
    }

    /// `None` for a token without a condition.
    fn new(meaning: Meaning<'_>, normalize: Normalize) -> Option<Self> {
        let needle = |text| Needle::new(text, normalize);
        let test = match meaning {
            Meaning::Nothing => return None,
            Meaning::Text(field, text) => Predicate::Text(field, needle(text)?),
            Meaning::Misunderstood(text) => Predicate::Text(Field::Any, needle(text)?),
            Meaning::LengthRange(span) => Predicate::Length(span),
            Meaning::UnknownLength => Predicate::UnknownLength,
            Meaning::SpanOrText(span, text) => Predicate::LengthOrText(span, needle(text)?),
            Meaning::Tracks(range) => Predicate::Number(range),
            Meaning::Longest => Predicate::Longest,
            Meaning::Shortest => Predicate::Shortest,
            Meaning::At(time) => Predicate::At(time),
            Meaning::Pick => Predicate::Pick,
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

/// Replaces full-width forms, which Japanese keyboards produce, by the ASCII
/// characters of the syntax.
fn keyboard_forms(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            _ => c,
        })
        .collect()
}
