//! The forms in which people write lengths, as [`of`](super::of) normalizes them.

use super::{DASHES, ESTIMATED};

/// Full-width digits and colons, as typed in East Asian text, in ASCII.
pub fn with_ascii_digits(word: &str) -> String {
    let ascii = |c| match c {
        '０'..='９' => {
            char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c)
        }
        '：' => ':',
        _ => c,
    };
    word.chars().map(ascii).collect()
}

/// Whether a word is digits between colons.
pub fn is_of_digits(word: &str) -> bool {
    let parts: Vec<&str> = word.split(':').collect();
    let numbers = parts
        .iter()
        .all(|part| (1..=3).contains(&part.len()) && is_digits(part));
    (2..=3).contains(&parts.len()) && numbers
}

/// Whether a word is a length with a sign or word of an estimate, a range, or
/// one with a fraction of a second.
pub fn is_inexact(word: &str) -> bool {
    let about = ESTIMATED.iter().find_map(|about| word.strip_prefix(about));
    let bare = about.unwrap_or(word).trim();
    let bare = bare.trim_matches(['~', '≈', '±', '<', '>', '≤', '≥', '+', '?']);
    let parts = |signs: &[char]| word.split_once(signs);
    let is_range = |(from, to): (&str, &str)| is_of_digits(from.trim()) && is_of_digits(to.trim());
    bare.len() < word.len() && is_of_digits(bare.trim())
        || parts(&DASHES).is_some_and(is_range)
        || parts(&['.', ',']).is_some_and(|(whole, rest)| is_of_digits(whole) && is_digits(rest))
}

/// `5'54"`, `5′54″` and `5'54` as `5:54`.
pub fn with_primes(word: &str) -> Option<String> {
    let closed = word
        .strip_suffix(['"', '″', '”'])
        .or_else(|| word.strip_suffix("''"));
    let (minutes, seconds) = closed.unwrap_or(word).split_once(['\'', '′', '’'])?;
    let (minutes, seconds) = (minutes.trim(), seconds.trim());
    let is_plain = is_digits(minutes) && is_digits(seconds) && seconds.len() == 2;
    (closed.is_some() || is_plain && seconds < "60").then(|| format!("{minutes}:{seconds}"))
}

/// `5m54s` and `1h 5m 4s` as `5:54` and `1:05:04`.
pub fn with_letters(word: &str) -> Option<String> {
    let word: String = word.to_lowercase().split_whitespace().collect();
    let word = word
        .strip_suffix("sec")
        .or_else(|| word.strip_suffix('s'))?;
    let (minutes, seconds) = word.split_once("min").or_else(|| word.split_once('m'))?;
    if let Some((hours, minutes)) = minutes.split_once('h') {
        return Some(format!("{hours}:{minutes:0>2}:{seconds:0>2}"));
    }
    Some(format!("{minutes}:{seconds:0>2}"))
}

/// `45s` and `45 sec` as `0:45`.
pub fn with_seconds(word: &str) -> Option<String> {
    let seconds = ["s", "sec", "sec.", "seconds"]
        .iter()
        .find_map(|unit| word.strip_suffix(unit))?
        .trim();
    (is_digits(seconds) && seconds.len() < 3).then(|| format!("0:{seconds:0>2}"))
}

/// `:45`, as American sleeves have it, as `0:45`.
pub fn without_minutes(word: &str) -> Option<String> {
    let seconds = word.strip_prefix(':')?;
    (is_digits(seconds) && seconds.len() == 2).then(|| format!("0:{seconds}"))
}

/// `5.54` as `5:54`.
pub fn with_dot(word: &str) -> Option<String> {
    let (minutes, seconds) = word.split_once('.')?;
    let is_length = is_digits(minutes) && is_digits(seconds) && seconds.len() == 2;
    (is_length && seconds < "60").then(|| format!("{minutes}:{seconds}"))
}

/// Drops leading zero hours: media players write `00:05:54`.
pub fn without_zero_hours(word: &str) -> String {
    match word.split_once(':') {
        Some((hours, rest)) if rest.contains(':') && hours.bytes().all(|byte| byte == b'0') => {
            rest.to_owned()
        }
        _ => word.to_owned(),
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
