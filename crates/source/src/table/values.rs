//! The kinds of values in a table: each is parsed, or reported.

use std::ops::Range;

use jiff::civil;
use toml::{Spanned, de::DeValue};

use super::{Table, expected};
use crate::{
    control_chars,
    diagnostic::SourceFile,
    language,
    placeholder::TEXT,
    schema::{EXPECTED_DATE, EXPECTED_DAY, Key, Kind},
    web_address::{self, AddressError},
};
use model::Date;

impl Table<'_> {
    /// A text without white space at its ends.
    pub fn text(&mut self, file: &mut SourceFile, key: Key) -> Option<String> {
        let text = self.text_of_kind(file, key, Kind::Text);
        text.or_else(|| is_blank(file, key).then(|| TEXT.to_owned()))
    }

    /// A list of texts; empty if the key is absent.
    pub fn texts(&mut self, file: &mut SourceFile, key: Key) -> Vec<String> {
        let texts = self.spanned_texts(file, key).into_iter();
        texts.map(|(text, _)| text).collect()
    }

    /// A list of texts, each with its byte range in the file.
    pub(super) fn spanned_texts(
        &mut self,
        file: &mut SourceFile,
        key: Key,
    ) -> Vec<(String, Range<usize>)> {
        let Some(value) = self.value(file, key, key.kind) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value.get_ref() else {
            let kind = "a list in square brackets";
            self.wrong_kind(file, self.span(value), key, value.get_ref(), kind);
            return Vec::new();
        };
        if items.is_empty() {
            file.report(
                self.span(value),
                format!("`{}` is empty", key.name),
                expected(key),
            );
        }
        let items = items
            .iter()
            .filter_map(|item| Some((self.item(file, key, item)?, self.span(item))));
        items.collect()
    }

    fn item(&self, file: &mut SourceFile, key: Key, item: &Spanned<DeValue<'_>>) -> Option<String> {
        match item.get_ref() {
            _ if self.is_placeholder(file, item, key) => None,
            DeValue::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            DeValue::String(_) => {
                let what = format!("a text of `{}` is empty", key.name);
                file.report(self.span(item), what, expected(key));
                None
            }
            other => {
                self.wrong_kind(file, self.span(item), key, other, "texts in quotes");
                None
            }
        }
    }

    /// One of the texts that the key allows.
    pub fn choice(&mut self, file: &mut SourceFile, key: Key) -> Option<&'static str> {
        let Kind::Choice(allowed) = key.kind else {
            return None;
        };
        let text = self.text_of_kind(file, key, key.kind)?;
        let choice = allowed.iter().find(|allowed| **allowed == text);
        if choice.is_none() {
            let written = allowed
                .iter()
                .map(|allowed| format!("`{} = \"{allowed}\"`", key.name));
            let written: Vec<String> = written.collect();
            let what = format!("`{}` cannot be `{text}`", key.name);
            self.report(
                file,
                key,
                what,
                format!("expected {}", written.join(" or ")),
            );
        }
        choice.copied()
    }

    pub(super) fn text_of_kind(
        &mut self,
        file: &mut SourceFile,
        key: Key,
        kind: Kind,
    ) -> Option<String> {
        let value = self.value(file, key, kind)?;
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                let what = format!("`{}` is empty", key.name);
                file.report(self.span(value), what, expected(key));
                None
            }
            DeValue::String(text) => {
                control_chars::report_escaped(file, text, self.span(value));
                Some(text.trim().to_owned())
            }
            other => {
                self.wrong_kind(file, self.span(value), key, other, "a text in quotes");
                None
            }
        }
    }

    /// A boolean; `false` if the key is absent.
    pub fn flag(&mut self, file: &mut SourceFile, key: Key) -> bool {
        let value = self.value(file, key, Kind::Flag);
        value.is_some_and(|value| match value.get_ref() {
            DeValue::Boolean(flag) => *flag,
            other => {
                self.wrong_kind(file, self.span(value), key, other, "`true` or `false`");
                false
            }
        })
    }

    pub fn date(&mut self, file: &mut SourceFile, key: Key) -> Option<Date> {
        let date = self.written_date(file, key);
        date.or_else(|| is_blank(file, key).then(blank_date))
    }

    fn written_date(&mut self, file: &mut SourceFile, key: Key) -> Option<Date> {
        let value = self.value(file, key, Kind::Date)?;
        let date = match value.get_ref() {
            DeValue::Datetime(when) if when.time.is_none() => when.date,
            _ => None,
        };
        let date = date.and_then(calendar_date);
        self.report_unless_date(file, value, key, &date, EXPECTED_DAY);
        date
    }

    /// A day, a month as text, or a year as number.
    pub fn partial_date(&mut self, file: &mut SourceFile, key: Key) -> Option<Date> {
        let date = self.written_partial_date(file, key);
        date.or_else(|| is_blank(file, key).then(blank_date))
    }

    fn written_partial_date(&mut self, file: &mut SourceFile, key: Key) -> Option<Date> {
        let value = self.value(file, key, Kind::PartialDate)?;
        let date = match value.get_ref() {
            DeValue::Datetime(when) if when.time.is_none() => when.date.and_then(calendar_date),
            DeValue::String(text) => month(text.trim()),
            DeValue::Integer(number) => year(number.as_str()).filter(|_| number.radix() == 10),
            _ => None,
        };
        self.report_unless_date(file, value, key, &date, EXPECTED_DATE);
        date
    }

    fn report_unless_date(
        &self,
        file: &mut SourceFile,
        value: &Spanned<DeValue<'_>>,
        key: Key,
        date: &Option<Date>,
        expected: &str,
    ) {
        if date.is_none() {
            let what = format!("`{}` is not a date", key.name);
            file.report(self.span(value), what, expected);
        }
    }

    /// An absolute `https` or `http` URL.
    pub fn web_address(&mut self, file: &mut SourceFile, key: Key) -> Option<String> {
        self.address(file, key, web_address::any)
    }

    /// The `https` or `http` URL of a folder, which ends in `/`.
    pub fn folder_address(&mut self, file: &mut SourceFile, key: Key) -> Option<String> {
        self.address(file, key, web_address::folder)
    }

    fn address(
        &mut self,
        file: &mut SourceFile,
        key: Key,
        validate: fn(&str) -> Result<String, AddressError>,
    ) -> Option<String> {
        let address = self.text_of_kind(file, key, Kind::WebAddress)?;
        let validated = validate(&address);
        validated
            .map_err(|error| self.report(file, key, error.what, error.expected))
            .ok()
    }

    pub fn language(&mut self, file: &mut SourceFile, key: Key) -> Option<String> {
        let tag = self.text_of_kind(file, key, Kind::Language)?;
        if language::is_valid(&tag) {
            return Some(tag);
        }
        let what = format!("`{tag}` is not a language tag");
        let expected = format!("expected {}", language::suggestion(&tag));
        self.report(file, key, what, expected);
        None
    }
}

