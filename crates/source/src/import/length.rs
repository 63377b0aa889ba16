//! Recognizes track lengths in pasted text.

/// Normalizes a word that looks like a length: `5:54`, `1:35:45`, `(5:54)`,
/// `[5:54]`, `5'54"`. It is not validated: `3:7` and `3:60` are returned as
/// they are, and the publisher reports them.
pub fn of(word: &str) -> Option<String> {
    let word = word.trim();
    let word = match word.chars().next()? {
        '(' => word.strip_prefix('(')?.strip_suffix(')')?,
        '[' => word.strip_prefix('[')?.strip_suffix(']')?,
        _ => word,
    };
    let word = word.trim();
    let word = with_primes(word).unwrap_or_else(|| word.to_owned());
    let parts: Vec<&str> = word.split(':').collect();
    let numbers = parts.iter().all(|part| {
        (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    ((2..=3).contains(&parts.len()) && numbers).then(|| without_zero_hours(&word))
}

/// `5'54"` and `5′54″` as `5:54`.
fn with_primes(word: &str) -> Option<String> {
    let word = word
        .strip_suffix(['"', '″', '”'])
        .or_else(|| word.strip_suffix("''"))?;
    let (minutes, seconds) = word.split_once(['\'', '′', '’'])?;
    Some(format!("{}:{}", minutes.trim(), seconds.trim()))
}

/// Drops leading zero hours: media players write `00:05:54`.
fn without_zero_hours(word: &str) -> String {
    match word.split_once(':') {
        Some((hours, rest)) if rest.contains(':') && hours.bytes().all(|byte| byte == b'0') => {
            rest.to_owned()
        }
        _ => word.to_owned(),
    }
}

/// Splits a length off the end of a text.
pub fn at_end(text: &str) -> Option<(&str, String)> {
    let text = text.trim_end();
    let start = match text.chars().next_back()? {
        ')' => text.rfind('(')?,
        ']' => text.rfind('[')?,
        _ => text.rfind(char::is_whitespace).map_or(0, |space| space + 1),
    };
    // `rfind` returns the start of the space, which may have several bytes.
    let start = (start..text.len()).find(|at| text.is_char_boundary(*at))?;
    Some((&text[..start], of(&text[start..])?))
}

/// Splits a length off the start of a text.
pub fn at_start(text: &str) -> Option<(&str, String)> {
    let text = text.trim_start();
    let end = match text.chars().next()? {
        '(' => text.find(')')? + 1,
        '[' => text.find(']')? + 1,
        _ => text.find(char::is_whitespace).unwrap_or(text.len()),
    };
    Some((&text[end..], of(&text[..end])?))
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
            ("3:7", "3:7"),
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
            ":54",
            "(5:54",
            "1:2:3:4",
            "a:54",
            "2049:12",
            "(Reprise)",
            "5'54",
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
        assert_eq!(at_end("Points (2:14) live"), None);
    }
}
