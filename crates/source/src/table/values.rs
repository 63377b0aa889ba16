//! What the values of a table may be: each kind read, or reported.

use jiff::civil;
use toml::de::DeValue;

use super::{Key, Table, expected};
use crate::{diagnostic::SourceFile, language};
use model::Date;

impl Table<'_> {
    /// A key whose absence is reported.
    pub fn text(&mut self, sheet: &mut SourceFile, key: Key) -> Option<String> {
        self.read_text(sheet, key, true)
    }

    pub fn optional_text(&mut self, sheet: &mut SourceFile, key: Key) -> Option<String> {
        self.read_text(sheet, key, false)
    }

    fn read_text(&mut self, sheet: &mut SourceFile, key: Key, required: bool) -> Option<String> {
        let value = self.value(sheet, key, required)?;
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                let what = format!("`{}` is empty", key.name);
                sheet.report(self.span(value), what, expected(key));
                None
            }
            DeValue::String(text) => Some(text.trim().to_owned()),
            other => {
                self.wrong_kind(sheet, self.span(value), key, other, "a text in quotes");
                None
            }
        }
    }

    /// A key that is `true` or `false`; the latter where it is absent.
    pub fn flag(&mut self, sheet: &mut SourceFile, key: Key) -> bool {
        let value = self.value(sheet, key, false);
        value.is_some_and(|value| match value.get_ref() {
            DeValue::Boolean(flag) => *flag,
            other => {
                self.wrong_kind(sheet, self.span(value), key, other, "`true` or `false`");
                false
            }
        })
    }

    pub fn date(&mut self, sheet: &mut SourceFile, key: Key) -> Option<Date> {
        let value = self.value(sheet, key, true)?;
        let date = match value.get_ref() {
            DeValue::Datetime(when) if when.time.is_none() => when.date,
            _ => None,
        };
        let Some(date) = date.and_then(calendar_date) else {
            let what = format!("`{}` is not a date", key.name);
            sheet.report(
                self.span(value),
                what,
                "expected a date such as `2018-07-13`, without quotes",
            );
            return None;
        };
        Some(date)
    }

    /// An absolute `https` or `http` URL whose absence is reported.
    pub fn web_address(&mut self, sheet: &mut SourceFile, key: Key) -> Option<String> {
        let url = self.text(sheet, key)?;
        self.absolute(sheet, key, url)
    }

    pub fn optional_web_address(&mut self, sheet: &mut SourceFile, key: Key) -> Option<String> {
        let url = self.optional_text(sheet, key)?;
        self.absolute(sheet, key, url)
    }

    fn absolute(&self, sheet: &mut SourceFile, key: Key, url: String) -> Option<String> {
        if url.starts_with("https://") || url.starts_with("http://") {
            return Some(url);
        }
        let what = format!("`{}` is not a web address", key.name);
        sheet.report(self.span(&self.entries[key.name]), what, expected(key));
        None
    }

    pub fn language(&mut self, sheet: &mut SourceFile, key: Key) -> Option<String> {
        let tag = self.text(sheet, key)?;
        language::checked(&tag)
            .map_err(|wrong| {
                sheet.report(
                    self.span(&self.entries[key.name]),
                    wrong.what,
                    expected(key),
                );
            })
            .ok()
    }
}

/// TOML checks the ranges of month and day; the calendar checks the day of
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
