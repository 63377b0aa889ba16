//! A search to the query part of an address and back:
//! `?q=storm&min=2:00&max=4:30&sort=-length&all=1`.
//!
//! The browser module passes `location.search` in and puts the result into the
//! history; when it does so is not decided here. Reading is total: whatever an
//! address holds, some search comes of it.

use super::{Filter, Query, Sort, fold::Normalize, query, sanitize};
use model::Length;

/// The characters of a text that are kept of an address. No title is nearly as
/// long; a link of a megabyte must not slow each key.
pub const LONGEST_TEXT: usize = 1_000;

/// All that a link to a search holds. Left out of the address where default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchParams {
    /// As typed, not as understood.
    pub text: String,
    pub min: Option<Length>,
    pub max: Option<Length>,
    pub sort: Sort,
    /// Whether every album of the site is searched, not this one alone.
    pub all: bool,
}

impl SearchParams {
    /// Reads `location.search`, with or without its question mark. The first of
    /// repeated keys counts; what cannot be read is as if it were not there;
    /// a `min` above `max` is swapped.
    pub fn from_address(search: &str) -> Self {
        let value = |key| own_value(search, key);
        let length = |key| value(key).and_then(|text| query::length(text.trim()));
        let (min, max) = match (length("min"), length("max")) {
            (Some(min), Some(max)) => (Some(min.min(max)), Some(max.max(min))),
            ends => ends,
        };
        Self {
            text: value("q").map(|text| tidy(&text)).unwrap_or_default(),
            min,
            max,
            sort: value("sort")
                .and_then(|text| text.parse().ok())
                .unwrap_or_default(),
            all: value("all").is_some_and(|text| text == "1"),
        }
    }

    /// The filter that it asks for, its text as it stands.
    pub(super) fn filter(&self, normalize: Normalize) -> Filter {
        Filter {
            query: Query::parse(&self.text, normalize),
            min: self.min,
            max: self.max,
        }
    }

    /// Drops text and bounds: every track matches. Order and scope stay.
    pub fn show_all(&mut self) {
        *self = Self {
            sort: self.sort,
            all: self.all,
            ..Self::default()
        };
    }

    /// Whether both show the same tracks, in whatever order.
    pub(super) fn same_filter(&self, other: &Self) -> bool {
        (&self.text, self.min, self.max) == (&other.text, other.min, other.max)
    }

    /// Writes the search into `current`, an earlier `location.search` whose
    /// foreign keys stay as they are. Empty where nothing is left to say,
    /// otherwise with a question mark.
    pub fn to_address(&self, current: &str) -> String {
        let mut address = String::new();
        let text = tidy(&self.text);
        if !text.is_empty() {
            add_pair(&mut address, "q", &text);
        }
        if let Some(min) = self.min {
            add_pair(&mut address, "min", &min.to_string());
        }
        if let Some(max) = self.max {
            add_pair(&mut address, "max", &max.to_string());
        }
        if self.sort != Sort::default() {
            add_pair(&mut address, "sort", &self.sort.to_string());
        }
        if self.all {
            add_pair(&mut address, "all", "1");
        }
        for pair in pairs(current) {
            if !matches!(key(pair).as_str(), "q" | "min" | "max" | "sort" | "all") {
                begin_pair(&mut address);
                address.push_str(pair);
            }
        }
        address
    }
}

/// Without invisible characters, without spaces around it, not too long.
fn tidy(text: &str) -> String {
    let text: String = text
        .chars()
        .filter_map(sanitize::visible)
        .skip_while(|c| c.is_whitespace())
        .take(LONGEST_TEXT)
        .collect();
    text.trim_end().to_owned()
}

fn pairs(search: &str) -> impl Iterator<Item = &str> {
    let pairs = search.strip_prefix('?').unwrap_or(search).split('&');
    pairs.filter(|pair| !pair.is_empty())
}

fn key(pair: &str) -> String {
    decode(pair.split('=').next().unwrap_or_default())
}

/// The value of the first pair with this key, decoded.
fn own_value(search: &str, name: &str) -> Option<String> {
    let pair = pairs(search).find(|pair| key(pair) == name)?;
    let (_, value) = pair.split_once('=')?;
    Some(decode(value))
}

/// Percent encoding undone. What is broken stays as it is; bytes that are not
/// UTF-8 become replacement characters.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        match (first, after) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, after @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high << 4 | low);
                    rest = after;
                }
                _ => bytes.push(b'%'),
            },
            _ => bytes.push(*first),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| value.try_into().ok())
}

fn begin_pair(address: &mut String) {
    address.push(if address.is_empty() { '?' } else { '&' });
}

fn add_pair(address: &mut String, key: &str, value: &str) {
    begin_pair(address);
    address.push_str(key);
    address.push('=');
    for byte in value.bytes() {
        match byte {
            b' ' => address.push('+'),
            // A colon is allowed in a query, and lengths read better with it.
            // The other signs that are allowed are encoded all the same, since
            // programs that find links in a text stop at them.
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' | b'~' | b':' => {
                address.push(byte.into());
            }
            _ => {
                address.push('%');
                address.push(HEX[usize::from(byte >> 4)].into());
                address.push(HEX[usize::from(byte & 15)].into());
            }
        }
    }
}

const HEX: &[u8; 16] = b"0123456789ABCDEF";
