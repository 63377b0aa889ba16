//! The lines of one track in a list whose tracks have several, and the row of cells
//! that they make. `numbered` finds them.

use super::{
    credits::without_buttons,
    heading, length,
    track::number,
    track_line::{is_list_heading, is_part_heading},
    unnumbered::is_sentence,
};
use model::UNKNOWN_LENGTH;

/// Takes the heading of the next tracks, such as `Side B`, off the end of each
/// record: where most tracks have one line, any second one that may be a name.
pub fn take_headings(records: &mut [Vec<&str>]) -> Vec<Option<String>> {
    let single = records.iter().filter(|record| record.len() == 1).count();
    let are_single = single * 2 > records.len();
    let is_heading = |record: &Vec<&str>| {
        let (last, others) = record.split_last()?;
        let is_name = last.starts_with(char::is_uppercase) && heading::may_be_name(last);
        let is_likely = are_single && others.len() == 1 && is_name;
        (!others.is_empty() && (is_part_heading(last) || is_likely)).then_some(())
    };
    let take = |record: &mut Vec<&str>| {
        is_heading(record)?;
        record.pop().map(ToOwned::to_owned)
    };
    records.iter_mut().map(take).collect()
}

/// The number of the last line that is not empty.
pub fn last_filled(lines: &[(usize, &str)]) -> Option<usize> {
    let last = lines.iter().rfind(|(_, line)| !line.trim().is_empty());
    last.map(|(at, _)| *at)
}

pub fn filled<'a>(lines: &[(usize, &'a str)]) -> Vec<&'a str> {
    let lines = lines.iter().map(|(_, line)| line.trim());
    lines.filter(|line| !line.is_empty()).collect()
}

/// Whether most of the numbered lines are sentences, or other lines are.
pub fn is_prose(records: &[Vec<&str>]) -> bool {
    let titles = records.iter().filter_map(|record| record.first());
    let sentences = titles.filter(|title| is_sentence(title)).count();
    let mut others = records.iter().flat_map(|record| record.iter().skip(1));
    sentences * 2 > records.len() || others.any(|line| is_sentence(line) || is_list_heading(line))
}

/// The row of a track, and whether a line of it is a length.
pub fn row(record: &[&str]) -> (String, bool) {
    let padded = format!("{} ", record[0]);
    let (number, title) = match number(&padded) {
        Some((number, title)) => (number.track.to_string(), title.trim().to_owned()),
        None => (String::new(), record[0].to_owned()),
    };
    let mut cells = vec![number];
    cells.extend(Some(title).filter(|title| !title.is_empty()));
    let mut found = None;
    for line in &record[1..] {
        if found.is_none() && length::of(line).is_some() {
            found = length::of(line);
            continue;
        }
        let (bare, button) = without_buttons(line);
        match length::at_end(bare).filter(|_| found.is_none()) {
            Some((before, length)) => {
                found = Some(length);
                cells.push(before.trim().to_owned());
                cells.extend(button.map(ToOwned::to_owned));
            }
            None => cells.push((*line).to_owned()),
        }
    }
    let has_length = found.is_some();
    cells.push(found.unwrap_or_else(|| UNKNOWN_LENGTH.to_owned()));
    (cells.join("\t"), has_length)
}
