//! Writes the front matter of a draft: every key that exists, each with a
//! comment and its value, a placeholder, or an example that is commented out.

use std::fmt::{self, Write};

use super::draft::Draft;
use crate::{
    placeholder::TEXT,
    schema::{Key, Kind, REVIEW},
};

const HINT: &str = "\
# A line that starts with `#` is a hint, and never shown. The build reports
# each `???` until it is replaced. A key behind a `#` may be left out;
# to use it, remove the `#`.
";

/// Writes the front matter with the draft's values.
pub fn front_matter(draft: &Draft, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "+++\n{HINT}")?;
    keys("", draft, f)?;
    for table in REVIEW.tables {
        let is_used = table.required || draft.has_values_in(table.name);
        let comment = if is_used { "" } else { "#" };
        f.write_char('\n')?;
        if !table.hint.is_empty() {
            writeln!(f, "# {}", table.hint)?;
        }
        writeln!(f, "{comment}[{}]", table.name)?;
        match is_used {
            true => keys(table.name, draft, f)?,
            false => unused_keys(table.name, f)?,
        }
    }
    if !draft.unplaced.is_empty() {
        f.write_str("\n# What the import found no place for:\n")?;
    }
    for line in &draft.unplaced {
        // TOML allows no control characters in comments.
        writeln!(f, "# {}", line.replace(char::is_control, " "))?;
    }
    f.write_str("+++\n")
}

fn keys(table: &str, draft: &Draft, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut keys = REVIEW.keys.iter().filter(|key| key.table == table);
    keys.try_for_each(|key| write_key(key, draft, f))
}

/// The keys of an optional table, as comments.
fn unused_keys(table: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut keys = REVIEW.keys.iter().filter(|key| key.table == table);
    keys.try_for_each(|key| writeln!(f, "#{} = {}", key.name, key.example))
}

fn write_key(key: &Key, draft: &Draft, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Key {
        name,
        example,
        hint,
        ..
    } = key;
    let value = draft.value(key);
    let is_replaced = key.instead.iter().any(|other| draft.has(key.table, other));
    let required = key.required && !is_replaced;
    match value {
        None if required => writeln!(f, "# {hint} As in `{example}`.")?,
        _ => writeln!(f, "# {hint}")?,
    }
    match (value, key.kind) {
        (Some(value), Kind::Date | Kind::Flag) => writeln!(f, "{name} = {value}"),
        (Some(value), Kind::PartialDate) if value.len() != "2018-05".len() => {
            writeln!(f, "{name} = {value}")
        }
        (Some(value), Kind::Texts | Kind::WebAddresses) => {
            writeln!(f, "{name} = [{}]", quoted(value))
        }
        (Some(value), _) => writeln!(f, "{name} = {}", quoted(value)),
        (None, _) if required => writeln!(f, "{name} = \"{TEXT}\""),
        (None, _) => writeln!(f, "#{name} = {example}"),
    }
}

/// A TOML basic string.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            // A title that is literally `???` must not be read as a
            // placeholder.
            '?' if text == TEXT => quoted.push_str("\\u003F"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_text_parses_back_and_is_no_placeholder() {
        for text in [
            "Night Trains",
            "\"Night\" \\ Trains",
            "Why?",
            "tab\there",
            TEXT,
        ] {
            let quoted = quoted(text);
            assert_ne!(quoted, format!("\"{TEXT}\""));
            let table: toml::Table = format!("title = {quoted}").parse().expect("it is TOML");
            assert_eq!(table["title"].as_str(), Some(text));
        }
        assert_eq!(quoted("Why?"), "\"Why?\"", "a question stays readable");
    }
}
