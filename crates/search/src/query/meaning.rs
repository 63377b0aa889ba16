//! Classifies a token. Anything that is nothing else is text of a title,
//! flagged if it looks like invalid syntax.
//!
//! This depends only on spelling. [`super::Query::parse`] folds the text later,
//! so that [`super::print`] can check how a text would be classified.

use super::{
    TrackRange,
    length_range::{LengthRange, clear_length, length},
    token::{Field, Token, after_prefix},
};
use model::{
    Length, UNKNOWN_LENGTH,
    text::{cut, parse_number},
};

/// The classification of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning<'a> {
    /// Nothing yet: a `-`, a `>` or a quotation mark without what must follow,
    /// or the dash of a pasted title.
    Nothing,
    Text(Field, &'a str),
    /// Looks like a comparison, a number or a time, but is invalid.
    Misunderstood(&'a str),
    LengthRange(LengthRange),
    UnknownLength,
    /// This length, or a title or artist that contains the text.
    SpanOrText(LengthRange, &'a str),
    /// A track or several; without a disc, these numbers on any disc.
    Tracks(TrackRange),
    /// The track that plays at this time, measured from the start of the album.
    At(Length),
    Pick,
    /// Only from everyday words, as [`Meaning::Shortest`].
    Longest,
    Shortest,
}

impl Meaning<'_> {
    fn of_span(span: Option<LengthRange>, otherwise: &str) -> Meaning<'_> {
        span.map_or(Meaning::Misunderstood(otherwise), Meaning::LengthRange)
    }
}

pub(super) fn meaning(token: Token<'_>) -> Meaning<'_> {
    let body = token.body;
    match body {
        _ if token.literal => return Meaning::Text(token.field, body),
        "–" | "—" | ".." => return Meaning::Nothing,
        _ => {}
    }
    prefixed(body)
        .or_else(|| comparison(body, body))
        .or_else(|| bare_length(body))
        .or_else(|| dotted_range(body, body))
        .or_else(|| hyphenated_range(body))
        .unwrap_or(Meaning::Text(Field::Any, body))
}

/// `length:…`, `at:…`, `is:pick`, `#…`.
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
    if let Some(rest) = after_prefix(body, "is:") {
        return Some(match after_prefix(PICK, rest) {
            Some("") => Meaning::Pick,
            // On the way to it.
            Some(_) => Meaning::Nothing,
            None => Meaning::Misunderstood(body),
        });
    }
    let place = body.strip_prefix('#')?;
    Some(match (place, track_place(place)) {
        ("", _) => Meaning::Nothing,
        (_, Some(tracks)) => Meaning::Tracks(tracks),
        (_, None) => Meaning::Misunderstood(body),
    })
}

const PICK: &str = "pick";

/// `14`, or `2-3` for disc 2, track 3. An incomplete `2-` counts as 2.
fn track_place(text: &str) -> Option<TrackRange> {
    let (disc, track) = match cut(text, "-") {
        None | Some((_, "")) => (None, text.strip_suffix('-').unwrap_or(text)),
        Some((disc, track)) => (Some(parse_number(disc)?), track),
    };
    let number = parse_number(track)?;
    Some(TrackRange {
        disc,
        first: number,
        last: number,
    })
}

/// Parses the part after `length:`, where a bare number is a length too.
fn any_span<'a>(text: &'a str, body: &'a str) -> Meaning<'a> {
    match text {
        "" | ".." => return Meaning::Nothing,
        "?" | UNKNOWN_LENGTH => return Meaning::UnknownLength,
        _ => {}
    }
    let hyphenated = || match hyphenated_range(text)? {
        Meaning::LengthRange(span) | Meaning::SpanOrText(span, _) => {
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

/// `6:00`, which may also be part of a title, and the incomplete `6:` and
/// `6:0`.
fn bare_length(body: &str) -> Option<Meaning<'_>> {
    let half_typed = || length(body).filter(|_| cut(body, ":").is_some());
    let exact = clear_length(body).or_else(half_typed)?;
    Some(Meaning::SpanOrText(LengthRange::Exactly(exact), body))
}

/// `2:00..4:00`, `2:00..`, `..4:00`. Dots between other words are text; with a
/// length on only one side and text on the other they are a mistake.
fn dotted_range<'a>(text: &'a str, body: &'a str) -> Option<Meaning<'a>> {
    let (from, to) = cut(text, "..")?;
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

/// `2:00-4:00`, `2:00–4:00`, and the incomplete `2:00-`. Hyphenated words are
/// text, and `2-4` may also be part of a title.
fn hyphenated_range(text: &str) -> Option<Meaning<'_>> {
    let (from, to) = cut(text, "-").or_else(|| cut(text, "–"))?;
    if to.is_empty() {
        return clear_length(from).map(|least| Meaning::LengthRange(LengthRange::AtLeast(least)));
    }
    let span = LengthRange::between(length(from)?, length(to)?);
    Some(match (parse_number(from), parse_number(to)) {
        (Some(_), Some(_)) => Meaning::SpanOrText(span, text),
        _ => Meaning::LengthRange(span),
    })
}
