//! Describes a query next to the status line, so that readers see how their
//! text was parsed: `title has “storm”, longer than 2:00`.

use super::{Field, LengthRange, Needle, Predicate, Query, Term, TrackRange};
use model::text::{self, concat, number};

impl Query {
    /// One description per condition; empty for an empty query. `artists` is
    /// whether the searched tracks have artists of their own.
    pub(crate) fn in_words(&self, artists: bool) -> Vec<String> {
        let mut conditions = Vec::new();
        for term in &self.terms {
            term.add_in_words(artists, &mut conditions);
        }
        conditions
    }
}

impl Term {
    fn add_in_words(&self, artists: bool, conditions: &mut Vec<String>) {
        let has = |field, needle| contains(field, needle, self.excluded, artists);
        let (plain, other) = match &self.test {
            Predicate::Text(field, needle) => return conditions.push(has(*field, needle)),
            Predicate::Length(span) => return conditions.push(span_in_words(*span, self.excluded)),
            // Excluding "A or B" excludes both.
            Predicate::LengthOrText(span, needle) if self.excluded => {
                conditions.push(span_in_words(*span, true));
                return conditions.push(has(Field::Any, needle));
            }
            Predicate::LengthOrText(span, needle) => {
                (span_in_words(*span, false), Some(has(Field::Any, needle)))
            }
            Predicate::UnknownLength if self.excluded => {
                return conditions.push("of known length".to_owned());
            }
            Predicate::UnknownLength => ("of unknown length".to_owned(), None),
            Predicate::Number(range) => (numbers(*range), None),
            Predicate::At(time) => (concat(&["playing at ", &time.text()]), None),
            Predicate::Pick => ("picked by the reviewer".to_owned(), None),
            Predicate::Longest => ("the longest track".to_owned(), None),
            Predicate::Shortest => ("the shortest track".to_owned(), None),
            Predicate::Either(terms) => {
                let mut words = Vec::new();
                for term in terms {
                    term.add_in_words(artists, &mut words);
                }
                return conditions.push(text::join(&words, " or "));
            }
        };
        let not = if self.excluded { "not " } else { "" };
        conditions.push(match other {
            Some(other) => concat(&[not, &plain, " or ", &other]),
            None => concat(&[not, &plain]),
        });
    }
}

fn contains(field: Field, needle: &Needle, excluded: bool, artists: bool) -> String {
    let has = match (field, excluded) {
        (Field::Any, false) if artists => "title or artist has “",
        (Field::Any | Field::Title, false) => "title has “",
        (Field::Artist, false) => "artist has “",
        (Field::Any, true) => "without “",
        (Field::Title, true) => "title without “",
        (Field::Artist, true) => "artist without “",
    };
    concat(&[has, &needle.typed, "”"])
}

fn numbers(range: TrackRange) -> String {
    let TrackRange { disc, first, last } = range;
    match disc {
        None if first == last => concat(&["track ", &number(first)]),
        None => concat(&["tracks ", &number(first), " to ", &number(last)]),
        Some(disc) if first == last => concat(&["disc ", &number(disc), " track ", &number(first)]),
        Some(disc) => concat(&["disc ", &number(disc)]),
    }
}

/// Describes a range, or its complement: excluding `>5:00` is `5:00 or
/// shorter`.
pub(crate) fn span_in_words(span: LengthRange, excluded: bool) -> String {
    match (span, excluded) {
        (LengthRange::Over(limit), false) => concat(&["longer than ", &limit.text()]),
        (LengthRange::Under(limit), false) => concat(&["shorter than ", &limit.text()]),
        (LengthRange::AtLeast(least), false) => concat(&[&least.text(), " or longer"]),
        (LengthRange::AtMost(most), false) => concat(&[&most.text(), " or shorter"]),
        (LengthRange::Between(least, most), false) => {
            concat(&["from ", &least.text(), " to ", &most.text()])
        }
        (LengthRange::Exactly(exact), false) => concat(&["exactly ", &exact.text()]),
        (LengthRange::Over(limit), true) => span_in_words(LengthRange::AtMost(limit), false),
        (LengthRange::Under(limit), true) => span_in_words(LengthRange::AtLeast(limit), false),
        (LengthRange::AtLeast(least), true) => span_in_words(LengthRange::Under(least), false),
        (LengthRange::AtMost(most), true) => span_in_words(LengthRange::Over(most), false),
        (LengthRange::Between(..) | LengthRange::Exactly(_), true) => {
            concat(&["not ", &span_in_words(span, false)])
        }
    }
}
