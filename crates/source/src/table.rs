//! Parses a TOML table strictly: required keys, optional keys, and no others.
//! Used for front matter and `site.toml`. `table/values.rs` validates values.

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

/// A key with an example value, which diagnostics show.
#[derive(Clone, Copy)]
pub struct Key {
    pub name: &'static str,
    /// As written in the file, quotes included.
    pub example: &'static str,
}

pub const fn key(name: &'static str, example: &'static str) -> Key {
    Key { name, example }
}

/// Parses TOML that starts at byte `base` of the file; reports all syntax
/// errors.
pub fn parse<'a>(
    file: &mut SourceFile,
    toml: &'a str,
    base: usize,
) -> Option<Spanned<DeTable<'a>>> {
    let (table, errors) = DeTable::parse_recoverable(toml);
    let mut lines = BTreeSet::new();
    for error in &errors {
        let found = explain(toml, error.span().unwrap_or_default(), error.message());
        // One mistake often causes several errors in its line; report the
        // first.
        let line = toml[..found.span.start].matches('\n').count();
        if lines.insert(line) {
            let span = base + found.span.start..base + found.span.end;
            file.report(span, found.what, found.expected);
        }
    }
    errors.is_empty().then_some(table)
}

/// A table being parsed. It records each key that is asked for, and
/// [`finish`](Self::finish) reports the others.
pub struct Table<'a> {
    /// As written, such as `[album]`; empty for the top level.
    name: &'static str,
    entries: &'a DeTable<'a>,
    /// The byte range where a missing key is reported.
    anchor: Range<usize>,
    /// The byte at which the TOML text starts in the file.
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

    /// A table inside this one; reports a required one that is missing.
    pub fn table(
        &mut self,
        file: &mut SourceFile,
        key: Key,
        heading: &'static str,
        required: bool,
    ) -> Option<Table<'a>> {
        let value = self.value(file, key, required)?;
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
                self.wrong_kind(file, anchor, key, other, "a table");
                None
            }
        }
    }

    /// Reports every key that was not asked for. `homes` says where keys of
    /// other tables belong.
    pub fn finish(self, file: &mut SourceFile, homes: &[(&str, &str)]) {
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
            file.report(
                self.base + span.start..self.base + span.end,
                format!("unknown key `{name}`{place}"),
                expected,
            );
        }
    }

    fn value(
        &mut self,
        file: &mut SourceFile,
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
            file.report(self.anchor.clone(), what, expected(key));
        }
        value.filter(|value| !self.is_blank(file, value, key))
    }

    /// Reports a value that is still a placeholder.
    fn is_blank(&self, file: &mut SourceFile, value: &Spanned<DeValue<'_>>, key: Key) -> bool {
        let span = self.span(value);
        let is_blank = placeholder::is_value(&file.text()[span.clone()]);
        if is_blank {
            let what = format!("`{}` is still blank", key.name);
            file.report(span, what, expected(key));
        }
        is_blank
    }

    fn span(&self, value: &Spanned<DeValue<'_>>) -> Range<usize> {
        self.base + value.span().start..self.base + value.span().end
    }

    fn wrong_kind(
        &self,
        file: &mut SourceFile,
        span: Range<usize>,
        key: Key,
        found: &DeValue<'_>,
        kind: &str,
    ) {
        let what = format!("`{}` is of type {}, not {kind}", key.name, found.type_str());
        file.report(span, what, expected(key));
    }
}

fn expected(key: Key) -> String {
    match key.example.starts_with('[') {
        true => format!("expected a table `{}`", key.example),
        false => format!("expected `{} = {}`", key.name, key.example),
    }
}
