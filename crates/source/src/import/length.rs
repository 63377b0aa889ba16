//! Recognizes track lengths in pasted text.

mod forms;

use model::UNKNOWN_LENGTH;

use forms::{
    is_inexact, is_of_digits, with_ascii_digits, with_dot, with_letters, with_primes, with_seconds,
    without_minutes, without_zero_hours,
};

/// What people write where they do not know a length.
const UNKNOWN: [&str; 7] = ["?:??", "??:??", "?", "-:--", "--:--", "–:––", "_:__"];

/// Words before a length that is an estimate. `about` may end a title.
const ESTIMATED: [&str; 5] = ["ca.", "ca", "c.", "circa", "approx."];

/// Units behind a length.
const UNITS: [&str; 6] = ["min", "min.", "mins", "minutes", "Min", "Min."];

/// What follows a time of day.
const TIMES_OF_DAY: [&str; 9] = [
    "AM", "PM", "am", "pm", "A.M.", "P.M.", "a.m.", "p.m.", "Uhr",
];

/// Normalizes a word that looks like a length: `5:54`, `1:35:45`, `(5:54)`,
/// `[5.54]`, `5'54"`, `5m54s`, in full-width digits too. It is not validated:
/// `3:7` and `3:60` are returned as they are, and the publisher reports them.
/// A sign for an unknown length becomes [`UNKNOWN_LENGTH`], and so does what is
/// no exact length: `~1:15`, `1:12-1:20`, `3:20.5`.
pub fn of(word: &str) -> Option<String> {
    let word = with_ascii_digits(word.trim());
    let word = word.as_str();
    let bare = match word.chars().next()? {
        '(' => word.strip_prefix('(')?.strip_suffix(')')?,
        '[' => word.strip_prefix('[')?.strip_suffix(']')?,
        '（' => word.strip_prefix('（')?.strip_suffix('）')?,
        _ => word,
    };
    let is_in_brackets = bare.len() < word.len();
    let word = bare.trim();
    if UNKNOWN.contains(&word) && (is_in_brackets || word.len() > 1) {
        return Some(UNKNOWN_LENGTH.to_owned());
    }
    let unit = UNITS.iter().find_map(|unit| word.strip_suffix(unit));
    let word = unit
        .filter(|word| word.contains(':'))
        .unwrap_or(word)
        .trim();
    if is_inexact(word) {
        return Some(UNKNOWN_LENGTH.to_owned());
    }
    let word = without_minutes(word)
        .or_else(|| with_primes(word))
        .or_else(|| with_letters(word))
        .or_else(|| with_seconds(word).filter(|_| is_in_brackets))
        .or_else(|| with_dot(word).filter(|_| is_in_brackets))
        .unwrap_or_else(|| word.to_owned());
    is_of_digits(&word).then(|| without_zero_hours(&word))
}

const DASHES: [char; 3] = ['-', '–', '—'];

/// Splits a length off the end of a text, with its unit and what makes it an
/// estimate.
pub fn at_end(text: &str) -> Option<(&str, String)> {
    let text = text.trim_end();
    let unit = last_word(text).filter(|(_, unit)| UNITS.contains(unit));
    let unit = unit.filter(|(before, _)| before.trim_end().ends_with(|c: char| c.is_ascii_digit()));
    let bare = unit.map_or(text, |(before, _)| before.trim_end());
    let start = match bare.chars().next_back()? {
        ')' => bare.rfind('(')?,
        ']' => bare.rfind('[')?,
        '）' => bare.rfind('（')?,
        _ => last_word(bare).map_or(0, |(before, _)| before.len()),
    };
    let (before, length) = (&text[..start], of(&bare[start..])?);
    let (earlier, word) = last_word(before.trim_end()).unwrap_or(("", before));
    let is_bare = bare.ends_with(|c: char| c.is_ascii_digit());
    if is_bare && ESTIMATED.contains(&word) && !earlier.is_empty() {
        return Some((earlier, UNKNOWN_LENGTH.to_owned()));
    }
    let from = before.trim_end().strip_suffix(DASHES).map(str::trim_end);
    let range = from.map(|from| last_word(from).unwrap_or(("", from)));
    Some(match range.filter(|(_, from)| is_exact(from)) {
        Some((before, _)) => (before, UNKNOWN_LENGTH.to_owned()),
        None => (before, length),
    })
}

/// Splits the last of several words off a text, which spaces or dot leaders
/// divide.
fn last_word(text: &str) -> Option<(&str, &str)> {
    let space = text.char_indices().rfind(|(_, c)| c.is_whitespace());
    let space = space.map(|(at, c)| at + c.len_utf8());
    let leaders = ["...", "…", "__"].iter();
    let leader = leaders.filter_map(|leader| Some(text.rfind(leader)? + leader.len()));
    Some(text.split_at(space.max(leader.max())?))
}

/// Splits a length off the start of a text; a time of day is none.
pub fn at_start(text: &str) -> Option<(&str, String)> {
    let text = text.trim_start();
    let end = match text.chars().next()? {
        '(' => text.find(')')? + 1,
        '[' => text.find(']')? + 1,
        _ => text.find(char::is_whitespace).unwrap_or(text.len()),
    };
    let (rest, length) = (&text[end..], of(&text[..end])?);
    let next = rest.split_whitespace().next().unwrap_or_default();
    if TIMES_OF_DAY.contains(&next) {
        return None;
    }
    let to = rest.trim_start().strip_prefix(DASHES).map(str::trim_start);
    let range = to.map(|to| to.split_at(to.find(char::is_whitespace).unwrap_or(to.len())));
    Some(match range.filter(|(to, _)| is_exact(to)) {
        Some((_, rest)) => (rest, UNKNOWN_LENGTH.to_owned()),
        None => (rest, length),
    })
}

