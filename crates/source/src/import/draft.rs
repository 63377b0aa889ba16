//! A draft of a review: the values that an import found, as plain text.
//! [`draft_file`](super::draft_file) writes it as a review file.

use std::collections::BTreeMap;

use crate::schema::Key;

/// The known values of a review, as plain text; formatting escapes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// By table and name.
    values: BTreeMap<(&'static str, &'static str), String>,
    /// What has no place in a review, written as comments.
    pub unplaced: Vec<String>,
    pub article: Vec<Part>,
    /// One list of tracks per disc.
    pub discs: Vec<Vec<Entry>>,
}

impl Draft {
    /// A draft without values of keys.
    pub(super) fn new(article: Vec<Part>, discs: Vec<Vec<Entry>>, unplaced: Vec<String>) -> Self {
        Self {
            article,
            discs,
            unplaced,
            ..Self::default()
        }
    }

    /// The value of a key, without quotes.
    pub fn value(&self, key: &Key) -> Option<&str> {
        self.values.get(&(key.table, key.name)).map(String::as_str)
    }

    /// Sets the value of a key: a text without quotes, or an ISO 8601 date, as
    /// exact as the key allows.
    pub fn set(&mut self, key: &Key, value: impl Into<String>) {
        self.values.insert((key.table, key.name), value.into());
    }

    /// Whether a key has a value.
    pub(super) fn has(&self, table: &str, name: &str) -> bool {
        self.values.keys().any(|key| *key == (table, name))
    }

    /// Changes every text.
    pub(super) fn map_texts(&mut self, mut change: impl FnMut(&str) -> String) {
        let parts = self.article.iter_mut().map(|part| match part {
            Part::Heading(text)
            | Part::Paragraph(text)
            | Part::Lines(text)
            | Part::Markdown(text) => text,
        });
        let entries = self.discs.iter_mut().flatten();
        let entries = entries.flat_map(|entry| {
            let texts = [&mut entry.disc, &mut entry.group, &mut entry.title];
            let others = [&mut entry.artist, &mut entry.length, &mut entry.note];
            texts.into_iter().chain(others).flatten()
        });
        let values = self.values.values_mut().chain(&mut self.unplaced);
        for text in values.chain(parts).chain(entries) {
            *text = change(text);
        }
    }

    pub(super) fn has_values_in(&self, table: &str) -> bool {
        self.values.keys().any(|(own, _)| *own == table)
    }
}

/// A heading or a paragraph of the prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Heading(String),
    /// Lines without an empty line between them.
    Paragraph(String),
    /// A paragraph whose line ends matter, such as verse.
    Lines(String),
    /// Written as it is.
    Markdown(String),
}

/// One track of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    pub number: u32,
    /// The title of the disc that begins with it.
    pub disc: Option<String>,
    /// The name of the group that begins with it, such as `Side A`.
    pub group: Option<String>,
    pub title: Option<String>,
    /// Where it is not the album's.
    pub artist: Option<String>,
    /// As found, even if it is not a valid length: the publisher reports that.
    /// `None` if it is unknown.
    pub length: Option<String>,
    pub note: Option<String>,
}
