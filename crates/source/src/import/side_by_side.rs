//! Splits lines with several tracks: two columns of a sleeve, or a list in one
//! paragraph.

use std::borrow::Cow;

use super::{
    length,
    track::number,
    track_line::{Kind, Layout, kind},
};

/// In bytes; a longer line is prose.
const LONGEST_LINE: usize = 10_000;

type Line<'a> = (usize, Cow<'a, str>);
/// Disc, side and track.
type Key = (Option<u32>, Option<char>, u32);

/// The lines with one track each, in the order of their numbers, if these count
/// without gaps; else unchanged.
pub fn divide(block: Vec<Line<'_>>) -> Vec<Line<'_>> {
    let mut divided = Vec::new();
    let mut run: Vec<Line<'_>> = Vec::new();
    for line in block {
        if parts(&line.1).is_some() {
            run.push(line);
        } else {
            divided.extend(ordered(std::mem::take(&mut run)));
            divided.push(line);
        }
    }
    divided.extend(ordered(run));
    divided
}

fn ordered(lines: Vec<Line<'_>>) -> Vec<Line<'_>> {
    let mut tracks: Vec<(Key, usize, String)> = lines
        .iter()
        .flat_map(|(at, line)| {
            let parts = parts(line).unwrap_or_default();
            parts
                .into_iter()
                .map(|(key, part)| (key, *at, part.to_owned()))
        })
        .collect();
    tracks.sort();
    let counts = |pair: &[(Key, usize, String)]| {
        let ((disc, side, track), next) = (pair[0].0, pair[1].0);
        next == (disc, side, track + 1) || next.2 == 1 && (next.0, next.1) != (disc, side)
    };
    match tracks.len() > lines.len() && tracks.windows(2).all(counts) {
        true => tracks
            .into_iter()
            .map(|(_, at, part)| (at, part.into()))
            .collect(),
        false => lines,
    }
}

/// The tracks of a line, each with a number and a length.
fn parts(line: &str) -> Option<Vec<(Key, &str)>> {
    if line.len() > LONGEST_LINE {
        return None;
    }
    let mut starts = vec![0];
    let words = line.match_indices(char::is_whitespace);
    for start in words.map(|(at, space)| at + space.len()) {
        let before = line[..start].trim_end_matches([' ', '\t', ',', ';', '/', '|']);
        let is_start = number(&line[start..]).is_some()
            && length::at_end(before).is_some_and(|(_, length)| length::is_exact(&length));
        if is_start {
            starts.push(start);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([line.len()]);
    let parts = starts.iter().zip(ends).map(|(start, end)| {
        let part = line[*start..end].trim_end_matches([' ', ',', ';', '/', '|']);
        match kind(part, Layout::default()) {
            Kind::Track(track) if track.has_length() && !track.title.is_empty() => {
                let number = track.number?;
                Some(((number.disc, number.side, number.track), part))
            }
            _ => None,
        }
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_tracks_a_line_are_put_in_order() {
        for (text, expected) in [
            (
                "1. A 1:12    3. C 3:22|2. B 2:14    4. D 4:10",
                "1. A 1:12|2. B 2:14|3. C 3:22|4. D 4:10",
            ),
            ("1\tA\t1:12\t2\tB\t2:14", "1\tA\t1:12\t|2\tB\t2:14"),
            ("1. A (1:12), 2. B (2:14)", "1. A (1:12)|2. B (2:14)"),
            ("A1 A 1:12  B1 B 2:14", "A1 A 1:12|B1 B 2:14"),
            ("1. A 1:12 7 B 2:14", "1. A 1:12 7 B 2:14"),
            ("2. B 2:14|1. A 1:12", "2. B 2:14|1. A 1:12"),
            ("1. At 6:15 2 (1:12)", "1. At 6:15 2 (1:12)"),
        ] {
            let block = (1..).zip(text.split('|').map(Cow::Borrowed)).collect();
            let lines: Vec<String> = divide(block)
                .into_iter()
                .map(|(_, line)| line.into_owned())
                .collect();
            assert_eq!(lines.join("|"), expected);
        }
    }
}
