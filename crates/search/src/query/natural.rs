//! Parses everyday words: `under 3 minutes`, `track 14`, `storm OR fallout`, or
//! a line copied from a track list.
//!
//! Called through [`super::Query::natural`]. The index uses it only if the text
//! matches nothing as typed, so it never hides a title. Words outside the
//! patterns remain ordinary terms.

mod amount;
mod piece;

use super::{LengthRange, Predicate, Term, TrackRange, meaning::meaning, token::Token};
use crate::fold::Normalize;
use amount::amount;
use model::Length;
use piece::{Piece, Pieces};

/// The number of pieces that a predicate was parsed from, and the predicate.
type Read = Option<(usize, Predicate)>;

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
        let read = read.and_then(|(used, test)| Some((pieces.tokens(at, used)?, test)));
        let term = match read {
            Some((used, test)) => {
                at += used;
                Some(Term::of(test))
            }
            None => {
                at += 1;
                Term::new(meaning(token), normalize)
            }
        };
        if let Some(mut term) = term {
            term.excluded = token.excluded;
            add(&mut terms, term, either);
            either = false;
        }
    }
    terms
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
    let is_before = |piece: &&Piece| matches!(piece, Piece::Subject | Piece::And | Piece::Bracket);
    let before = pieces.iter().take_while(is_before).count();
    let body = &pieces[before..];
    let (used, test) = compared(body)
        .or_else(|| range(body))
        .or_else(|| of_length(body))
        .or_else(|| extreme(body))
        .or_else(|| numbered(body, before > 0, discs))?;
    let end = before + used;
    let after = pieces[end..]
        .iter()
        .take_while(|piece| **piece == Piece::Bracket);
    Some((end + after.count(), test))
}

/// `under 3 minutes`, `> 5 min`, `=6:00`, `at 47:00`.
fn compared(pieces: &[Piece]) -> Read {
    use Piece::{At, Equals, Least, Longer, Most, Over, Shorter, Than, To, Under, Up};
    let (operator, test): (usize, fn(Length) -> Predicate) = match pieces {
        [Under, Equals, ..] | [At, Most, ..] | [Up, To, ..] => {
            (2, |most| Predicate::Length(LengthRange::AtMost(most)))
        }
        [Over, Equals, ..] | [At, Least, ..] => {
            (2, |least| Predicate::Length(LengthRange::AtLeast(least)))
        }
        [Shorter, Than, ..] => (2, |limit| Predicate::Length(LengthRange::Under(limit))),
        [Longer, Than, ..] => (2, |limit| Predicate::Length(LengthRange::Over(limit))),
        [Under, ..] => (1, |limit| Predicate::Length(LengthRange::Under(limit))),
        [Over, ..] => (1, |limit| Predicate::Length(LengthRange::Over(limit))),
        [Equals, ..] => (1, |exact| Predicate::Length(LengthRange::Exactly(exact))),
        [At, ..] => (1, Predicate::At),
        _ => return None,
    };
    let (used, length) = amount(&pieces[operator..])?;
    Some((operator + used, test(length.least)))
}

/// `2:00 - 4:00`, `2 to 4 minutes`, `between 2:00 and 4:00`. Two bare numbers
/// are a range of tracks instead.
fn range(pieces: &[Piece]) -> Read {
    let opened = usize::from(pieces.first() == Some(&Piece::From));
    let (used, from) = amount(&pieces[opened..])?;
    let joint = opened + used;
    let [Piece::Dash | Piece::To | Piece::And, rest @ ..] = &pieces[joint..] else {
        return None;
    };
    let (used, to) = amount(rest)?;
    let span = LengthRange::between(from.in_unit_of(to), to.least);
    (from.clear || to.clear).then_some((joint + 1 + used, Predicate::Length(span)))
}

/// `5 min` (`5:00` to `5:59`), `4m30s`, `6.00`, `5:00+`.
fn of_length(pieces: &[Piece]) -> Read {
    let (used, length) = amount(pieces)?;
    match pieces.get(used) {
        Some(Piece::Plus) => Some((
            used + 1,
            Predicate::Length(LengthRange::AtLeast(length.least)),
        )),
        _ => length
            .clear
            .then(|| (used, Predicate::Length(length.span()))),
    }
}

/// `longest`, `shortest track`.
fn extreme(pieces: &[Piece]) -> Read {
    let test = match pieces.first()? {
        Piece::Longest => Predicate::Longest,
        Piece::Shortest => Predicate::Shortest,
        _ => return None,
    };
    let noun = pieces.get(1) == Some(&Piece::Subject);
    Some((1 + usize::from(noun), test))
}

/// `14`, `#1-5`, `tracks 1 to 5`, `disc 2`, `disc 2 track 3`. `named` is
/// whether a word like `track` came before.
fn numbered(pieces: &[Piece], named: bool, discs: bool) -> Read {
    use Piece::{Dash, Disc, Hash, Number, Subject, To};
    let sign = usize::from(pieces.first() == Some(&Hash));
    let (used, disc, first, last) = match pieces[sign..] {
        [Disc, Number(disc), Subject, Number(track), ..] => (4, Some(disc), track, track),
        [Disc, Number(disc), ..] => (2, Some(disc), 1, u32::MAX),
        [Number(disc), Dash, Number(track), ..] if discs => (3, Some(disc), track, track),
        [Number(from), Dash, Number(to), ..] => (3, None, from.min(to), from.max(to)),
        [Number(from), To, Number(to), ..] if named => (3, None, from.min(to), from.max(to)),
        [Number(track), ..] => (1, None, track, track),
        _ => return None,
    };
    Some((
        sign + used,
        Predicate::Number(TrackRange { disc, first, last }),
    ))
}
