//! Reads a TOML table strictly: keys that must be there, keys that may be
//! there, and no others. Front matter and `site.toml` are both read with it.

use std::{collections::BTreeSet, ops::Range};

use jiff::civil;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    blank, language,
    problem::Sheet,
    toml_error::explain,
    words::{list, nearest},
};
use crate::review::Date;

/// A key of a table, with an example that a missing one is explained by.
#[derive(Clone, Copy)]
pub struct Key {
    pub name: &'static str,
    /// As the writer would write the value, quotes included.
    pub example: &'static str,
}

pub const fn key(name: &'static str, example: &'static str) -> Key {
    Key { name, example }
}

/// Parses TOML that starts `base` bytes into the sheet's text; every error of
/// syntax is reported.
pub fn parse<'a>(sheet: &mut Sheet, toml: &'a str, base: usize) -> Option<Spanned<DeTable<'a>>> {
    let (table, errors) = DeTable::parse_recoverable(toml);
    let mut lines = BTreeSet::new();
    for error in &errors {
        let found = explain(toml, error.span().unwrap_or_default(), error.message());
        // One slip often breaks the rest of its line as well.
        let line = toml[..found.span.start].matches('\n').count();
        if lines.insert(line) {
            let span = base + found.span.start..base + found.span.end;
            sheet.report(span, found.what, found.expected);
        }
    }
    errors.is_empty().then_some(table)
}

/// A table on its way to being read; each key asked for is ticked off, and
/// [`finish`](Self::finish) reports what is left.
pub struct Table<'a> {
    /// As the writer writes it, such as `[album]`; empty for the top level.
    name: &'static str,
    entries: &'a DeTable<'a>,
    /// Where a missing key is reported, in bytes of the file.
    anchor: Range<usize>,
    /// Where the TOML text starts in the file, in bytes.
    base: usize,
    known: Vec<&'static str>,
}

impl<'a> Table<'a> {
    pub fn top(entries: &'a DeTable<'a>, anchor: Range<usize>, base: usize) -> Self {
        Self {
            name: "",
            entries,
            anchor,
            base,
            known: Vec::new(),
        }
    }

    /// A table in this one. A missing one that is required is reported.
    pub fn table(
        &mut self,
        sheet: &mut Sheet,
        key: Key,
        heading: &'static str,
        required: bool,
    ) -> Option<Table<'a>> {
        let value = self.value(sheet, key, required)?;
        let anchor = self.span(value);
        match value.get_ref() {
            DeValue::Table(entries) => Some(Table {
                name: heading,
                entries,
                anchor,
                base: self.base,
                known: Vec::new(),
            }),
            other => {
                self.wrong_kind(sheet, anchor, key, other, "a table");
                None
            }
        }
    }

    /// A key whose absence is reported.
    pub fn text(&mut self, sheet: &mut Sheet, key: Key) -> Option<String> {
        self.read_text(sheet, key, true)
    }

    pub fn optional_text(&mut self, sheet: &mut Sheet, key: Key) -> Option<String> {
        self.read_text(sheet, key, false)
    }

    fn read_text(&mut self, sheet: &mut Sheet, key: Key, required: bool) -> Option<String> {
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
    pub fn flag(&mut self, sheet: &mut Sheet, key: Key) -> bool {
        let value = self.value(sheet, key, false);
        value.is_some_and(|value| match value.get_ref() {
            DeValue::Boolean(flag) => *flag,
            other => {
                self.wrong_kind(sheet, self.span(value), key, other, "`true` or `false`");
                false
            }
        })
    }

    pub fn date(&mut self, sheet: &mut Sheet, key: Key) -> Option<Date> {
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
    pub fn web_address(&mut self, sheet: &mut Sheet, key: Key) -> Option<String> {
        let url = self.text(sheet, key)?;
        self.absolute(sheet, key, url)
    }

    pub fn optional_web_address(&mut self, sheet: &mut Sheet, key: Key) -> Option<String> {
        let url = self.optional_text(sheet, key)?;
        self.absolute(sheet, key, url)
    }

    fn absolute(&self, sheet: &mut Sheet, key: Key, url: String) -> Option<String> {
        if url.starts_with("https://") || url.starts_with("http://") {
            return Some(url);
        }
        let what = format!("`{}` is not a web address", key.name);
        sheet.report(self.span(&self.entries[key.name]), what, expected(key));
        None
    }

    pub fn language(&mut self, sheet: &mut Sheet, key: Key) -> Option<String> {
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

    /// Reports every key that was not asked for. `homes` are keys that belong
    /// elsewhere, with where that is.
    pub fn finish(self, sheet: &mut Sheet, homes: &[(&str, &str)]) {
        for key in self.entries.keys() {
            let name: &str = key.get_ref();
            if self.known.contains(&name) {
                continue;
            }
            let place = match self.name {
                "" => String::new(),
                table => format!(" in `{table}`"),
            };
            let home = homes.iter().find(|(key, _)| *key == name);
            let expected = match (home, nearest(name, &self.known)) {
                (Some((_, home)), _) => format!("expected it {home}"),
                (None, Some(meant)) => format!("did you mean `{meant}`?"),
                (None, None) => format!("expected one of {}", list(&self.known)),
            };
            let span = key.span();
            sheet.report(
                self.base + span.start..self.base + span.end,
                format!("unknown key `{name}`{place}"),
                expected,
            );
        }
    }

    fn value(
        &mut self,
        sheet: &mut Sheet,
        key: Key,
        required: bool,
    ) -> Option<&'a Spanned<DeValue<'a>>> {
        self.known.push(key.name);
        let value = self.entries.get(key.name);
        if value.is_none() && required {
            let place = match self.name {
                "" => String::new(),
                table => format!(" from `{table}`"),
            };
            let what = format!("the key `{}` is missing{place}", key.name);
            sheet.report(self.anchor.clone(), what, expected(key));
        }
        value.filter(|value| !self.is_blank(sheet, value, key))
    }

    /// Reports a value that is still to be filled in.
    fn is_blank(&self, sheet: &mut Sheet, value: &Spanned<DeValue<'_>>, key: Key) -> bool {
        let span = self.span(value);
        let is_blank = blank::is_value(&sheet.text()[span.clone()]);
        if is_blank {
            let what = format!("`{}` is still blank", key.name);
            sheet.report(span, what, expected(key));
        }
        is_blank
    }

    fn span(&self, value: &Spanned<DeValue<'_>>) -> Range<usize> {
        self.base + value.span().start..self.base + value.span().end
    }

    fn wrong_kind(
        &self,
        sheet: &mut Sheet,
        span: Range<usize>,
        key: Key,
        found: &DeValue<'_>,
        kind: &str,
    ) {
        let what = format!("`{}` is of type {}, not {kind}", key.name, found.type_str());
        sheet.report(span, what, expected(key));
    }
}

fn expected(key: Key) -> String {
    match key.example.starts_with('[') {
        true => format!("expected a table `{}`", key.example),
        false => format!("expected `{} = {}`", key.name, key.example),
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
