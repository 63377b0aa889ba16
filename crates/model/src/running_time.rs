//! The total length of several tracks, some of whose lengths may be unknown.

use std::iter::Sum;

use crate::{Length, text::concat};

/// How long tracks play one after another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RunningTime {
    /// The sum of the known lengths.
    pub known: Length,
    /// Whether a length is unknown, so that the tracks play longer than
    /// `known`.
    pub at_least: bool,
}

impl RunningTime {
    /// The running time, if every length is known.
    pub fn exact(self) -> Option<Length> {
        (!self.at_least).then_some(self.known)
    }

    /// `1:35:45`, `at least 45:10`, or `length unknown`.
    pub fn text(self) -> String {
        match (self.at_least, self.known) {
            (false, known) => known.text(),
            (true, Length::ZERO) => "length unknown".to_owned(),
            (true, known) => concat(&["at least ", &known.text()]),
        }
    }
}

impl Sum<Option<Length>> for RunningTime {
    fn sum<I: Iterator<Item = Option<Length>>>(lengths: I) -> Self {
        lengths.fold(Self::default(), |sum, length| Self {
            known: sum.known + length.unwrap_or_default(),
            at_least: sum.at_least || length.is_none(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_length_makes_it_the_least() {
        let known = Some(Length::from_seconds(60));
        for (lengths, exact, text) in [
            (&[][..], Some(Length::ZERO), "0:00"),
            (&[known, known], Some(Length::from_seconds(120)), "2:00"),
            (&[known, None], None, "at least 1:00"),
            (&[None, None], None, "length unknown"),
        ] {
            let time: RunningTime = lengths.iter().copied().sum();
            assert_eq!((time.exact(), time.text().as_str()), (exact, text));
        }
    }
}
