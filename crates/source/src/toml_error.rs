//! Rewrites errors of the TOML parser for writers of reviews: most concern a
//! text without quotes, or a date in another format.

use std::ops::Range;

use super::schema::{EXPECTED_DAY, Schema};

/// An error in the TOML text; `span` is in bytes.
pub struct Explained {
    pub span: Range<usize>,
    pub what: String,
    pub expected: String,
    /// Whether a text has no end on its line.
    pub is_open: bool,
}

const NOT_CLOSED: &str = "are not closed on this line";

/// Explains the parser's `message` for the range `span` of `toml`.
pub fn explain(toml: &str, span: Range<usize>, message: &str, schema: &Schema) -> Explained {
    let start = toml[..span.start].rfind('\n').map_or(0, |end| end + 1);
    let line = toml[start..].lines().next().unwrap_or_default();
    let known = match line.split_once('=') {
        Some((name, value)) => explain_value(name.trim(), value.trim(), message, schema),
        None if message.contains("duplicate key") => explain_second_table(line),
        None => explain_colon(line, schema),
    };
    let Some((part, what, expected)) = known else {
        return Explained {
            span,
            what: "this is not valid TOML".to_owned(),
            expected: message.to_owned(),
            is_open: false,
        };
    };
    // In a duplicate key's line, the first occurrence of the name is the key.
    let at = start + line.find(part).unwrap_or_default();
    Explained {
        span: at..at + part.len(),
        is_open: what.ends_with(NOT_CLOSED),
        what,
        expected,
    }
}

type Words<'a> = (&'a str, String, String);

fn explain_value<'a>(
    name: &'a str,
    value: &'a str,
    message: &str,
    schema: &Schema,
) -> Option<Words<'a>> {
    if message.contains("duplicate key") {
        let what = format!("the key `{name}` is given twice");
        return Some((name, what, "expected each key once in its table".to_owned()));
    }
    if value.is_empty() || value.starts_with(['"', '\'']) {
        return explain_quotes(name, value)
            .or_else(|| explain_open_quote(name, value))
            .or_else(|| explain_backslash(name, value));
    }
    if let Some(expected) = schema.expected_date(name) {
        let what = format!("`{value}` is not a date");
        // The parser knows of days only.
        let precise = message.strip_prefix("invalid date, ");
        let precise = precise.filter(|_| expected == EXPECTED_DAY);
        return Some((value, what, precise.unwrap_or(expected).to_owned()));
    }
    if !message.contains("must be quoted") {
        return None;
    }
    let bare = value.trim_matches(['“', '”', '„', '«', '»', '‘', '’', ' ']);
    let what = match bare == value {
        true => format!("`{value}` is not in quotes"),
        false => format!("the quotes around `{bare}` are not straight"),
    };
    let expected = format!("expected `{name} = \"{}\"`", bare.replace('"', "\\\""));
    Some((value, what, expected))
}

/// `"Night "Trains""`: the second quotation mark ends the text.
fn explain_quotes<'a>(name: &str, value: &'a str) -> Option<Words<'a>> {
    let inner = value.strip_prefix('"')?.strip_suffix('"')?;
    let inner = Some(inner).filter(|inner| inner.contains('"') && !inner.contains(['\\', '#']))?;
    let what = "there are quotes inside these quotes".to_owned();
    let expected = inner.replace('"', "\\\"");
    Some((value, what, format!("expected `{name} = \"{expected}\"`")))
}

/// `title = "Night Trains`, also where the text continues on the next line.
fn explain_open_quote<'a>(name: &str, value: &'a str) -> Option<Words<'a>> {
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let is_multi_line = value.starts_with("\"\"\"") || value.starts_with("'''");
    let is_open = value.matches(quote).count() == 1 && !is_multi_line;
    let text = value.trim_matches(quote);
    is_open.then(|| {
        let what = format!("the quotes of `{name}` {NOT_CLOSED}");
        (
            value,
            what,
            format!("expected `{name} = {quote}{text}{quote}` on one line"),
        )
    })
}

/// `"AC\DC"`: a backslash in double quotes begins an escape.
fn explain_backslash<'a>(name: &str, value: &'a str) -> Option<Words<'a>> {
    let text = value.strip_prefix('"')?.strip_suffix('"')?;
    let is_literal = text.contains('\\') && !text.contains(['\'', '"']);
    is_literal.then(|| {
        let what = "a backslash in double quotes begins an escape".to_owned();
        (
            value,
            what,
            format!("expected `{name} = '{text}'`, in single quotes"),
        )
    })
}

/// `[album]`, a second time.
fn explain_second_table(line: &str) -> Option<Words<'_>> {
    let table = line.trim();
    let what = format!("the table `{table}` is given twice");
    let expected = "expected its keys in one place".to_owned();
    table.starts_with('[').then_some((table, what, expected))
}

/// `label: "Sleeper Records"`, the syntax of YAML.
fn explain_colon<'a>(line: &'a str, schema: &Schema) -> Option<Words<'a>> {
    let (name, value) = line.split_once(':')?;
    let is_key = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic());
    let key = name.to_ascii_lowercase();
    let is_table = schema.tables.iter().any(|table| table.name == key);
    let expected = match is_table && value.trim().is_empty() {
        true => format!("expected `[{key}]`, and its keys on the lines below"),
        false => format!("expected `{key} = {}`", value.trim()),
    };
    is_key.then(|| {
        (
            ":",
            format!("the key `{name}` is followed by `:`"),
            expected,
        )
    })
}
