//! The keys that a writer may use in front matter: the one list from which the
//! reader, the starter file, `import`, the suggestions in diagnostics and the
//! README's list of keys are made.
//!
//! `site.toml` has a [`Schema`] of its own, in the publisher.

mod review;

pub use review::*;

/// The keys and tables of one kind of file.
#[derive(Debug)]
pub struct Schema {
    /// In the order of the starter file.
    pub keys: &'static [Key],
    pub tables: &'static [TableKey],
}

/// A key of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// The name of its table; empty for the top level.
    pub table: &'static str,
    pub name: &'static str,
    pub kind: Kind,
    pub required: bool,
    /// The keys of its table of which one makes it unnecessary.
    pub instead: &'static [&'static str],
    /// As written in the file, quotes included.
    pub example: &'static str,
    /// What the starter file says about it.
    pub hint: &'static str,
}

/// A table, such as `[album]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableKey {
    pub name: &'static str,
    pub required: bool,
    /// What the starter file says about it; may be empty.
    pub hint: &'static str,
}

/// The type of a key's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// Texts in square brackets.
    Texts,
    /// One of these texts.
    Choice(&'static [&'static str]),
    /// A day, without quotes.
    Date,
    /// A day, a month or a year: `2018-07-13`, `"2018-05"`, `1958`.
    PartialDate,
    /// `true` or `false`.
    Flag,
    /// An absolute `http` or `https` address.
    WebAddress,
    /// Absolute addresses in square brackets.
    WebAddresses,
    /// A BCP 47 tag.
    Language,
    /// `"4/5"`.
    Rating,
    /// 8, 12, 13 or 14 digits.
    Barcode,
}

/// What to write where a day is expected.
pub const EXPECTED_DAY: &str = "expected a date such as `2018-07-13`, without quotes";
/// What to write where a date may be less exact.
pub const EXPECTED_DATE: &str =
    "expected a day `2018-07-13`, a month `\"2018-07\"` in quotes, or a year `2018`";

impl Key {
    /// A required key.
    pub const fn required(
        [table, name]: [&'static str; 2],
        kind: Kind,
        example: &'static str,
        hint: &'static str,
    ) -> Self {
        Self {
            table,
            name,
            kind,
            required: true,
            instead: &[],
            example,
            hint,
        }
    }

    /// A required key that one of `keys` may replace.
    const fn unless(self, keys: &'static [&'static str]) -> Self {
        Self {
            instead: keys,
            ..self
        }
    }

    /// A key that may be left out.
    pub const fn optional(
        path: [&'static str; 2],
        kind: Kind,
        example: &'static str,
        hint: &'static str,
    ) -> Self {
        Self {
            required: false,
            ..Self::required(path, kind, example, hint)
        }
    }
}

impl Schema {
    /// The names of a table's keys; at the top level also those of the tables.
    pub fn names(&self, table: &str) -> Vec<&'static str> {
        let keys = self.keys.iter().filter(|key| key.table == table);
        let tables = self.tables.iter().filter(|_| table.is_empty());
        keys.map(|key| key.name)
            .chain(tables.map(|table| table.name))
            .collect()
    }

    /// What to write as the value of a key of this name, if it holds a date, in
    /// any table.
    pub fn expected_date(&self, name: &str) -> Option<&'static str> {
        let mut keys = self.keys.iter().filter(|key| key.name == name);
        keys.find_map(|key| match key.kind {
            Kind::Date => Some(EXPECTED_DAY),
            Kind::PartialDate => Some(EXPECTED_DATE),
            _ => None,
        })
    }
}
