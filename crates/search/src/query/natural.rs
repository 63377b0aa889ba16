//! Parses everyday words: `under 3 minutes`, `track 14`, `storm OR fallout`, or
//! a line copied from a track list.
//!
//! Called through [`super::Query::natural`]. The index uses it only if the text
//! matches nothing as typed, so it never hides a title. Words outside the
//! patterns remain ordinary terms.

mod amount;
mod piece;

use super::{
    LengthRange, Predicate, Term, TrackRange,
    meaning::{Meaning, meaning},
    token::Token,
};
use crate::fold::Normalize;
use amount::amount;
use model::{
    Length,
    text::{concat, cut},
};
use piece::{Kind, Piece, Pieces, starts_with};

/// The number of pieces that a condition was parsed from, and its meaning.
type Read = Option<(usize, Meaning<'static>)>;

/// Parses tokens into terms. `OR` and `|` join the terms at either side;
/// adjacent track numbers are alternatives. `discs` is whether `2-3` means
/// track 3 of disc 2, not a range of tracks.
pub(super) fn terms(tokens: &[Token<'_>], discs: bool, normalize: Normalize) -> Vec<Term> {
    let pieces = Pieces::new(tokens);
    let mut terms = Vec::new();
    let mut at = 0;
    let mut either = false;
    while let Some(&token) = tokens.get(at) {
        if !token.literal && matches!(token.body, "OR" | "|") {
            either = true;
            at += 1;
            continue;
        }
        let read = condition(pieces.from(at), discs);
        let read = read.and_then(|(used, read)| Some((pieces.tokens(at, used)?, read)));
        let (used, meaning) = read.unwrap_or_else(|| (1, meaning(token)));
        at += used;
        if let Some(mut term) = Term::new(meaning, normalize) {
            term.excluded = token.excluded;
            add(&mut terms, term, either);
            either = false;
        }
    }
    terms
}

/// A text without what follows the length in a copied line: `(2:00) [bonus
/// track] ★`.
pub(super) fn without_note(text: &str) -> String {
    match cut(text, ") [") {
        Some((line, _)) => concat(&[line, ")"]),
        None => text.to_owned(),
    }
}

/// Adds a term, as an alternative to the previous one after `OR`, or if both
/// are track numbers, since no track has two numbers.
fn add(terms: &mut Vec<Term>, term: Term, either: bool) {
    let Some(mut last) = terms.pop_if(|last| either || is_number(last) && is_number(&term)) else {
        return terms.push(term);
    };
    match &mut last.test {
        Predicate::Either(alternatives) => alternatives.push(term),
        _ => last = Term::of(Predicate::Either(vec![last, term])),
    }
    terms.push(last);
}

/// Whether a term is a track number, or a list of alternatives that ends with
/// one.
fn is_number(term: &Term) -> bool {
    match &term.test {
        Predicate::Number(_) => !term.excluded,
        Predicate::Either(terms) => terms.last().is_some_and(is_number),
        _ => false,
    }
}

/// Parses the condition at the start of the pieces, with meaningless words and
/// punctuation around it.
fn condition(pieces: &[Piece], discs: bool) -> Read {
    let count = |pieces: &[Piece], kinds: &[Kind]| {
        let is_one = |piece: &&Piece| kinds.contains(&piece.kind);
        pieces.iter().take_while(is_one).count()
    };
    let before = count(pieces, &[Kind::Subject, Kind::And, Kind::Bracket]);
    let body = &pieces[before..];
    let (used, meaning) = compared(body)
        .or_else(|| range(body))
        .or_else(|| of_length(body))
        .or_else(|| extreme(body))
        .or_else(|| picked(body))
        .or_else(|| unknown(body))
        .or_else(|| numbered(body, before > 0, discs))?;
    let end = before + used;
    Some((end + count(&pieces[end..], &[Kind::Bracket]), meaning))
}

/// The kinds at the beginning of a comparison, and its meaning.
type Comparison = (&'static [Kind], fn(Length) -> Meaning<'static>);

/// The beginnings of `under 3 minutes`, `> 5 min`, `=6:00`, `at 47:00`.
const COMPARISONS: [Comparison; 11] = {
    use Kind::{At, Equals, Least, Longer, Most, Over, Shorter, Than, To, Under, Up};
    [
        (&[Under, Equals], at_most),
        (&[At, Most], at_most),
        (&[Up, To], at_most),
        (&[Over, Equals], at_least),
        (&[At, Least], at_least),
        (&[Shorter, Than], below),
        (&[Longer, Than], above),
        (&[Under], below),
        (&[Over], above),
        (&[Equals], exactly),
        (&[At], Meaning::At),
    ]
};

fn at_most(most: Length) -> Meaning<'static> {
    Meaning::LengthRange(LengthRange::AtMost(most))
}

fn at_least(least: Length) -> Meaning<'static> {
    Meaning::LengthRange(LengthRange::AtLeast(least))
}

