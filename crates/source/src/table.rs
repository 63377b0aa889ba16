//! Reads a TOML table strictly: keys that must be there, keys that may be
//! there, and no others. Front matter and `site.toml` are both read with it.
//! What a value may be is in `table/values.rs`.

mod values;

use std::{collections::BTreeSet, ops::Range};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    diagnostic::SourceFile,
    placeholder,
    suggest::{list, nearest},
    toml_error::explain,
};

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
pub fn parse<'a>(
    sheet: &mut SourceFile,
    toml: &'a str,
    base: usize,
) -> Option<Spanned<DeTable<'a>>> {
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
        sheet: &mut SourceFile,
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

    /// Reports every key that was not asked for. `homes` are keys that belong
    /// elsewhere, with where that is.
    pub fn finish(self, sheet: &mut SourceFile, homes: &[(&str, &str)]) {
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
        sheet: &mut SourceFile,
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
    fn is_blank(&self, sheet: &mut SourceFile, value: &Spanned<DeValue<'_>>, key: Key) -> bool {
        let span = self.span(value);
        let is_blank = placeholder::is_value(&sheet.text()[span.clone()]);
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
        sheet: &mut SourceFile,
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
