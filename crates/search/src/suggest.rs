//! Suggests titles for a query that matches none ("did you mean").
//!
//! Called only if nothing matches. `strsim` computes the edit distance of
//! folded words; this module decides which distance counts as near.

use strsim::osa_distance;

use super::{Field, Index, Query};
use model::text::{find, split};

/// The maximum number of suggestions.
const MOST_SUGGESTED: usize = 3;
/// Further words, and longer ones (in letters), are not compared. The distance
/// takes time proportional to the product of both lengths.
const MOST_WORDS: usize = 8;
const LONGEST_WORD: usize = 32;

/// The distance between a title and a query; less is nearer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Farness {
    /// The number of letters in words that have no near word in the title.
    missed: usize,
    /// The number of edits in the other words.
    edits: usize,
}

impl Index {
    /// Up to three tracks whose titles are nearest to the query's texts,
    /// nearest first, then in playing order. Empty if some title contains all
    /// texts (then spelling is not the reason for no match), or if nothing is
    /// near.
    pub fn nearest(&self, query: &Query) -> Vec<usize> {
        self.nearest_among(query, &|_| true)
    }

    /// The same for the tracks of which `counts` is true.
    pub(super) fn nearest_among(
        &self,
        query: &Query,
        counts: &dyn Fn(usize) -> bool,
    ) -> Vec<usize> {
        let typed = Typed::new(query);
        let all: Vec<bool> = (0..self.len()).map(counts).collect();
        if typed.words.is_empty() || self.has_title_for(query, all.clone()) {
            return Vec::new();
        }
        let mut best: Vec<(Farness, usize)> = Vec::new();
        for (track, counts) in all.into_iter().enumerate() {
            if !counts {
                continue;
            }
            if let Some(farness) = typed.farness(self.words(track)) {
                let place = best.partition_point(|&(other, _)| other <= farness);
                best.insert(place, (farness, track));
                best.truncate(MOST_SUGGESTED);
            }
        }
        best.into_iter().map(|(_, track)| track).collect()
    }

    /// Whether some title whose flag is set contains all texts of the query.
    fn has_title_for(&self, query: &Query, mut left: Vec<bool>) -> bool {
        for (field, needle) in query.texts() {
            let found = self.with_text(field, needle);
            for (left, found) in left.iter_mut().zip(found) {
                *left &= found;
            }
        }
        left.contains(&true)
    }
}

/// The words of a query, prepared for comparison with titles.
struct Typed<'a> {
    words: Vec<Word<'a>>,
    /// All words without spaces.
    joined: String,
}

struct Word<'a> {
    text: &'a str,
    letters: usize,
    kinds: u64,
}

impl<'a> Word<'a> {
    fn new(text: &'a str) -> Self {
        let letters = text.chars().count();
        let kinds = kinds(text);
        Self {
            text,
            letters,
            kinds,
        }
    }

    /// The number of edits to another word, if it is small enough for a typing
    /// mistake: 0 for up to 2 letters, 1 up to 5, 2 up to 8, then 3.
    fn edits(&self, other: &str, other_letters: usize) -> Option<usize> {
        let allowed = match self.letters {
            0..=2 => 0,
            3..=5 => 1,
            6..=8 => 2,
            _ => 3,
        };
        // The distance is at least the difference in length.
        let comparable = self.letters.max(other_letters) <= LONGEST_WORD
            && self.letters.abs_diff(other_letters) <= allowed
            // Each kind of letter that the other word lacks takes an edit.
            && (self.kinds & !kinds(other)).count_ones() as usize <= allowed;
        comparable
            .then(|| osa_distance(self.text, other))
            .filter(|&edits| edits <= allowed)
    }

    /// The number of edits to the nearest word of a title, if one is near.
    fn edits_in(&self, title: &str) -> Option<usize> {
        if find(title, self.text, 0).is_some() {
            return Some(0);
        }
        let words = split(title, " ");
        words
            .filter_map(|word| self.edits(word, word.chars().count()))
            .min()
    }
}

/// The kinds of letters in a text, as a 64-bit set in which letters share bits:
/// enough to distinguish most words without comparing them.
fn kinds(text: &str) -> u64 {
    text.chars()
        .fold(0, |kinds, c| kinds | 1 << (u32::from(c) % 64))
}

impl<'a> Typed<'a> {
    fn new(query: &'a Query) -> Self {
        let words: Vec<Word> = query
            .texts()
            .filter(|(field, needle)| *field != Field::Artist && needle.has_words())
            .flat_map(|(_, needle)| split(needle.folded(), " "))
            .take(MOST_WORDS)
            .map(Word::new)
            .collect();
        let joined = words.iter().map(|word| word.text).collect();
        Self { words, joined }
    }

    /// `None` if the title is not near.
    fn farness(&self, title: &str) -> Option<Farness> {
        if let Some(edits) = self.edits_joined(title) {
            return Some(Farness { missed: 0, edits });
        }
        let (mut near, mut missed, mut total) = (0, 0, 0);
        for word in &self.words {
            match word.edits_in(title) {
                Some(edits) => {
                    near += word.letters;
                    total += edits;
                }
                None => missed += word.letters,
            }
        }
        // More letters must be near than missed, so that `the xyzzy` does not
        // suggest every title with "the".
        (near > missed).then_some(Farness {
            missed,
            edits: total,
        })
    }

    /// The number of edits when spaces are ignored: `freefall` is *Free Fall*.
    fn edits_joined(&self, title: &str) -> Option<usize> {
        let joined = Word::new(&self.joined);
        let letters = title.chars().filter(|&c| c != ' ').count();
        // Most titles differ too much in length to be worth joining.
        (joined.letters.abs_diff(letters) <= 3)
            .then(|| joined.edits(&split(title, " ").collect::<String>(), letters))?
    }
}
