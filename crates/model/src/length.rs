//! The length of a track or an album in whole seconds, parsed and formatted as
//! `m:ss` or `h:mm:ss`.

use std::{
    fmt,
    ops::{Add, RangeInclusive},
    str::FromStr,
};

use serde::Serialize;

use crate::text::{parse_number, push_number, split};

/// How an unknown length is written in a review file, and in a copied list.
pub const UNKNOWN_LENGTH: &str = "?:??";

/// A length in whole seconds, the precision that sleeves print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Length(u32);

impl Length {
    pub const ZERO: Self = Self(0);
    /// Longer than any album; the end of an open range.
    pub const MAX: Self = Self(u32::MAX);

    pub const fn from_seconds(seconds: u32) -> Self {
        Self(seconds)
    }

    pub const fn seconds(self) -> u32 {
        self.0
    }

    /// `5:54`, `1:35:45`, `0:07`.
    pub fn text(self) -> String {
        let mut text = String::new();
        let hours = self.0 / 3600;
        if hours > 0 {
            push_number(&mut text, hours);
            push_sixtieth(&mut text, self.0 / 60 % 60);
        } else {
            push_number(&mut text, self.0 / 60);
        }
        push_sixtieth(&mut text, self.0 % 60);
        text
    }
}

/// Appends a colon and two digits.
fn push_sixtieth(text: &mut String, value: u32) {
    text.push_str(if value < 10 { ":0" } else { ":" });
    push_number(text, value);
}

/// As [`Length::text`].
impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

/// The error of a text that is neither `m:ss` nor `h:mm:ss`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MalformedLength;

/// Strict, for files of writers: exactly two digits of seconds, below 60; with
/// hours, also exactly two digits of minutes, below 60.
impl FromStr for Length {
    type Err = MalformedLength;

    fn from_str(text: &str) -> Result<Self, MalformedLength> {
        let (mut total, mut parts) = (0u32, 0);
        for part in split(text, ":") {
            let value = match parts {
                0 => parse_number(part),
                _ => sixtieth(part),
            };
            total = total
                .checked_mul(60)
                .and_then(|total| total.checked_add(value?))
                .ok_or(MalformedLength)?;
            parts += 1;
        }
        match parts {
            2 | 3 => Ok(Self(total)),
            _ => Err(MalformedLength),
        }
    }
}

/// Two digits, `00` to `59`.
fn sixtieth(text: &str) -> Option<u32> {
    parse_number(text).filter(|&value| text.len() == 2 && value < 60)
}

impl Add for Length {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

/// The shortest and the longest length; `None` of an empty iterator.
pub(super) fn span(
    lengths: impl Iterator<Item = Length> + Clone,
) -> Option<RangeInclusive<Length>> {
    Some(lengths.clone().min()?..=lengths.max()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn parses_minutes_and_hours() {
        for (text, seconds) in [
            ("0:00", 0),
            ("0:07", 7),
            ("5:54", 354),
            ("75:00", 4500),
            ("1:02:33", 3753),
        ] {
            assert_eq!(text.parse(), Ok(Length::from_seconds(seconds)), "{text}");
        }
    }

    #[test]
    fn rejects_malformed_lengths() {
        for text in [
            "",
            ":",
            "5",
            "5:",
            ":54",
            "5:7",
            "5:60",
            "5:5x",
            "+5:00",
            "5:+1",
            "-1:00",
            "5:054",
            "1:2:03",
            "1:60:00",
            "1:2:3:4",
            "5.54",
            " 5:54",
            "٥:٠٠",
            "99999999999:00",
            "1193047:00:00",
        ] {
            assert_eq!(text.parse::<Length>(), Err(MalformedLength), "{text}");
        }
    }

    #[test]
    fn formats_hours_with_two_digit_minutes() {
        assert_eq!(Length::from_seconds(3600 + 62).to_string(), "1:01:02");
        assert_eq!(Length::from_seconds(59).to_string(), "0:59");
    }

    #[test]
    fn addition_saturates() {
        assert_eq!(Length::MAX + Length::from_seconds(1), Length::MAX);
    }

    proptest! {
        #[test]
        fn formatted_length_parses_back(seconds: u32) {
            let length = Length::from_seconds(seconds);
            prop_assert_eq!(length.to_string().parse(), Ok(length));
        }
    }
}
