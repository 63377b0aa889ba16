//! One token to what it asks for. Total: whatever is nothing else is text of a
//! title, and says so where it looks like something else.
//!
//! Purely a matter of spelling. Folding comes later, in [`super::Query::parse`],
//! so that printing can ask how a text would be read.

use super::{
    length_range::{LengthRange, clear_length, length, number},
    token::{Token, after_prefix},
};
use model::{Length, TrackId};

/// What a token asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning<'a> {
    /// Nothing yet: a `-`, a `>` or a quotation mark that is still to be
    /// followed by something, or the dash of a title that was pasted.
    Nothing,
    Title(&'a str),
    /// It looks like a comparison, a number or a time, and is none.
    Misunderstood(&'a str),
    LengthRange(LengthRange),
    /// That length, or a title that contains the text.
    SpanOrTitle(LengthRange, &'a str),
    /// Without a disc: the number on any disc.
    Place(TrackId),
    /// What plays at this time of the album.
    At(Length),
}

impl Meaning<'_> {
    fn of_span(span: Option<LengthRange>, otherwise: &str) -> Meaning<'_> {
        span.map_or(Meaning::Misunderstood(otherwise), Meaning::LengthRange)
    }
}

pub(super) fn meaning(token: Token<'_>) -> Meaning<'_> {
    let body = token.body;
    match body {
        _ if token.literal => return Meaning::Title(body),
        "–" | "—" | ".." => return Meaning::Nothing,
        _ => {}
    }
    prefixed(body)
        .or_else(|| comparison(body, body))
        .or_else(|| bare_length(body))
        .or_else(|| dotted_range(body, body))
        .or_else(|| hyphenated_range(body))
        .unwrap_or(Meaning::Title(body))
}

/// `length:…`, `at:…`, `#…`.
fn prefixed(body: &str) -> Option<Meaning<'_>> {
    if let Some(rest) = after_prefix(body, "length:") {
        return Some(any_span(rest, body));
    }
    if let Some(rest) = after_prefix(body, "at:") {
        return Some(match (rest, length(rest)) {
            ("", _) => Meaning::Nothing,
            (_, Some(time)) => Meaning::At(time),
            (_, None) => Meaning::Misunderstood(body),
        });
    }
    let place = body.strip_prefix('#')?;
    Some(match (place, track_place(place)) {
        ("", _) => Meaning::Nothing,
        (_, Some(place)) => Meaning::Place(place),
        (_, None) => Meaning::Misunderstood(body),
    })
}

/// `14`, or `2-3` for disc 2, track 3. A `2-` that is still being typed is 2.
fn track_place(text: &str) -> Option<TrackId> {
    let (disc, track) = match text.split_once('-') {
        None | Some((_, "")) => (None, text.trim_end_matches('-')),
        Some((disc, track)) => (Some(number(disc)?), track),
    };
    let number = number(track)?;
    Some(TrackId { disc, number })
}

/// What stands after `length:`, where a length alone is that length.
fn any_span<'a>(text: &'a str, body: &'a str) -> Meaning<'a> {
    if text.is_empty() || text == ".." {
        return Meaning::Nothing;
    }
    let hyphenated = || match hyphenated_range(text)? {
        Meaning::LengthRange(span) | Meaning::SpanOrTitle(span, _) => {
            Some(Meaning::LengthRange(span))
        }
        _ => None,
    };
    comparison(text, body)
        .or_else(|| length(text).map(|exact| Meaning::LengthRange(LengthRange::Exactly(exact))))
        .or_else(|| dotted_range(text, body))
        .or_else(hyphenated)
        .unwrap_or(Meaning::Misunderstood(body))
}

/// `>5:00`, `>=5:00`, `<2:00`, `<=2:00`; `body` is the whole token.
fn comparison<'a>(text: &'a str, body: &'a str) -> Option<Meaning<'a>> {
    type Make = fn(Length) -> LengthRange;
    let operators: [(&str, Make); 4] = [
        (">=", LengthRange::AtLeast),
        ("<=", LengthRange::AtMost),
        (">", LengthRange::Over),
        ("<", LengthRange::Under),
    ];
    operators.iter().find_map(|(operator, make)| {
        let limit = text.strip_prefix(operator)?.trim_start();
        Some(match limit {
            "" => Meaning::Nothing,
            _ => Meaning::of_span(length(limit).map(make), body),
        })
    })
}

/// `6:00`, which may also stand in a title, and `6:` or `6:0` on the way to it.
fn bare_length(body: &str) -> Option<Meaning<'_>> {
    let half_typed = || length(body).filter(|_| body.contains(':'));
    let exact = clear_length(body).or_else(half_typed)?;
    Some(Meaning::SpanOrTitle(LengthRange::Exactly(exact), body))
}

/// `2:00..4:00`, `2:00..`, `..4:00`. Dots between other words are no range;
/// after a length and before something else they are a mistake.
fn dotted_range<'a>(text: &'a str, body: &'a str) -> Option<Meaning<'a>> {
    let (from, to) = text.split_once("..")?;
    match ((from, length(from)), (to, length(to))) {
        ((_, Some(from)), (_, Some(to))) => {
            Some(Meaning::LengthRange(LengthRange::between(from, to)))
        }
        ((_, Some(least)), ("", _)) => Some(Meaning::LengthRange(LengthRange::AtLeast(least))),
        (("", _), (_, Some(most))) => Some(Meaning::LengthRange(LengthRange::AtMost(most))),
        ((_, Some(_)), _) | (_, (_, Some(_))) => Some(Meaning::Misunderstood(body)),
        _ => None,
    }
}

/// `2:00-4:00`, `2:00–4:00`, and `2:00-` while the rest is being typed. Words
/// with hyphens are words, and `2-4` may stand in a title as well.
fn hyphenated_range(text: &str) -> Option<Meaning<'_>> {
    let (from, to) = text.split_once(['-', '–'])?;
    if to.is_empty() {
        return clear_length(from).map(|least| Meaning::LengthRange(LengthRange::AtLeast(least)));
    }
    let span = LengthRange::between(length(from)?, length(to)?);
    Some(match (number(from), number(to)) {
        (Some(_), Some(_)) => Meaning::SpanOrTitle(span, text),
        _ => Meaning::LengthRange(span),
    })
}
