//! A track as found in one line of a text, and the number before its title.

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Track {
    pub number: Option<Number>,
    /// Empty if there was none.
    pub title: String,
    /// As found.
    pub length: Option<String>,
    /// The content of further columns.
    pub extra: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The disc in `2-03`.
    pub disc: Option<u32>,
    pub track: u32,
    /// As found.
    pub text: String,
    /// `1.` is certainly a number; `99` in `99 Luftballons` is one only if
    /// track 99 comes next.
    pub certain: bool,
}

/// Splits the leading number off a line.
pub fn number(line: &str) -> Option<(Number, &str)> {
    let start = line.strip_prefix('#').unwrap_or(line);
    let (first, rest) = digits(start)?;
    let of_disc = rest.strip_prefix(['-', '.']).and_then(digits);
    let of_disc = of_disc.filter(|(_, rest)| rest.starts_with([' ', '\t', '.', ')']));
    let (disc, track, rest) = match of_disc {
        Some((track, rest)) => (Some(first), track, rest),
        None => (None, first, rest),
    };
    let text = start[..start.len() - rest.len()].to_owned();
    let (certain, rest) = match rest.strip_prefix(['.', ')']) {
        Some(rest) => (true, rest),
        None if rest.starts_with(": ") => (true, &rest[1..]),
        None if rest.starts_with(char::is_whitespace) => (of_disc.is_some(), rest),
        None => return None,
    };
    let rest = rest.trim_start();
    let after_dash = ["- ", "– ", "— "]
        .iter()
        .find_map(|dash| rest.strip_prefix(dash));
    let number = Number {
        disc,
        track,
        text,
        certain: certain || after_dash.is_some(),
    };
    Some((number, after_dash.unwrap_or(rest)))
}

/// Splits one to three leading digits off a text.
fn digits(text: &str) -> Option<(u32, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let number = text[..end].parse().ok().filter(|_| end <= 3)?;
    Some((number, &text[end..]))
}
