//! Works whose lengths are above their movements: `Symphony in C 25:10`, then
//! `1. Adagio 8:30` and so on.

use super::{
    length,
    track::Track,
    track_line::{Kind, Line},
};

/// The places of the tracks without a number that are works: the numbered ones below,
/// up to the next such line or heading, are as long, but for a second each.
pub fn works(kinds: &[Line<'_>]) -> Vec<usize> {
    let kinds: Vec<&Kind> = kinds.iter().map(|(_, _, kind)| kind).collect();
    let is_work = |at: &usize| {
        let name = unnumbered(kinds[*at]).filter(|track| track.is_plain());
        let total = name.and_then(seconds);
        let below = kinds[at + 1..].iter().take_while(|kind| !ends_work(kind));
        let movements: Option<Vec<u64>> =
            below.filter_map(|kind| kind.track()).map(seconds).collect();
        total.zip(movements).is_some_and(|(total, movements)| {
            let count = movements.len() as u64;
            count > 1 && movements.iter().sum::<u64>().abs_diff(total) <= count
        })
    };
    (0..kinds.len()).filter(is_work).collect()
}

fn ends_work(kind: &Kind) -> bool {
    unnumbered(kind).is_some() || matches!(kind, Kind::Heading(_) | Kind::Columns(_) | Kind::Sum)
}

fn unnumbered(kind: &Kind) -> Option<&Track> {
    kind.track().filter(|track| track.number.is_none())
}

fn seconds(track: &Track) -> Option<u64> {
    length::seconds(track.length.as_deref()?).map(u64::from)
}
