//! The answer of the index: which tracks match, how many, and how long they
//! play. The status line shows it.

use model::{RunningTime, Track, text};

/// The tracks that match a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matches {
    /// One flag per track, in playing order.
    pub shown: Vec<bool>,
    /// The number of matching tracks.
    pub count: usize,
    /// The total length of the matching tracks.
    pub running_time: RunningTime,
}

impl Matches {
    /// The result of an empty filter: every track.
    pub fn all(tracks: &[Track]) -> Self {
        Self {
            shown: vec![true; tracks.len()],
            count: tracks.len(),
            running_time: tracks.iter().map(|track| track.length).sum(),
        }
    }

    /// The status line: `26 tracks · 1:35:45`, `8 of 26 tracks · 31:20`, or
    /// `12 tracks · at least 41:20`.
    pub fn status(&self) -> String {
        let all = self.shown.len();
        let of_all = match self.count == all {
            true => String::new(),
            false => text::concat(&[&text::count(self.count), " of "]),
        };
        let noun = match all {
            1 => " track · ",
            _ => " tracks · ",
        };
        text::concat(&[&of_all, &text::count(all), noun, &self.running_time.text()])
    }
}
