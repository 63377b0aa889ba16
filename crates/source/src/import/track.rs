//! A track as found in one line of a text, and the number before its title.

use model::UNKNOWN_LENGTH;

/// In characters; a longer line that ends with a length is prose.
pub const LONGEST_TITLE: usize = 150;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Track {
    pub number: Option<Number>,
    /// Empty if there was none.
    pub title: String,
    /// From a column of artists.
    pub artist: Option<String>,
    /// As found, also where the text says that it is unknown.
    pub length: Option<String>,
    /// As in `Points (2:14) [live]`; without brackets.
    pub note: Option<String>,
    /// The content of further columns, and other words that have no place.
    pub extra: Vec<String>,
    /// Where the line has its length; `None` in a table or without one.
    pub place: Option<Place>,
}

impl Track {
    /// Whether it has a length that is known.
    pub fn has_length(&self) -> bool {
        let length = self.length.as_deref();
        length.is_some_and(|length| length != UNKNOWN_LENGTH)
    }

    /// Whether it has nothing but a title and a length.
    pub fn is_plain(&self) -> bool {
        self.number.is_none()
            && self.artist.is_none()
            && self.note.is_none()
            && self.extra.is_empty()
    }

    /// Takes a number off the title, if there is none yet.
    pub fn take_number(&mut self) {
        let found = number(&self.title).filter(|(number, _)| number.certain);
        if let (None, Some((number, rest))) = (&self.number, found) {
            let title = rest.trim().to_owned();
            (self.number, self.title) = (Some(number), title);
        }
    }
}

/// Where the lines of a list have their lengths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    BeforeTitle,
    AfterTitle,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The disc in `2-03`.
    pub disc: Option<u32>,
    /// The side of a record in `B2`, in upper case.
    pub side: Option<char>,
    /// On its disc or side.
    pub track: u32,
    /// As found.
    pub text: String,
    /// `1.` is certainly a number; `99` in `99 Luftballons` is one only if
    /// track 99 comes next.
    pub certain: bool,
}

/// Splits the leading number off a line: `1.`, `#1`, `A1`, `2-03`, `Track 1:`, `(1)`.
pub fn number(line: &str) -> Option<(Number, &str)> {
    let named = line.strip_prefix("Track ").and_then(unnamed);
    let named = named.filter(|(number, _)| number.certain);
    named.or_else(|| unnamed(line)).or_else(|| enclosed(line))
}

/// `(1)`, which may be of a title such as `(500) Days`, and `①`.
fn enclosed(line: &str) -> Option<(Number, &str)> {
    let circled = |c: char| {
        ('①'..='⑳')
            .contains(&c)
            .then(|| u32::from(c) - u32::from('①') + 1)
    };
    let first = line.chars().next()?;
    let (track, rest) = match circled(first) {
        Some(track) => (track, &line[first.len_utf8()..]),
        None => {
            let (track, rest) = digits(line.strip_prefix(['(', '['])?)?;
            let rest = rest.strip_prefix([')', ']'])?;
            (track, rest.strip_prefix(char::is_whitespace)?)
        }
    };
    let number = Number {
        disc: None,
        side: None,
        track,
        text: line[..line.len() - rest.len()].trim_end().to_owned(),
        certain: circled(first).is_some(),
    };
    Some((number, rest.trim_start()))
}

/// The same without `Track`.
fn unnamed(line: &str) -> Option<(Number, &str)> {
    let start = line.strip_prefix('#').unwrap_or(line);
    let start = ["CD", "DVD", "LP"]
        .iter()
        .find_map(|medium| start.strip_prefix(medium))
        .filter(|rest| digits(rest).is_some_and(|(_, rest)| rest.starts_with(['-', '.'])))
        .unwrap_or(start);
    // Six records; `M1` numbers the cues of a film.
    let is_side = |c: &char| matches!(c.to_ascii_uppercase(), 'A'..='L');
    let side = start.chars().next().filter(is_side);
    let (first, rest) = digits(&start[side.map_or(0, char::len_utf8)..])?;
    let of_disc = rest.strip_prefix(['-', '.']).and_then(digits);
    let of_disc =
        of_disc.filter(|(_, rest)| side.is_none() && rest.starts_with([' ', '\t', '.', ')']));
    let (disc, track, rest) = match of_disc {
        Some((track, rest)) => (Some(first), track, rest),
        None => (None, first, rest),
    };
    if side.is_some() && !(1..=30).contains(&track) {
        return None;
    }
    let text = start[..start.len() - rest.len()].to_owned();
    let (certain, rest) = match rest.strip_prefix(['.', ')', '．', '）', '、']) {
        // `1.)` and `1./`.
        Some(rest) => (true, rest.strip_prefix([')', '/']).unwrap_or(rest)),
        None if rest.starts_with(": ") => (true, &rest[1..]),
        None if rest.starts_with("  ") => (of_disc.is_some() || side.is_some(), rest),
        None if rest.starts_with(char::is_whitespace) => (of_disc.is_some(), rest),
        None => return None,
    };
    let rest = rest.trim_start();
    let after_dash = ["- ", "– ", "— "]
        .iter()
        .find_map(|dash| rest.strip_prefix(dash));
    let number = Number {
        disc,
        side: side.map(|side| side.to_ascii_uppercase()),
        track,
        text,
        certain: certain || after_dash.is_some(),
    };
    Some((number, after_dash.unwrap_or(rest)))
}

/// Splits one to three leading digits, ASCII or full-width, off a text.
fn digits(text: &str) -> Option<(u32, &str)> {
    let value = |c: char| match c {
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        c => c.to_digit(10),
    };
    let digits: Vec<u32> = text.chars().map_while(value).collect();
    let end = text
        .char_indices()
        .nth(digits.len())
        .map_or(text.len(), |(at, _)| at);
    let number = digits.iter().fold(0, |number: u32, digit| {
        number.saturating_mul(10).saturating_add(*digit)
    });
    (1..=3)
        .contains(&digits.len())
        .then_some((number, &text[end..]))
}
