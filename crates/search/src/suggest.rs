//! A query that no title answers to the titles that it may have meant.
//!
//! Called only where nothing is shown, for "did you mean". Edit distance on
//! folded words is `strsim`'s; which distance is near is decided here.

use strsim::osa_distance;

use super::{Index, Query};

/// More would be a list to search in its turn.
const MOST_OFFERED: usize = 3;
/// Terms beyond these, and words beyond this length, are not compared: nobody
/// mistypes as much, and the distance takes the product of both lengths.
const MOST_WORDS: usize = 8;
const LONGEST_WORD: usize = 32;

/// How far a title is from the query; less is nearer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Farness {
    /// The letters of the words to which the title has nothing near.
    missed: usize,
    /// The edits in those to which it has.
    edits: usize,
}

impl Index {
    /// Up to three tracks whose titles are nearest to the query's title terms,
    /// nearest first, then in playing order. None where some title holds all
    /// these terms (then it is not their spelling that excludes everything),
    /// and none where nothing is near.
    pub fn nearest(&self, query: &Query) -> Vec<usize> {
        let typed = Typed::new(query);
        if typed.words.is_empty() || self.has_title_for(query) {
            return Vec::new();
        }
        let mut best: Vec<(Farness, usize)> = Vec::new();
        for track in 0..self.len() {
            if let Some(farness) = typed.farness(self.words(track)) {
                let place = best.partition_point(|&(other, _)| other <= farness);
                best.insert(place, (farness, track));
                best.truncate(MOST_OFFERED);
            }
        }
        best.into_iter().map(|(_, track)| track).collect()
    }

    /// Whether some title has every text that the query asks for.
    fn has_title_for(&self, query: &Query) -> bool {
        let mut left = vec![true; self.len()];
        for needle in query.needles() {
            let found = self.titled(needle);
            for (left, found) in left.iter_mut().zip(found) {
                *left &= found;
            }
        }
        left.contains(&true)
    }
}

/// What was typed, as it is compared with each title.
struct Typed<'a> {
    words: Vec<Word<'a>>,
    /// All words without the spaces.
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

    /// The edits to another word, if they are few enough for a mistake: none up
    /// to two letters, one up to five, two up to eight, then three.
    fn edits(&self, other: &str, other_letters: usize) -> Option<usize> {
        let allowed = match self.letters {
            0..=2 => 0,
            3..=5 => 1,
            6..=8 => 2,
            _ => 3,
        };
        // No distance is less than the difference in length.
        let comparable = self.letters.max(other_letters) <= LONGEST_WORD
            && self.letters.abs_diff(other_letters) <= allowed
            // Each kind of letter that the other lacks takes an edit.
            && (self.kinds & !kinds(other)).count_ones() as usize <= allowed;
        comparable
            .then(|| osa_distance(self.text, other))
            .filter(|&edits| edits <= allowed)
    }

    /// The edits to the nearest word of a title, if one is near.
    fn edits_in(&self, title: &str) -> Option<usize> {
        if title.contains(self.text) {
            return Some(0);
        }
        let words = title.split(' ');
        words
            .filter_map(|word| self.edits(word, word.chars().count()))
            .min()
    }
}

/// Which letters a text has, as a set of 64 that some letters share: enough to
/// tell most words apart without comparing them.
fn kinds(text: &str) -> u64 {
    text.chars()
        .fold(0, |kinds, c| kinds | 1 << (u32::from(c) % 64))
}

impl<'a> Typed<'a> {
    fn new(query: &'a Query) -> Self {
        let words: Vec<Word> = query
            .needles()
            .filter(|needle| needle.has_words())
            .flat_map(|needle| needle.folded().split(' '))
            .take(MOST_WORDS)
            .map(Word::new)
            .collect();
        let joined = words.iter().map(|word| word.text).collect();
        Self { words, joined }
    }

    /// `None` for a title that is not near.
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
        // The greater part must be near: `the xyzzy` is not every title with
        // "the".
        (near > missed).then_some(Farness {
            missed,
            edits: total,
        })
    }

    /// The edits where spaces do not count: `freefall` is *Free Fall*.
    fn edits_joined(&self, title: &str) -> Option<usize> {
        let joined = Word::new(&self.joined);
        let letters = title.chars().filter(|&c| c != ' ').count();
        // Almost all titles differ by too much to be worth joining their words.
        (joined.letters.abs_diff(letters) <= 3)
            .then(|| joined.edits(&title.replace(' ', ""), letters))?
    }
}
