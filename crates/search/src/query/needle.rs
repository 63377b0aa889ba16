//! A text that titles are searched for: as typed, and folded.

use crate::fold::{Column, Folded, Normalize};

/// A text to look for in titles, never empty when folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    /// As typed, without quotation marks.
    pub(super) typed: String,
    folded: String,
    /// It has letters or digits; otherwise punctuation is all it has, and is
    /// looked for.
    words: bool,
}

impl Needle {
    /// `None` for a text of which folding leaves nothing.
    pub(super) fn new(typed: &str, normalize: Normalize) -> Option<Self> {
        let mut folded = Folded::default();
        folded.add(typed, normalize);
        let (words, signs) = (folded.words.text(0), folded.signs.text(0));
        let text = if words.is_empty() { signs } else { words };
        (!text.is_empty()).then(|| Self {
            typed: typed.to_owned(),
            folded: text.to_owned(),
            words: !words.is_empty(),
        })
    }

    /// The column of folded titles that it is looked for in.
    pub(crate) fn column<'a>(&self, titles: &'a Folded) -> &'a Column {
        match self.words {
            true => &titles.words,
            false => &titles.signs,
        }
    }

    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// Whether it has letters or digits.
    pub(crate) fn has_words(&self) -> bool {
        self.words
    }
}