/// Whether a text is an absolute `https` or `http` URL.
pub(super) fn is_web_address(text: &str) -> bool {
    web_address::any(text).is_ok()
}

/// Whether a value that could not be read is shown as a blank, for the writer
/// of a draft.
fn is_blank(file: &SourceFile, key: Key) -> bool {
    file.allows_blanks && key.required
}

/// A day that is surely not the right one.
fn blank_date() -> Date {
    Date {
        iso: civil::Date::MAX.to_string(),
        words: TEXT.to_owned(),
    }
}

/// TOML checks the ranges of month and day; `jiff` also checks the day against
/// the month.
fn calendar_date(date: toml::value::Date) -> Option<Date> {
    let date = civil::Date::new(
        date.year.try_into().ok()?,
        date.month.try_into().ok()?,
        date.day.try_into().ok()?,
    )
    .ok()?;
    Some(Date {
        iso: date.to_string(),
        words: date.strftime("%-d %B %Y").to_string(),
    })
}

/// `2018-05`.
fn month(text: &str) -> Option<Date> {
    let (year, month) = text.split_once('-')?;
    let has_digits = year.len() == 4 && month.len() == 2;
    let day = civil::Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?;
    (has_digits && day.year() > 0).then(|| Date {
        iso: text.to_owned(),
        words: day.strftime("%B %Y").to_string(),
    })
}

/// `1958`, in four digits.
fn year(text: &str) -> Option<Date> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_year.then(|| Date {
        iso: text.to_owned(),
        words: text.to_owned(),
    })
}
