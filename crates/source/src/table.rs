//! Parses a TOML table strictly by its [`Schema`]: required keys, optional
//! keys, and no others. Used for front matter and `site.toml`.
//! `table/values.rs` and `table/facts.rs` validate values, `table/unknown.rs` finds
//! what an unknown key was meant to be.

mod facts;
mod unknown;
mod values;

pub(crate) use facts::{is_barcode, is_uuid};

use std::{collections::BTreeSet, ops::Range, rc::Rc, sync::LazyLock};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    diagnostic::SourceFile,
    placeholder,
    schema::{Key, Kind, Schema, TableKey},
    toml_error::{Explained, explain},
};

/// Parses TOML that starts at byte `base` of the file; reports all syntax
/// errors.
pub fn parse<'a>(
    file: &mut SourceFile,
    toml: &'a str,
    base: usize,
    schema: &Schema,
) -> Option<Spanned<DeTable<'a>>> {
    let (table, errors) = DeTable::parse_recoverable(toml);
    let explained = errors.iter().map(|error| {
        let span = error.span().unwrap_or_default();
        explain(toml, span, error.message(), schema)
    });
    let mut explained: Vec<Explained> = explained.collect();
    explained.sort_by_key(|found| found.span.start);
    let mut lines = BTreeSet::new();
    let mut open = None;
    for found in explained {
        // One mistake often causes several errors in its line; report the
        // first. A text over two lines is reported where it begins.
        let line = toml[..found.span.start].matches('\n').count();
        let source = toml.lines().nth(line).unwrap_or_default();
        let is_rest = open.is_some_and(|open| line == open + 1) && !source.contains('=');
        if found.is_open {
            open = Some(line);
        }
        if lines.insert(line) && !is_rest {
            let span = base + found.span.start..base + found.span.end;
            file.report(span, found.what, found.expected);
        }
    }
    (errors.is_empty() || file.allows_blanks).then_some(table)
}

/// The value of a key of type [`Kind::Flag`], as far as the TOML can be parsed.
pub fn flag_in(toml: &str, key: Key) -> bool {
    let (table, _) = DeTable::parse_recoverable(toml);
    let value = table.get_ref().get(key.name).map(Spanned::get_ref);
    matches!(value, Some(DeValue::Boolean(true)))
}

/// A table that is missing from a draft.
static NO_ENTRIES: LazyLock<DeTable<'static>> = LazyLock::new(DeTable::new);

/// A table being parsed.
pub struct Table<'a> {
    name: &'static str,
    entries: &'a DeTable<'a>,
    /// The byte range where a missing key is reported.
    anchor: Range<usize>,
    /// The byte at which the TOML text starts in the file.
    base: usize,
    /// The required keys that unknown ones were meant to be, by table: they
    /// are not reported as missing too.
    meant: Rc<[(&'static str, &'static str)]>,
}

impl<'a> Table<'a> {
    /// The top level; reports every key of it and of its tables that is not in
    /// the schema.
    pub fn top(
        file: &mut SourceFile,
        entries: &'a DeTable<'a>,
        anchor: Range<usize>,
        base: usize,
        schema: &Schema,
    ) -> Self {
        Self {
            name: "",
            entries,
            anchor,
            base,
            meant: unknown::report(file, entries, base, schema).into(),
        }
    }

    /// A table inside this one; reports a required one that is missing.
    pub fn table(&mut self, file: &mut SourceFile, key: TableKey) -> Option<Table<'a>> {
        let example = format!("expected a table `[{}]`", key.name);
        let Some(value) = self.entries.get(key.name) else {
            if key.required && !self.was_meant("", key.name) {
                let what = format!("the table `[{}]` is missing", key.name);
                file.report(self.anchor.clone(), what, example);
            }
            let is_blank = key.required && file.allows_blanks;
            return is_blank.then(|| self.inner(key, &NO_ENTRIES, self.anchor.clone()));
        };
        let anchor = self.span(value);
        match value.get_ref() {
            DeValue::Table(entries) => Some(self.inner(key, entries, anchor)),
            other => {
                let what = format!(
                    "`{}` is of type {}, not a table",
                    key.name,
                    other.type_str()
                );
                file.report(anchor, what, example);
                None
            }
        }
    }

    fn inner(&self, key: TableKey, entries: &'a DeTable<'a>, anchor: Range<usize>) -> Table<'a> {
        Table {
            name: key.name,
            entries,
            anchor,
            base: self.base,
            meant: Rc::clone(&self.meant),
        }
    }

    /// The value of a key; reports a required one that is missing, and a
    /// placeholder.
    fn value(
        &mut self,
        file: &mut SourceFile,
        key: Key,
        kind: Kind,
    ) -> Option<&'a Spanned<DeValue<'a>>> {
        debug_assert_eq!((key.table, key.kind), (self.name, kind), "{}", key.name);
        let value = self.entries.get(key.name);
        let is_replaced = || {
            let mut keys = key.instead.iter();
            keys.any(|other| self.entries.contains_key(*other) || self.was_meant(self.name, other))
        };
        let is_missing = value.is_none() && key.required && !is_replaced();
        if is_missing && !self.was_meant(self.name, key.name) {
            let place = match self.name {
                "" => String::new(),
                table => format!(" from `[{table}]`"),
            };
            let what = format!("the key `{}` is missing{place}", key.name);
            let instead: Vec<String> = key
                .instead
                .iter()
                .map(|key| format!(", or `{key}`"))
                .collect();
            file.report(self.anchor.clone(), what, expected(key) + &instead.concat());
        }
        value.filter(|value| !self.is_placeholder(file, value, key))
    }

    /// Reports the value of a key that is there.
    pub fn report(
        &self,
        file: &mut SourceFile,
        key: Key,
        what: impl Into<String>,
        expected: impl Into<String>,
    ) {
        file.report(self.range(key), what, expected);
    }

    /// Whether a key is there.
    pub fn has(&self, key: Key) -> bool {
        self.entries.contains_key(key.name)
    }

    /// The byte range of the value of a key that is there.
    pub fn range(&self, key: Key) -> Range<usize> {
        self.span(&self.entries[key.name])
    }

    fn was_meant(&self, table: &str, name: &str) -> bool {
        self.meant.contains(&(table, name))
    }

    /// Reports a value that is still a placeholder.
    fn is_placeholder(
        &self,
        file: &mut SourceFile,
        value: &Spanned<DeValue<'_>>,
        key: Key,
    ) -> bool {
        let span = self.span(value);
        let is_placeholder = placeholder::is_value(&file.text()[span.clone()]);
        if is_placeholder {
            let what = format!("`{}` is still blank", key.name);
            file.report(span, what, expected(key));
        }
        is_placeholder
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
    format!("expected `{} = {}`", key.name, key.example)
}
