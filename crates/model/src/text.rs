//! Builds and splits texts, for code that the wasm contains.
//!
//! `format!`, `write!` and `to_string` keep Rust's formatting machinery in the
//! wasm; `contains`, `find`, `split` and `match_indices` its string searchers,
//! one for each kind of pattern.

/// Joins the parts.
pub fn concat(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

/// Joins the texts, with the separator between them.
pub fn join(texts: &[String], separator: &str) -> String {
    let mut joined = String::new();
    for (at, text) in texts.iter().enumerate() {
        if at > 0 {
            joined.push_str(separator);
        }
        joined.push_str(text);
    }
    joined
}

/// Names as one text: `A`, `A and B`, or `A, B and C`; empty if there are none.
pub fn listed(names: &[String]) -> String {
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => concat(&[&join(rest, ", "), " and ", last]),
        None => String::new(),
    }
}

/// A number in decimal digits.
pub fn number(number: u32) -> String {
    let mut text = String::new();
    push_number(&mut text, number);
    text
}

/// The number of elements in a list, in decimal digits.
pub fn count(count: usize) -> String {
    number(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Appends a number in decimal digits.
pub fn push_number(text: &mut String, number: u32) {
    if number > 9 {
        push_number(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

/// Parses digits only: `u32::from_str` also accepts `+5`.
pub fn parse_number(text: &str) -> Option<u32> {
    let mut number: u32 = 0;
    for byte in text.bytes() {
        let digit = byte.checked_sub(b'0').filter(|&digit| digit < 10)?;
        number = number.checked_mul(10)?.checked_add(digit.into())?;
    }
    (!text.is_empty()).then_some(number)
}

/// The byte offset of the first `needle` in `text` that starts at `from` or
/// later. An empty needle is never found.
pub fn find(text: &str, needle: &str, from: usize) -> Option<usize> {
    let (text, needle) = (text.as_bytes(), needle.as_bytes());
    let first = needle.first()?;
    let last = text.len().checked_sub(needle.len())?;
    (from..=last).find(|&at| text[at] == *first && text[at..].starts_with(needle))
}

/// Splits a text at the first separator.
pub fn cut<'a>(text: &'a str, separator: &str) -> Option<(&'a str, &'a str)> {
    let at = find(text, separator, 0)?;
    Some((&text[..at], &text[at + separator.len()..]))
}

/// Splits a text at each separator.
pub fn split<'a>(text: &'a str, separator: &'a str) -> impl Iterator<Item = &'a str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let parts = cut(text, separator);
        rest = parts.map(|(_, after)| after);
        Some(parts.map_or(text, |(part, _)| part))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn joins_texts() {
        assert_eq!(concat(&["a", "", "b"]), "ab");
        let texts = ["a", "b", "c"].map(String::from);
        assert_eq!(join(&texts, ", "), "a, b, c");
        assert_eq!(join(&texts[..1], ", "), "a");
        assert_eq!(join(&[], ", "), "");
        assert_eq!(listed(&texts), "a, b and c");
        assert_eq!([listed(&texts[..1]), listed(&[])], ["a", ""]);
    }

    proptest! {
        #[test]
        fn numbers_are_formatted_as_by_the_standard_library(value: u32) {
            prop_assert_eq!(number(value), value.to_string());
            prop_assert_eq!(number(value % 100), (value % 100).to_string());
            prop_assert_eq!(parse_number(&number(value)), Some(value));
        }

        #[test]
        fn only_digits_are_a_number(text in "[-+0-9a ]{0,12}") {
            let digits = text.bytes().all(|byte| byte.is_ascii_digit());
            let expected = text.parse::<u32>().ok().filter(|_| digits);
            prop_assert_eq!(parse_number(&text), expected);
        }

        #[test]
        fn texts_are_searched_as_by_the_standard_library(
            text in "[abé]{0,12}",
            needle in "[abé]{1,3}",
            from in 0usize..14,
        ) {
            let later = text.get(from..).and_then(|rest| rest.find(&needle));
            if text.get(from..).is_some() {
                prop_assert_eq!(find(&text, &needle, from), later.map(|at| at + from));
            }
            prop_assert_eq!(find(&text, "", from), None);
            prop_assert_eq!(cut(&text, &needle), text.split_once(&needle));
            prop_assert!(split(&text, &needle).eq(text.split(&needle)));
        }
    }
}
