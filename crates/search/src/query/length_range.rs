//! Parses lengths and ranges of lengths into [`LengthRange`]s.
//!
//! Used for terms of a query and for the thumbs' values in a URL. More lenient
//! than a writer's file: it accepts bare minutes, `90s`, and lengths that are
//! incomplete because they are being typed.

use std::fmt;

use model::{
    Length,
    text::{concat, cut, parse_number},
};

/// The lengths that a term matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LengthRange {
    Exactly(Length),
    /// Longer than.
    Over(Length),
    /// Shorter than.
    Under(Length),
    AtLeast(Length),
    AtMost(Length),
    /// Both ends included, the shorter first.
    Between(Length, Length),
}

impl LengthRange {
    /// A range with both ends, in either order.
    pub fn between(one: Length, other: Length) -> Self {
        Self::Between(one.min(other), one.max(other))
    }

    pub fn holds(self, length: Length) -> bool {
        match self {
            Self::Exactly(exact) => length == exact,
            Self::Over(limit) => length > limit,
            Self::Under(limit) => length < limit,
            Self::AtLeast(least) => length >= least,
            Self::AtMost(most) => length <= most,
            Self::Between(least, most) => least <= length && length <= most,
        }
    }
}

/// In query syntax: `>5:00`, `2:00..4:00`, `length:6:00`.
impl fmt::Display for LengthRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, length) = match self {
            Self::Exactly(length) => ("length:", length),
            Self::Over(length) => (">", length),
            Self::Under(length) => ("<", length),
            Self::AtLeast(length) => (">=", length),
            Self::AtMost(length) => ("<=", length),
            Self::Between(least, most) => return write!(f, "{least}..{most}"),
        };
        f.write_str(before)?;
        length.fmt(f)
    }
}

/// Parses a length where nothing else is valid, such as after `>`: `5:00`, `5`
/// for minutes, `90s` for seconds. Missing digits of an incomplete length count
/// as zeros (`5:` and `5:3` on the way to `5:30`), so that the list does not
/// flicker while one types.
pub(crate) fn length(text: &str) -> Option<Length> {
    if let Some(seconds) = seconds(text) {
        return Some(seconds);
    }
    let missing = match text.as_bytes() {
        [.., b':'] => "00",
        [.., b':', _] => "0",
        _ if cut(text, ":").is_none() => ":00",
        _ => "",
    };
    concat(&[text, missing]).parse().ok()
}

/// Parses only what is certainly a length: `5:00`, `1:02:33`, `90s`.
pub(super) fn clear_length(text: &str) -> Option<Length> {
    seconds(text).or_else(|| text.parse().ok())
}

fn seconds(text: &str) -> Option<Length> {
    parse_number(text.strip_suffix('s')?).map(Length::from_seconds)
}
