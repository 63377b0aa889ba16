//! A text to search titles for: as typed, and folded.

use crate::fold::{Column, Folded, Normalize};

/// A text to search titles for; never empty when folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    /// As typed, without quotation marks.
    pub(super) typed: String,
    folded: String,
    /// Whether it has letters or digits. If not, it is punctuation and searched
    /// as such.
    words: bool,
}

impl Needle {
    /// `None` if folding removes the whole text.
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

    /// The column of folded titles to search.
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
