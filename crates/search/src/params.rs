//! Converts a search to URL parameters and back:
//! `?q=storm&min=2:00&max=4:30&sort=-length&all=1`.
//!
//! The app passes `location.search` in and puts the result into the history; it
//! decides when. Parsing accepts any text.

use super::{Filter, Query, Sort, fold::Normalize, query, sanitize};
use model::{
    Length,
    text::{cut, split},
};

/// In characters; longer texts are cut. No title is nearly as long, and a link
/// of a megabyte must not make typing slow.
pub const LONGEST_TEXT: usize = 1_000;

/// A search as stored in a link. Default values are omitted from the URL.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchParams {
    /// The search text as typed.
    pub text: String,
    pub min: Option<Length>,
    pub max: Option<Length>,
    pub sort: Sort,
    /// Whether to search all albums of the site.
    pub all: bool,
}

impl SearchParams {
    /// Parses `location.search`, with or without `?`. Of repeated keys the
    /// first counts, invalid values are ignored, and `min` and `max` are
    /// swapped if they are in the wrong order.
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

    /// The filter of this search, without the fallback to everyday words.
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

    /// Whether both searches match the same tracks, in any order.
    pub(super) fn same_filter(&self, other: &Self) -> bool {
        (&self.text, self.min, self.max) == (&other.text, other.min, other.max)
    }

    /// Writes the search into `current`, an earlier `location.search`, whose
    /// other keys are kept. Returns the query string with `?`, or an empty
    /// string if nothing is left.
    pub fn to_address(&self, current: &str) -> String {
        let mut address = String::new();
        let text = tidy(&self.text);
        if !text.is_empty() {
            add_pair(&mut address, "q", &text);
        }
        if let Some(min) = self.min {
            add_pair(&mut address, "min", &min.text());
        }
        if let Some(max) = self.max {
            add_pair(&mut address, "max", &max.text());
        }
        if self.sort != Sort::default() {
            add_pair(&mut address, "sort", self.sort.text());
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

/// Removes invisible characters and surrounding spaces, and limits the length.
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
    let pairs = split(search.strip_prefix('?').unwrap_or(search), "&");
    pairs.filter(|pair| !pair.is_empty())
}

fn key(pair: &str) -> String {
    decode(cut(pair, "=").map_or(pair, |(key, _)| key))
}

/// The decoded value of the first pair with this key.
fn own_value(search: &str, name: &str) -> Option<String> {
    let pair = pairs(search).find(|pair| key(pair) == name)?;
    let (_, value) = cut(pair, "=")?;
    Some(decode(value))
}

/// Decodes percent encoding. Invalid escapes are kept; bytes that are not UTF-8
/// become replacement characters.
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
            // A colon is allowed in a query and keeps lengths readable. Other
            // allowed punctuation is encoded anyway, because programs that
            // detect links in text stop at it.
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
