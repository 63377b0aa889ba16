//! Joins a list whose tracks are spread over several lines, with or without
//! empty lines between them: `1 Departure`, below it credits, below them the
//! length. Also recognizes numbered lists without any length.
//!
//! Each track becomes a row with tabs between cells, as `table_row` reads it;
//! one without a length gets the sign of an unknown one.

use std::borrow::Cow;

use super::{
    columns::is_column,
    credits::{is_credit, without_buttons},
    length,
    record::{filled, is_prose, last_filled, row, take_headings},
    track::number,
    track_line::{Kind, Layout, is_list_heading, kind},
    unnumbered::{self, LONGEST_LINE},
};
use model::UNKNOWN_LENGTH;

/// The most lines of one track.
const MOST_LINES: usize = 8;

type Line<'a> = (usize, Cow<'a, str>);

/// The lines, with each such list joined into rows, between empty lines.
pub fn join<'a>(lines: &[(usize, &'a str)]) -> Vec<Line<'a>> {
    let mut joined: Vec<Line<'a>> = Vec::new();
    let mut tracks = Tracks::default();
    let mut at = 0;
    while at < lines.len() {
        let list = list(&lines[at..]).filter(|(_, rows)| {
            let has_lengths = rows.iter().any(|(_, row)| !row.ends_with(UNKNOWN_LENGTH));
            has_lengths || !tracks.may_have_notes(&joined)
        });
        let list = list.or_else(|| unnumbered::lengths_apart(&lines[at..]));
        let is_headed = || {
            joined
                .iter()
                .rfind(|(_, line)| !line.trim().is_empty())
                .is_some_and(|(_, line)| is_list_heading(line))
        };
        match list.or_else(|| unnumbered::titles(&lines[at..]).filter(|_| is_headed())) {
            Some((length, rows)) => {
                let is_empty = |line: &str| line.trim().is_empty();
                if joined.last().is_some_and(|(_, line)| !is_empty(line)) {
                    joined.push((lines[at].0, Cow::Borrowed("")));
                }
                joined.extend(rows.into_iter().map(|(at, row)| (at, Cow::Owned(row))));
                at += length;
                if lines.get(at).is_some_and(|(_, line)| !is_empty(line)) {
                    joined.push((lines[at].0, Cow::Borrowed("")));
                }
            }
            None => {
                joined.push((lines[at].0, Cow::Borrowed(lines[at].1)));
                at += 1;
            }
        }
    }
    joined
}

/// A list that begins with its track 1, or with the names of its columns: its
/// lines, and its rows.
fn list(all: &[(usize, &str)]) -> Option<(usize, Vec<(usize, String)>)> {
    let is_skipped = |line: &str| line.trim().is_empty() || is_column(line);
    let head = all
        .iter()
        .take(MOST_LINES)
        .take_while(|(_, line)| is_skipped(line));
    let head = match head.clone().filter(|(_, line)| is_column(line)).count() {
        0 | 1 => 0,
        _ => head.count(),
    };
    let lines = &all[head..];
    let mut starts = Vec::new();
    for (at, (_, line)) in lines.iter().enumerate() {
        let is_far = starts.last().is_some_and(|last| at - last > 2 * MOST_LINES);
        if starts.is_empty() && at > 0 || is_far || line.chars().count() > LONGEST_LINE {
            break;
        }
        if start(line) == u32::try_from(starts.len() + 1).ok() {
            starts.push(at);
        }
    }
    let mut records: Vec<Vec<&str>> = Vec::new();
    for pair in starts.windows(2) {
        records.push(filled(&lines[pair[0]..pair[1]]));
    }
    let ends: Vec<usize> = starts
        .windows(2)
        .filter_map(|pair| last_filled(&lines[pair[0]..pair[1]]))
        .collect();
    let headings: Vec<Option<(usize, String)>> = take_headings(&mut records)
        .into_iter()
        .zip(ends)
        .map(|(heading, at)| Some((at, heading?)))
        .collect();
    // The last track ends with its length as the others do, or has as many
    // lines as the one before it.
    let last = *starts.last()?;
    let usual = records.last()?.len();
    let is_timed = |line: &&str| length::at_end(without_buttons(line).0).is_some();
    let ends_with_length = |record: &Vec<&str>| {
        let last = record.iter().rfind(|line| !is_credit(line));
        record.len() > 1 && last.is_some_and(is_timed)
    };
    let with_lengths = records.iter().all(ends_with_length);
    let is_end = |end: &usize| {
        let record = filled(&lines[last..=*end]);
        match with_lengths {
            true => ends_with_length(&record),
            false => record.len() == usual,
        }
    };
    let end = (last..lines.len())
        .take(2 * MOST_LINES)
        .find(is_end)
        .filter(|end| {
            lines[last..=*end]
                .iter()
                .all(|(_, line)| line.chars().count() <= LONGEST_LINE)
        })
        .unwrap_or(last);
    records.push(filled(&lines[last..=end]));
    let is_long = |record: &Vec<&str>| record.len() > MOST_LINES;
    // Such as the movements of a numbered work.
    let is_several = |record: &Vec<&str>| {
        let timed = record.iter().skip(1).filter(|line| is_timed(line));
        timed.count() > 1
    };
    if records.iter().any(is_long)
        || records.iter().any(is_several)
        || is_prose(&records)
        || has_times(&records)
    {
        return None;
    }
    let rows: Vec<(String, bool)> = records.iter().map(|record| row(record)).collect();
    let with_length = rows.iter().filter(|(_, has_length)| *has_length).count();
    let is_list = records.len() >= 3 || with_length == records.len();
    is_list.then(|| {
        let places = starts.iter().map(|start| lines[*start].0);
        let headings = headings.into_iter().chain([None]);
        let rows = places.zip(rows).zip(headings);
        let rows = rows.flat_map(|((at, (row, _)), heading)| [Some((at, row)), heading]);
        (head + end + 1, rows.flatten().collect())
    })
}

