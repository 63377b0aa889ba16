//! Describes a query next to the status line, so that readers see how their
//! text was parsed: `title has “storm”, longer than 2:00`.

use super::{LengthRange, Needle, Predicate, Query, Term, TrackRange};

impl Query {
    /// One description per condition; empty for an empty query.
    pub(crate) fn in_words(&self) -> Vec<String> {
        let mut conditions = Vec::new();
        for term in &self.terms {
            term.add_in_words(&mut conditions);
        }
        conditions
    }
}

impl Term {
    fn add_in_words(&self, conditions: &mut Vec<String>) {
        let (plain, other) = match &self.test {
            Predicate::Title(needle) => return conditions.push(title(needle, self.excluded)),
            Predicate::Length(span) => return conditions.push(span_in_words(*span, self.excluded)),
            // Excluding "A or B" excludes both.
            Predicate::LengthOrTitle(span, needle) if self.excluded => {
                conditions.push(span_in_words(*span, true));
                return conditions.push(title(needle, true));
            }
            Predicate::LengthOrTitle(span, needle) => {
                (span_in_words(*span, false), Some(title(needle, false)))
            }
            Predicate::Number(range) => (numbers(*range), None),
            Predicate::At(time) => (format!("playing at {time}"), None),
            Predicate::Longest => ("the longest track".to_owned(), None),
            Predicate::Shortest => ("the shortest track".to_owned(), None),
            Predicate::Either(terms) => {
                let mut words = Vec::new();
                for term in terms {
                    term.add_in_words(&mut words);
                }
                return conditions.push(words.join(" or "));
            }
        };
        let mut words = String::new();
        if self.excluded {
            words.push_str("not ");
        }
        words.push_str(&plain);
        if let Some(other) = other {
            words.push_str(" or ");
            words.push_str(&other);
        }
        conditions.push(words);
    }
}

fn title(needle: &Needle, excluded: bool) -> String {
    let mut words = String::from(if excluded {
        "without “"
    } else {
        "title has “"
    });
    words.push_str(&needle.typed);
    words.push('”');
    words
}

fn numbers(range: TrackRange) -> String {
    let TrackRange { disc, first, last } = range;
    match disc {
        None if first == last => format!("track {first}"),
        None => format!("tracks {first} to {last}"),
        Some(disc) if first == last => format!("disc {disc} track {first}"),
        Some(disc) => format!("disc {disc}"),
    }
}

/// Describes a range, or its complement: excluding `>5:00` is `5:00 or
/// shorter`.
pub(crate) fn span_in_words(span: LengthRange, excluded: bool) -> String {
    match (span, excluded) {
        (LengthRange::Over(limit), false) => format!("longer than {limit}"),
        (LengthRange::Under(limit), false) => format!("shorter than {limit}"),
        (LengthRange::AtLeast(least), false) => format!("{least} or longer"),
        (LengthRange::AtMost(most), false) => format!("{most} or shorter"),
        (LengthRange::Between(least, most), false) => format!("from {least} to {most}"),
        (LengthRange::Exactly(exact), false) => format!("exactly {exact}"),
        (LengthRange::Over(limit), true) => span_in_words(LengthRange::AtMost(limit), false),
        (LengthRange::Under(limit), true) => span_in_words(LengthRange::AtLeast(limit), false),
        (LengthRange::AtLeast(least), true) => span_in_words(LengthRange::Under(least), false),
        (LengthRange::AtMost(most), true) => span_in_words(LengthRange::Over(most), false),
        (LengthRange::Between(..) | LengthRange::Exactly(_), true) => {
            let mut words = String::from("not ");
            words.push_str(&span_in_words(span, false));
            words
        }
    }
}
