//! Titles to the plain text that searches are compared with, and back: from a
//! stretch of folded text to the bytes of the title that it stands for.
//!
//! The index folds every title once; the query folds every term. Both go the
//! same way: NFKD, marks U+0300..036F dropped, recomposed, lower case, letters
//! that do not decompose spelt out (`ß` is `ss`), apostrophes dropped, other
//! punctuation to one space. Scripts without those marks keep theirs.
//!
//! Unicode's tables stay outside: the caller passes [`Normalize`]. ASCII, most
//! of all titles, never calls it. A title is folded cluster by cluster (a
//! letter with its marks), because only so is it certain which bytes a folded
//! letter came from when a normaliser splits or joins characters.
//!
//! Punctuation is not lost: it goes into a second column, in which the words
//! are the gaps. A search that has no letter at all (`…`, `?`) looks there.

mod cluster;
mod column;
mod letter;

pub(super) use column::Column;

use std::ops::Range;

use letter::Class;

/// What a [`Normalize`] is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// NFKD: `String.prototype.normalize("NFKD")`.
    Decomposed,
    /// NFC: `String.prototype.normalize("NFC")`.
    Composed,
    /// Lower case of no language: `String.prototype.toLowerCase()`.
    LowerCase,
}

/// The platform's knowledge of Unicode: a text in the form asked for. In the
/// browser it costs no byte of wasm; core's tables alone would cost several KB.
pub type Normalize = fn(&str, Form) -> String;

/// Folded titles in playing order, one row each.
#[derive(Clone, Debug, Default)]
pub(super) struct Folded {
    /// Letters and digits; what parts them is one space.
    pub words: Column,
    /// Punctuation; what parts it is one space.
    pub signs: Column,
}

impl Folded {
    /// Folds one title to a further row.
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

/// A cluster beyond ASCII in its plain form, empty where nothing is left.
fn plain(cluster: &str, normalize: Normalize) -> String {
    let mut chars = cluster.chars();
    if let (Some(c), None) = (chars.next(), chars.next())
        && let Some(known) = letter::known(c)
    {
        return known.into();
    }
    let mut text = normalize(cluster, Form::Decomposed);
    text.retain(|c| !letter::is_dropped_mark(c));
    // One character has nothing to compose with.
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
