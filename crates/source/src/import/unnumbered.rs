//! Lists of tracks without numbers: titles and lengths by turns, or titles alone
//! below the heading of a track list. Each track becomes a row with tabs between
//! cells, as `table_row` reads it.

use super::{
    length,
    track::number,
    track_line::{Kind, Layout, kind},
};
use model::UNKNOWN_LENGTH;

/// In characters; longer lines are prose.
pub const LONGEST_LINE: usize = 90;

/// Titles and lengths by turns, each on a line between empty lines.
pub fn lengths_apart(lines: &[(usize, &str)]) -> Option<(usize, Vec<(usize, String)>)> {
    let mut rows = Vec::new();
    let mut end = 0;
    while let [(at, title), (_, gap), (_, length), rest @ ..] = &lines[end..] {
        let is_title = !title.trim().is_empty()
            && title.chars().count() <= LONGEST_LINE
            && length::of(title).is_none();
        if !is_title || !gap.trim().is_empty() || length::of(length).is_none() {
            break;
        }
        rows.push((*at, format!("{}\t{}", title.trim(), length.trim())));
        end += 3;
        match rest.first() {
            Some((_, gap)) if gap.trim().is_empty() => end += 1,
            _ => break,
        }
    }
    (rows.len() >= 3).then_some((end, rows))
}

/// Titles alone, a line each, as below the heading of a track list.
pub fn titles(lines: &[(usize, &str)]) -> Option<(usize, Vec<(usize, String)>)> {
    let lines = lines.iter().take_while(|(_, line)| !line.trim().is_empty());
    let is_title = |line: &str| {
        let is_short = line.chars().count() <= LONGEST_LINE;
        let is_bare = length::of(line).is_none() && !line.contains('\t');
        is_short && is_bare && !is_sentence(&line) && kind(line, Layout::default()) == Kind::Other
    };
    let row = |(at, line): &(usize, &str)| {
        let bullets = ['-', '*', '•', '–', '·', ' '];
        let title = line.trim().trim_start_matches(bullets);
        let cells = match number(title) {
            Some((number, title)) if number.side.is_some() => format!("{}\t{title}", number.text),
            _ => title.to_owned(),
        };
        is_title(line.trim()).then(|| (*at, format!("{cells}\t{UNKNOWN_LENGTH}")))
    };
    let rows: Vec<(usize, String)> = lines.map(row).collect::<Option<_>>()?;
    (rows.len() >= 2).then_some((rows.len(), rows))
}

/// Whether a line ends as a sentence does.
pub fn is_sentence(line: &&str) -> bool {
    line.ends_with(['.', '!', '?', ';', ',', ':']) && line.split_whitespace().count() > 2
}
