//! Splits a text into blocks, and decides which blocks are the track list by
//! their content and their neighbours.

use std::borrow::Cow;

use super::{
    side_by_side, stacked,
    track_line::{Kind, Layout, is_list_heading, kind},
};

/// Consecutive non-empty lines, each with its line number.
pub type Block<'a> = Vec<(usize, Cow<'a, str>)>;

/// Splits lines into blocks at empty lines, and behind the tracks of a
/// numbered list.
pub fn blocks<'a>(lines: &[(usize, &'a str)]) -> Vec<Block<'a>> {
    lines
        .split(|(_, line)| line.trim().is_empty())
        .filter(|block| !block.is_empty())
        .flat_map(|block| {
            let lines = match stacked::rows(block) {
                Some(rows) => rows.into_iter().map(|(at, row)| (at, row.into())).collect(),
                // Lines are not trimmed: in a table row, an empty cell between
                // tabs counts.
                None => block
                    .iter()
                    .map(|(at, line)| (*at, (*line).into()))
                    .collect(),
            };
            headed(side_by_side::divide(lines))
                .into_iter()
                .flat_map(divided)
        })
        .collect()
}

/// The block, divided at the heading of its track list.
fn headed(mut block: Block<'_>) -> Vec<Block<'_>> {
    let is_heading = |(_, line): &(usize, Cow<'_, str>)| is_list_heading(line);
    match block.iter().rposition(is_heading) {
        Some(at) if at > 0 => {
            let list = block.split_off(at);
            vec![block, list]
        }
        _ => vec![block],
    }
}

/// The block, without the lines below its last track, and these, such as notes
/// with numbers of their own.
fn divided(mut block: Block<'_>) -> Vec<Block<'_>> {
    let kinds: Vec<Kind> = block
        .iter()
        .map(|(_, line)| kind(line, Layout::default()))
        .collect();
    let number = |at: usize| match &kinds[at] {
        Kind::Track(track) => track.number.as_ref().map(|number| number.track),
        _ => None,
    };
    let is_timed = |kind: &Kind| matches!(kind, Kind::Track(track) if track.length.is_some());
    let is_left = |at: &usize| match &kinds[*at] {
        Kind::Other => true,
        Kind::Track(_) => number(*at) <= number(at - 1),
        _ => false,
    };
    // Without numbers they may be sentences.
    let is_numbered = |at: &usize| is_timed(&kinds[*at]) && number(*at).is_some();
    let is_list = (0..kinds.len()).filter(is_numbered).count() > 1;
    let last = kinds.iter().rposition(is_timed).filter(|_| is_list);
    let rest = last.and_then(|last| (last + 1..kinds.len()).find(is_left));
    let is_rest = |kind: &Kind| matches!(kind, Kind::Other | Kind::Track(_));
    match rest.filter(|rest| kinds[*rest..].iter().all(is_rest)) {
        Some(rest) => {
            let rest = block.split_off(rest);
            vec![block, rest]
        }
        None => vec![block],
    }
}

/// One flag per block: whether it belongs to the track list.
pub fn track_blocks(blocks: &[Block<'_>]) -> Vec<bool> {
    let looks: Vec<Look> = blocks.iter().map(look).collect();
    let mut listed: Vec<bool> = Vec::new();
    for (index, look) in looks.iter().enumerate() {
        let before = index
            .checked_sub(1)
            .map(|before| (&looks[before], listed[before]));
        let headed = is_headed(&looks, index);
        let after_track = before.is_some_and(|(look, listed)| listed && look.tracks > 0);
        let before_track = looks
            .get(index + 1)
            .is_some_and(|next| next.is_all_tracks());
        let belongs = look.tracks + look.bare + look.others == 0 && look.credits + look.sums > 0;
        let around = after_track || before_track;
        listed.push(match look.others + look.bare + look.tracks {
            0 if belongs => before.is_some_and(|(_, listed)| listed),
            _ if headed => look.tracks + look.bare > look.others,
            1 => look.is_all_tracks() && (around || look.certain == 1),
            _ if look.certain >= 2 => look.tracks + look.bare > look.others,
            _ => look.tracks >= 2 && look.tracks > look.others + look.bare,
        });
    }
    // If a heading marks the list, earlier lines that only end with a length
    // are prose.
    let headed = (0..looks.len()).find(|at| listed[*at] && is_headed(&looks, *at));
    for index in 0..headed.unwrap_or(0) {
        listed[index] = listed[index] && looks[index].certain > 0;
    }
    // A heading belongs to the track list if tracks follow it; otherwise it is
    // prose.
    for index in (0..looks.len()).rev() {
        let next = listed.get(index + 1).copied().unwrap_or(false);
        listed[index] = listed[index] || looks[index].only_leads() && next;
    }
    listed
}

fn is_headed(looks: &[Look], at: usize) -> bool {
    looks[at].leads > 0 || at > 0 && looks[at - 1].only_leads()
}

/// Counts of the kinds of lines in a block.
#[derive(Default)]
struct Look {
    /// Headings of a track list, of a disc, or of a table.
    leads: usize,
    /// Tracks with a length.
    tracks: usize,
    /// Tracks with a length whose number is certain (see
    /// [`Number::certain`](super::track::Number::certain)).
    certain: usize,
    /// Numbered lines without a length.
    bare: usize,
    others: usize,
    /// Credits and totals, which belong to tracks before them.
    credits: usize,
    sums: usize,
}

impl Look {
    fn only_leads(&self) -> bool {
        self.leads > 0 && self.tracks == 0 && self.is_clear()
    }

    /// Whether there is nothing but headings and tracks with lengths.
    fn is_clear(&self) -> bool {
        self.bare + self.others + self.credits + self.sums == 0
    }

    fn is_all_tracks(&self) -> bool {
        self.leads == 0 && self.is_clear()
    }
}

fn look(block: &Block<'_>) -> Look {
    let mut look = Look::default();
    for (_, line) in block {
        match kind(line, Layout::default()) {
            Kind::Heading(_) | Kind::Columns(_) => look.leads += 1,
            Kind::Credit => look.credits += 1,
            Kind::Sum => look.sums += 1,
            Kind::Track(track) if track.length.is_some() => {
                look.tracks += 1;
                look.certain += usize::from(track.number.is_some_and(|number| number.certain));
            }
            Kind::Track(_) => look.bare += 1,
            Kind::Other => look.others += 1,
        }
    }
    look
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One character per block of `text`, where `/` separates blocks and `|` lines:
    /// `x` in the track list, `.` not.
    fn listed(text: &str) -> String {
        let text = text.replace(" / ", "\n\n").replace(" | ", "\n");
        let blocks = blocks(&(1..).zip(text.lines()).collect::<Vec<_>>());
        let mark = |listed: bool| if listed { 'x' } else { '.' };
        track_blocks(&blocks).into_iter().map(mark).collect()
    }

    #[test]
    fn finds_the_track_list() {
        for (text, expected) in [
            // A single line is a track if it has a number, or is next to
            // another track.
            ("Prose. / 1. One 1:00 / Prose.", ".x."),
            ("Prose. / It ends at 1:00 / Prose.", "..."),
            ("Prose. / One 1:00 / Two 2:00", ".xx"),
            ("Zero 0:30 / One 1:00 | and prose.", ".."),
            ("Zero 0:30 / Disc 1 | One 1:00", ".x"),
            // Lines without an empty line between them.
            ("One 1:00 | Two 2:00", "x"),
            ("One 1:00 | Two 2:00 | Bonus", "x"),
            ("1. One 1:00 | 2. Two | 3. Three 3:00 | 4. Four", "x"),
            ("1. One 1:00 | 2. Two 2:00 | 1. Note | 2. Note", "x."),
            ("1. One 1:00 | 2. Two 2:00 | Notes: | 1. Note", "x."),
            ("Prose | that ends at 1:00 | or at 2:00 | or later.", "."),
            ("1. A point. | 2. Another one.", "."),
            // Below a heading.
            ("Track List | 1. One | 2. Two", "x"),
            ("Track List / 1. One | 2. Two", "xx"),
            ("Track List | 1. One | 2. Two / It ends at 3:00", "x."),
            ("Track List / One 1:00", "xx"),
            ("Disc 1 / 1. One 1:00 / Disc 2 / 1. One 2:00", "xxxx"),
            ("Track List", "."),
            ("Track List / Prose. / 1. One 1:00", "..x"),
            ("Track List | and prose. / 1. A point. | 2. Another.", ".."),
            ("Track List | One 1:00 | and | prose / 1. A | 2. B", ".."),
            // Before the heading of a list that follows.
            (
                "It ends at 1:00 | or at 2:00 / Track List | 1. One 1:00",
                ".x",
            ),
            (
                "1. Zero 0:30 | 2. Half 0:40 / Track List | 1. One 1:00",
                "xx",
            ),
        ] {
            assert_eq!(listed(text), expected, "{text}");
        }
    }
}
