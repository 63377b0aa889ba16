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
        let words: Vec<&str> = query
            .needles()
            .filter(|needle| needle.has_words())
            .flat_map(|needle| needle.folded().split(' '))
            .take(MOST_WORDS)
            .collect();
        if words.is_empty() || self.has_title_for(query) {
            return Vec::new();
        }
        let mut best: Vec<(Farness, usize)> = Vec::new();
        for track in 0..self.len() {
            if let Some(farness) = farness(&words, self.words(track)) {
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

/// `None` for a title that is not near.
fn farness(words: &[&str], title: &str) -> Option<Farness> {
    // `freefall` is Free Fall, and `be low` is Below.
    if let Some(edits) = edits(&words.concat(), &title.replace(' ', "")) {
        return Some(Farness { missed: 0, edits });
    }
    let (mut near, mut missed, mut total) = (0, 0, 0);
    for word in words {
        let nearest = title.split(' ').filter_map(|of_title| {
            let begins = of_title.contains(word).then_some(0);
            begins.or_else(|| edits(word, of_title))
        });
        match nearest.min() {
            Some(edits) => {
                near += word.chars().count();
                total += edits;
            }
            None => missed += word.chars().count(),
        }
    }
    // The greater part must be near: `the xyzzy` is not every title with "the".
    (near > missed).then_some(Farness {
        missed,
        edits: total,
    })
}

/// The edits between two words, if they are few enough for a mistake: none up
/// to two letters, one up to five, two up to eight, then three.
fn edits(typed: &str, word: &str) -> Option<usize> {
    let (typed_len, word_len) = (typed.chars().count(), word.chars().count());
    let allowed = match typed_len {
        0..=2 => 0,
        3..=5 => 1,
        6..=8 => 2,
        _ => 3,
    };
    // No distance is less than the difference in length.
    if typed_len.max(word_len) > LONGEST_WORD || typed_len.abs_diff(word_len) > allowed {
        return None;
    }
    Some(osa_distance(typed, word)).filter(|&edits| edits <= allowed)
}
