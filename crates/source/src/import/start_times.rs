//! Separates lengths from start times, which rise from zero: `0:00 Departure`, then
//! `3:12 Points`. Called when all tracks of a list are known.

use super::{draft::Entry, length};

/// The fewest tracks whose rising times are hardly lengths.
const SUSPICIOUS: usize = 5;

const STARTS: &str = "these times rise from zero, so they are read as starts: each length is the \
                      time to the next one, and the last length is unknown, `?:??`";
const NOT_RISING: &str = "the first time is `0:00`, but not all rise from there, so they are read \
                          as lengths: are they starts?";
const RISING: &str = "each of these times is later than the one before, but the first is not \
                      `0:00`, so they are read as lengths: are they starts?";

/// Makes lengths of start times, and unknown ones of `0:00`. Returns what the
/// writer should check, each with the place of a track among all.
pub fn settle(mut discs: &mut [Vec<Entry>]) -> Vec<(usize, String)> {
    let mut notes = Vec::new();
    let mut first = 0;
    while !discs.is_empty() {
        let starts = discs_of_starts(discs);
        let (these, rest) = discs.split_at_mut(starts.max(1));
        match starts {
            0 => notes.extend(lengths(&mut these[0], first)),
            _ => {
                starts_to_lengths(these);
                notes.push((first, STARTS.to_owned()));
            }
        }
        first += these.iter().map(Vec::len).sum::<usize>();
        discs = rest;
    }
    notes
}

/// How many of the discs, from the first one on, have one sequence of starts.
fn discs_of_starts(discs: &[Vec<Entry>]) -> usize {
    let mut times: Vec<u32> = Vec::new();
    let mut count = 0;
    for disc in discs {
        let Some(more) = seconds(disc) else { break };
        if (more.first() == Some(&0)) != times.is_empty() {
            break;
        }
        times.extend(more);
        if !rise(&times) {
            break;
        }
        count += 1;
    }
    if times.len() < 2 { 0 } else { count }
}

fn starts_to_lengths(discs: &mut [Vec<Entry>]) {
    let starts: Vec<u32> = discs
        .iter()
        .filter_map(|disc| seconds(disc))
        .flatten()
        .collect();
    let mut lengths = starts.windows(2).map(|pair| pair[1] - pair[0]);
    for track in discs.iter_mut().flatten() {
        let length = lengths.next().map(u64::from);
        track.length = length.map(length::from_seconds);
    }
}

/// Takes the times of a disc for lengths; `0:00` is none.
fn lengths(disc: &mut [Entry], first: usize) -> Vec<(usize, String)> {
    let mut notes = Vec::new();
    let times = seconds(disc).unwrap_or_default();
    if disc.len() > 1 && disc[0].length.as_deref().and_then(length::seconds) == Some(0) {
        notes.push((first, NOT_RISING.to_owned()));
    } else if times.len() >= SUSPICIOUS && rise(&times) {
        notes.push((first, RISING.to_owned()));
    }
    for (place, track) in (first..).zip(disc) {
        let zero = track
            .length
            .take_if(|length| length::seconds(length) == Some(0));
        if let Some(zero) = zero {
            let title = track.title.as_deref().unwrap_or_default();
            let what = format!("`{zero}` is no length of `{title}`: it is unknown, `?:??`");
            notes.push((place, what));
        }
    }
    notes
}

/// All times of a disc, if they are known.
fn seconds(disc: &[Entry]) -> Option<Vec<u32>> {
    let times = disc.iter();
    times
        .map(|track| length::seconds(track.length.as_deref()?))
        .collect()
}

fn rise(times: &[u32]) -> bool {
    times.windows(2).all(|pair| pair[0] < pair[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Discs are divided by `/`; the settled lengths, and the number of notes.
    fn settled(times: &str) -> (String, usize) {
        let entry = |time: &str| Entry {
            length: Some(time.to_owned()),
            ..Entry::default()
        };
        let mut discs: Vec<Vec<Entry>> = times
            .split(" / ")
            .map(|disc| disc.split(' ').map(entry).collect())
            .collect();
        let notes = settle(&mut discs).len();
        let shown = |entry: &Entry| entry.length.clone().unwrap_or_else(|| "?".to_owned());
        let discs = discs.iter().map(|disc| {
            let lengths: Vec<String> = disc.iter().map(shown).collect();
            lengths.join(" ")
        });
        (discs.collect::<Vec<_>>().join(" / "), notes)
    }

    #[test]
    fn times_that_rise_from_zero_are_starts() {
        for (times, lengths, notes) in [
            ("0:00 3:12 1:02:03", "3:12 58:51 ?", 1),
            ("0:00 3:12 / 0:00 1:00", "3:12 ? / 1:00 ?", 2),
            ("0:00 3:12 / 7:40 9:40", "3:12 4:28 / 2:00 ?", 1),
            ("0:00 3:12 / 1:40 1:30", "3:12 ? / 1:40 1:30", 1),
            ("0:00 3:12 3:02", "? 3:12 3:02", 2),
            ("1:00 2:00 3:00 4:00 5:00", "1:00 2:00 3:00 4:00 5:00", 1),
            ("1:00 2:00 3:00", "1:00 2:00 3:00", 0),
            ("1:00 0:00 3:00", "1:00 ? 3:00", 1),
            ("0:00", "?", 1),
        ] {
            assert_eq!(settled(times), (lengths.to_owned(), notes), "{times}");
        }
    }
}