/// Whether a text has had tracks with lengths.
#[derive(Default)]
struct Tracks {
    found: bool,
    /// The lines that were searched for them.
    searched: usize,
}

impl Tracks {
    /// Whether numbered lines without lengths may be notes on the tracks among
    /// `before`, because no heading is between.
    fn may_have_notes(&mut self, before: &[Line<'_>]) -> bool {
        let kind = |line: &Line<'_>| kind(&line.1, Layout::default());
        let is_track =
            |line: &Line<'_>| matches!(kind(line), Kind::Track(track) if track.has_length());
        self.found |= before[self.searched..].iter().any(is_track);
        self.searched = before.len();
        let above = before.iter().rfind(|(_, line)| !line.trim().is_empty());
        let is_heading = |line| matches!(kind(line), Kind::Heading(_));
        self.found && !above.is_some_and(is_heading)
    }
}

/// Whether most numbered lines have a time between number and title.
fn has_times(records: &[Vec<&str>]) -> bool {
    let lines = records.iter().filter_map(|record| number(record.first()?));
    let timed = lines.filter(|(_, rest)| length::at_start(rest).is_some());
    timed.count() * 2 > records.len()
}

/// The number that a line without a length begins with, or consists of.
fn start(line: &str) -> Option<u32> {
    if line.trim().contains('\t')
        || length::at_end(line).is_some()
        || length::at_start(line).is_some()
        || matches!(kind(line, Layout::default()), Kind::Track(track) if track.has_length())
    {
        return None;
    }
    let padded = format!("{} ", line.trim());
    let (number, _) = number(&padded)?;
    (number.disc.is_none() && number.side.is_none()).then_some(number.track)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        let lines: Vec<(usize, &str)> = (1..).zip(text.lines()).collect();
        join(&lines)
            .into_iter()
            .map(|(_, line)| line.into_owned())
            .collect()
    }

    #[test]
    fn joins_tracks_over_several_lines() {
        assert_eq!(
            rows("1 One\n\nWritten-By – Ada\n\n5:42\n2 Two\n\nWritten-By – Bob\n\n4:51\n\nProse."),
            [
                "1\tOne\tWritten-By – Ada\t5:42",
                "2\tTwo\tWritten-By – Bob\t4:51",
                "",
                "Prose."
            ]
        );
        assert_eq!(
            rows("1\n\nOne\n\n1:12\n\n2\n\nTwo\n\n2:14"),
            ["1\tOne\t1:12", "2\tTwo\t2:14"]
        );
        assert_eq!(
            rows("1.\n\nOne 1:12\n2.\n\nTwo 2:14"),
            ["1\tOne\t1:12", "2\tTwo\t2:14"]
        );
    }

    #[test]
    fn a_numbered_list_without_lengths_is_one_of_tracks() {
        assert_eq!(
            rows("1. One\n2. Two\n\n3. Three\nProse."),
            [
                "1\tOne\t?:??",
                "2\tTwo\t?:??",
                "3\tThree\t?:??",
                "",
                "Prose."
            ]
        );
    }

    #[test]
    fn titles_and_lengths_by_turns_are_tracks() {
        assert_eq!(
            rows("One\n\n1:12\n\nTwo\n\n2:14\n\nThree\n\n3:01\n\nProse."),
            ["One\t1:12", "Two\t2:14", "Three\t3:01", "", "Prose."]
        );
    }

    #[test]
    fn prose_stays_as_it_is() {
        for text in [
            "1. A first point, as a sentence.\n2. A second one, too.\n3. And a third.",
            "1. One\n2. Two",
            "1. One (1:12)\n2. Two (2:14)\n3. Three (3:01)",
            "One\n\nTwo\n\nThree",
        ] {
            assert_eq!(rows(text), text.lines().collect::<Vec<_>>(), "{text}");
        }
    }
}
