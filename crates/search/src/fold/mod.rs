//! Folds titles to plain text for comparison, and maps ranges of folded text
//! back to bytes of the title.
//!
//! The index folds each title once; the query folds each term the same way:
//! NFKD, remove marks U+0300..036F, NFC, lower case, spell out letters that do
//! not decompose (`ß` becomes `ss`), drop apostrophes, replace other
//! punctuation by one space. Marks of other scripts are kept.
//!
//! The caller passes a [`Normalize`] function, so that no Unicode table is in
//! the wasm. ASCII, which most titles are, does not call it. A title is folded
//! per cluster (a letter with its marks), because a normalizer can split and
//! join characters, and only within a cluster the source of a folded letter is
//! known.
//!
//! Punctuation goes to a second column, in which words are the separators. A
//! search without any letter (`…`, `?`) uses that column.

mod cluster;
mod column;
mod letter;

pub(super) use column::Column;

use std::ops::Range;

use letter::Class;

/// A conversion that [`Normalize`] performs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// NFKD: `String.prototype.normalize("NFKD")`.
    Decomposed,
    /// NFC: `String.prototype.normalize("NFC")`.
    Composed,
    /// Locale-independent lower case: `String.prototype.toLowerCase()`.
    LowerCase,
}

/// Converts a text to the given form. The app passes the browser's functions,
/// which add nothing to the wasm; Rust's tables would add several KB.
pub type Normalize = fn(&str, Form) -> String;

/// Folded titles in playing order, one row each.
#[derive(Clone, Debug, Default)]
pub(super) struct Folded {
    /// Letters and digits; separators become one space.
    pub words: Column,
    /// Punctuation; separators become one space.
    pub signs: Column,
}

impl Folded {
    /// Folds a title into a new row.
    pub fn add(&mut self, title: &str, normalize: Normalize) {
        self.words.open();
        self.signs.open();
        for at in cluster::clusters(title) {
            self.add_cluster(title, at, normalize);
        }
        self.words.close();
        self.signs.close();
    }

    fn add_cluster(&mut self, title: &str, at: Range<usize>, normalize: Normalize) {
        let original = &title[at.clone()];
        if let [byte] = original.as_bytes() {
            self.put(byte.to_ascii_lowercase().into(), at, true);
            return;
        }
        let plain = plain(original, normalize);
        let even = plain.len() == original.len() && is_one(original) && is_one(&plain);
        for c in plain.chars() {
            self.put(c, at.clone(), even);
        }
    }

    /// `even` as in [`Column::push`].
    fn put(&mut self, c: char, at: Range<usize>, even: bool) {
        match letter::class(c) {
            Class::Letter => {
                self.words.push(c, at.clone(), even);
                self.signs.gap(at);
            }
            Class::Sign => {
                self.signs.push(c, at.clone(), even);
                self.words.gap(at);
            }
            Class::Apostrophe => self.signs.push(c, at, even),
            Class::Space => {
                self.words.gap(at.clone());
                self.signs.gap(at);
            }
            Class::Nothing => {}
        }
    }
}

/// Folds a cluster that is not ASCII; the result may be empty.
fn plain(cluster: &str, normalize: Normalize) -> String {
    let mut chars = cluster.chars();
    if let (Some(c), None) = (chars.next(), chars.next())
        && let Some(known) = letter::known(c)
    {
        return known.into();
    }
    let mut text = normalize(cluster, Form::Decomposed);
    text.retain(|c| !letter::is_dropped_mark(c));
    // A single character has nothing to compose with.
    if !text.is_ascii() && !is_one(&text) {
        text = normalize(&text, Form::Composed);
    }
    if text.is_ascii() {
        text.make_ascii_lowercase();
    } else {
        text = normalize(&text, Form::LowerCase);
    }
    spell(&text)
}

fn spell(text: &str) -> String {
    let mut spelt = String::new();
    for c in text.chars() {
        match letter::spelling(c) {
            Some(letters) => spelt.push_str(letters),
            None => spelt.push(c),
        }
    }
    spelt
}

fn is_one(text: &str) -> bool {
    text.chars().nth(1).is_none()
}