/// Splits a text around its last length, if what follows it cannot be part of a
/// title: `Points (2:14) – live`, `Points 2:14 [live]`.
pub fn within(text: &str) -> Option<(&str, String, &str)> {
    let words = text.split_whitespace().rev();
    words.filter(|word| is_exact(word)).find_map(|word| {
        let (before, after) = text.rsplit_once(word)?;
        let after = after.trim();
        let is_apart =
            word.starts_with(['(', '[']) || after.starts_with(['(', '[', '–', '—', '*', '★']);
        let is_whole = before.ends_with(char::is_whitespace) && !before.trim().is_empty();
        (is_apart && is_whole && !after.is_empty())
            .then(|| (before, of(word).unwrap_or_default(), after))
    })
}

/// Whether a word is a length with a colon.
pub fn is_exact(word: &str) -> bool {
    word.contains(':') && of(word).is_some_and(|length| length != UNKNOWN_LENGTH)
}

/// What a text has in place of a known length, such as `~1:15`, if it is more
/// than a sign that the length is unknown.
pub fn inexact(written: &str, length: &str) -> Option<String> {
    let is_inexact = length == UNKNOWN_LENGTH && written.contains(|c: char| c.is_ascii_digit());
    is_inexact.then(|| written.trim().to_owned())
}

/// The seconds of a length that [`of`] returned, if it is valid.
pub fn seconds(length: &str) -> Option<u32> {
    Some(length.parse::<model::Length>().ok()?.seconds())
}

/// Formats seconds as a length.
pub fn from_seconds(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognizes_lengths() {
        for (word, length) in [
            ("5:54", "5:54"),
            ("(05:54)", "05:54"),
            ("[1:35:45]", "1:35:45"),
            ("00:05:54", "05:54"),
            ("5'54\"", "5:54"),
            ("5′54″", "5:54"),
            ("(5’54)", "5:54"),
            ("5'54", "5:54"),
            ("[5.23]", "5:23"),
            ("(5m 4s)", "5:04"),
            ("5m49s", "5:49"),
            ("1h2m3s", "1:02:03"),
            ("０２：３４", "02:34"),
            ("3:7", "3:7"),
            (":45", "0:45"),
            ("(?:??)", "?:??"),
            ("--:--", "?:??"),
            ("5:54min.", "5:54"),
            ("(45 sec)", "0:45"),
            ("（5:54）", "5:54"),
            ("~1:15", "?:??"),
            ("(ca. 1:15)", "?:??"),
            ("1:12?", "?:??"),
            ("1:12-1:20", "?:??"),
            ("3:20.5", "?:??"),
        ] {
            assert_eq!(of(word).as_deref(), Some(length), "{word}");
        }
    }

    #[test]
    fn rejects_other_words() {
        for word in [
            "",
            "5",
            "5:",
            ":5",
            "(5:54",
            "1:2:3:4",
            "a:54",
            "2049:12",
            "(Reprise)",
            "5'4",
            "5'64",
            "'54",
            "2.5",
            ".45",
            "5.23",
            "(2.5)",
            "(5.75)",
            "ms",
            "45s",
            "?",
        ] {
            assert_eq!(of(word), None, "{word}");
        }
    }

    #[test]
    fn splits_a_length_off_either_end() {
        assert_eq!(
            at_end("Points (Reprise) (2:14) "),
            Some(("Points (Reprise) ", "2:14".to_owned()))
        );
        assert_eq!(
            at_end("Points\u{2003}2:14"),
            Some(("Points\u{2003}", "2:14".to_owned()))
        );
        for end in ["Points(2:14)", "Points[ 2:14 ]"] {
            assert_eq!(at_end(end), Some(("Points", "2:14".to_owned())), "{end}");
        }
        for start in ["2:14 Points", "( 2:14 ) Points", "[2:14] Points"] {
            let parted = Some((" Points", "2:14".to_owned()));
            assert_eq!(at_start(start), parted, "{start}");
        }
        assert_eq!(
            at_start("(2:14)Points"),
            Some(("Points", "2:14".to_owned()))
        );
        assert_eq!(
            at_start("[2:14]Points"),
            Some(("Points", "2:14".to_owned()))
        );
        assert_eq!(
            at_end("Points....2:14"),
            Some(("Points....", "2:14".to_owned()))
        );
        for inexact in ["Points ca. 2:14", "Points 0:00 - 2:14", "Points ~2:14"] {
            assert_eq!(at_end(inexact), Some(("Points ", "?:??".to_owned())));
        }
        assert_eq!(
            at_start("0:00 - 2:14 Points"),
            Some((" Points", "?:??".to_owned()))
        );
        assert_eq!(
            at_end("Points 2:14 min"),
            Some(("Points ", "2:14".to_owned()))
        );
        assert_eq!(at_end("Points (2:14) live"), None);
        assert_eq!(at_start("6:15 pm"), None);
    }
}