fn below(limit: Length) -> Meaning<'static> {
    Meaning::LengthRange(LengthRange::Under(limit))
}

fn above(limit: Length) -> Meaning<'static> {
    Meaning::LengthRange(LengthRange::Over(limit))
}

fn exactly(exact: Length) -> Meaning<'static> {
    Meaning::LengthRange(LengthRange::Exactly(exact))
}

fn compared(pieces: &[Piece]) -> Read {
    let is_it = |(kinds, _): &&Comparison| starts_with(pieces, kinds);
    let (kinds, meaning) = COMPARISONS.iter().find(is_it)?;
    let (used, length) = amount(&pieces[kinds.len()..])?;
    Some((kinds.len() + used, meaning(length.least)))
}

/// `2:00 - 4:00`, `2 to 4 minutes`, `between 2:00 and 4:00`. Two bare numbers
/// are a range of tracks instead.
fn range(pieces: &[Piece]) -> Read {
    let opened = usize::from(starts_with(pieces, &[Kind::From]));
    let (used, from) = amount(&pieces[opened..])?;
    let joint = opened + used;
    let joins = [Kind::Dash, Kind::To, Kind::And];
    if !joins.contains(&pieces.get(joint)?.kind) {
        return None;
    }
    let (used, to) = amount(&pieces[joint + 1..])?;
    let span = LengthRange::between(from.in_unit_of(to), to.least);
    (from.clear || to.clear).then_some((joint + 1 + used, Meaning::LengthRange(span)))
}

/// `5 min` (`5:00` to `5:59`), `4m30s`, `6.00`, `5:00+`.
fn of_length(pieces: &[Piece]) -> Read {
    let (used, length) = amount(pieces)?;
    if starts_with(&pieces[used..], &[Kind::Plus]) {
        return Some((used + 1, at_least(length.least)));
    }
    length
        .clear
        .then(|| (used, Meaning::LengthRange(length.span())))
}

/// `longest`, `shortest track`.
fn extreme(pieces: &[Piece]) -> Read {
    let meaning = match pieces.first()?.kind {
        Kind::Longest => Meaning::Longest,
        Kind::Shortest => Meaning::Shortest,
        _ => return None,
    };
    let noun = starts_with(&pieces[1..], &[Kind::Subject]);
    Some((1 + usize::from(noun), meaning))
}

/// `picks`, `favourite tracks`.
fn picked(pieces: &[Piece]) -> Read {
    let noun = starts_with(pieces, &[Kind::Pick, Kind::Subject]);
    let used = 1 + usize::from(noun);
    starts_with(pieces, &[Kind::Pick]).then_some((used, Meaning::Pick))
}

/// `?:??`, `unknown length`.
fn unknown(pieces: &[Piece]) -> Read {
    let noun = starts_with(pieces, &[Kind::Unknown, Kind::Subject]);
    let used = 1 + usize::from(noun);
    starts_with(pieces, &[Kind::Unknown]).then_some((used, Meaning::UnknownLength))
}

/// `14`, `#1-5`, `tracks 1 to 5`, `disc 2`, `disc 2 track 3`. `named` is
/// whether a word like `track` came before.
fn numbered(pieces: &[Piece], named: bool, discs: bool) -> Read {
    use Kind::{Dash, Disc, Hash, Number, Subject, To};
    let sign = usize::from(starts_with(pieces, &[Hash]));
    let pieces = &pieces[sign..];
    let is = |kinds: &[Kind]| starts_with(pieces, kinds);
    let value = |at: usize| pieces[at].value;
    let (used, disc, first, last) = if is(&[Disc, Number, Subject, Number]) {
        (4, Some(value(1)), value(3), value(3))
    } else if is(&[Disc, Number]) {
        (2, Some(value(1)), 1, u32::MAX)
    } else if discs && is(&[Number, Dash, Number]) {
        (3, Some(value(0)), value(2), value(2))
    } else if is(&[Number, Dash, Number]) || named && is(&[Number, To, Number]) {
        let (from, to) = (value(0), value(2));
        (3, None, from.min(to), from.max(to))
    } else if is(&[Number]) {
        (1, None, value(0), value(0))
    } else {
        return None;
    };
    let tracks = TrackRange { disc, first, last };
    Some((sign + used, Meaning::Tracks(tracks)))
}
