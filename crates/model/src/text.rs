//! Builds the texts of the page without `core::fmt`.
//!
//! `format!`, `write!` and `to_string` keep Rust's formatting machinery in the
//! wasm. Code that the wasm contains calls these functions instead.

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
    }

    proptest! {
        #[test]
        fn numbers_are_formatted_as_by_the_standard_library(value: u32) {
            prop_assert_eq!(number(value), value.to_string());
            prop_assert_eq!(number(value % 100), (value % 100).to_string());
        }
    }
}
