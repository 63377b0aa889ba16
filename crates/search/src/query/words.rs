//! A query in words, to stand beside the status line so that one sees how the
//! box was understood: `title has “storm”, longer than 2:00`.

use super::{Needle, Query, Span, Term, Test, TrackRange};

impl Query {
    /// The conditions in words; empty for an empty query.
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
            Test::Title(needle) => return conditions.push(title(needle, self.excluded)),
            Test::Length(span) => return conditions.push(span_in_words(*span, self.excluded)),
            // Not the one or the other is neither of them.
            Test::LengthOrTitle(span, needle) if self.excluded => {
                conditions.push(span_in_words(*span, true));
                return conditions.push(title(needle, true));
            }
            Test::LengthOrTitle(span, needle) => {
                (span_in_words(*span, false), Some(title(needle, false)))
            }
            Test::Number(range) => (numbers(*range), None),
            Test::At(time) => (format!("playing at {time}"), None),
            Test::Longest => ("the longest track".to_owned(), None),
            Test::Shortest => ("the shortest track".to_owned(), None),
            Test::Either(terms) => {
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

/// A span, or what it leaves out: what is not longer than 5:00 is `5:00 or
/// shorter`.
pub(crate) fn span_in_words(span: Span, excluded: bool) -> String {
    match (span, excluded) {
        (Span::Over(limit), false) => format!("longer than {limit}"),
        (Span::Under(limit), false) => format!("shorter than {limit}"),
        (Span::AtLeast(least), false) => format!("{least} or longer"),
        (Span::AtMost(most), false) => format!("{most} or shorter"),
        (Span::Between(least, most), false) => format!("from {least} to {most}"),
        (Span::Exactly(exact), false) => format!("exactly {exact}"),
        (Span::Over(limit), true) => span_in_words(Span::AtMost(limit), false),
        (Span::Under(limit), true) => span_in_words(Span::AtLeast(limit), false),
        (Span::AtLeast(least), true) => span_in_words(Span::Under(least), false),
        (Span::AtMost(most), true) => span_in_words(Span::Over(most), false),
        (Span::Between(..) | Span::Exactly(_), true) => {
            let mut words = String::from("not ");
            words.push_str(&span_in_words(span, false));
            words
        }
    }
}
