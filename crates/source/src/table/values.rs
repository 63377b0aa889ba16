//! The kinds of values in a table: each is parsed, or reported.

use jiff::civil;
use toml::de::DeValue;

use super::{Table, expected};
use crate::{
    control_chars,
    diagnostic::SourceFile,
    language,
    placeholder::TEXT,
    schema::{Key, Kind},
    web_address::{self, AddressError},
};
use model::Date;

impl Table<'_> {
    /// A text without white space at its ends.
    pub fn text(&mut self, file: &mut SourceFile, key: Key) -> Option<String> {
        let text = self.text_of_kind(file, key, Kind::Text);
        text.or_else(|| is_blank(file, key).then(|| TEXT.to_owned()))
    }

    fn text_of_kind(&mut self, file: &mut SourceFile, key: Key, kind: Kind) -> Option<String> {
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
        let Some(date) = date.and_then(calendar_date) else {
            let what = format!("`{}` is not a date", key.name);
            file.report(
                self.span(value),
                what,
                "expected a date such as `2018-07-13`, without quotes",
            );
            return None;
        };
        Some(date)
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
