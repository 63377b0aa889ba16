//! Reports keys that the schema does not have, with the key that was meant or
//! the table where the key belongs.

use toml::de::{DeTable, DeValue};

use crate::{
    diagnostic::SourceFile,
    schema::Schema,
    suggest::{list, nearest},
};

/// A key by the names of its table and of itself.
type Path = (&'static str, &'static str);

/// Reports the unknown keys of all tables; returns the keys that were meant.
pub fn report(file: &mut SourceFile, top: &DeTable<'_>, base: usize, schema: &Schema) -> Vec<Path> {
    let mut meant = Vec::new();
    let tables = schema.tables.iter().filter_map(|table| {
        match top.get(table.name).map(toml::Spanned::get_ref) {
            Some(DeValue::Table(entries)) => Some((table.name, entries)),
            _ => None,
        }
    });
    for (table, entries) in [("", top)].into_iter().chain(tables) {
        let known = schema.names(table);
        for key in entries.keys() {
            let name: &str = key.get_ref();
            if known.contains(&name) {
                continue;
            }
            let place = match table {
                "" => String::new(),
                table => format!(" in `[{table}]`"),
            };
            let (path, expected) = intended(schema, table, name);
            meant.extend(path);
            let span = key.span();
            file.report(
                base + span.start..base + span.end,
                format!("unknown key `{name}`{place}"),
                expected,
            );
        }
    }
    meant
}

/// The key that a writer meant, if it is clear, and what to write instead.
fn intended(schema: &Schema, table: &'static str, name: &str) -> (Option<Path>, String) {
    if let Some(key) = schema.keys.iter().find(|key| key.name == name) {
        return (
            Some((key.table, key.name)),
            format!("expected it {}", home(schema, key.table)),
        );
    }
    if let Some(inner) = schema.tables.iter().find(|table| table.name == name) {
        let expected = format!("expected `[{name}]` on a line of its own");
        return (Some(("", inner.name)), expected);
    }
    let known = schema.names(table);
    if let Some(meant) = nearest(name, &known) {
        return (Some((table, meant)), format!("did you mean `{meant}`?"));
    }
    let elsewhere: Vec<&str> = schema.keys.iter().map(|key| key.name).collect();
    let key = nearest(name, &elsewhere)
        .and_then(|meant| schema.keys.iter().find(|key| key.name == meant));
    match key {
        Some(key) => {
            let home = home(schema, key.table);
            let expected = format!("did you mean `{}`, {home}?", key.name);
            (Some((key.table, key.name)), expected)
        }
        None => (None, format!("expected one of {}", list(&known))),
    }
}

fn home(schema: &Schema, table: &str) -> String {
    match (table, schema.tables.first()) {
        ("", Some(first)) => format!(
            "above the first line in brackets, such as `[{}]`",
            first.name
        ),
        ("", None) => "at the top".to_owned(),
        (table, _) => format!("under `[{table}]`"),
    }
}
