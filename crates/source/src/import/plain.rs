//! Converts a plain-text review into a draft: the first line is the title,
//! single short lines are headings, the lines of a track list are tracks, and
//! the rest is paragraphs.

use super::{
    blocks::{Block, blocks, track_blocks},
    draft::{Draft, Part},
    note::Note,
    tracks,
};
use crate::schema;

/// In characters; a longer single line is a paragraph.
const LONGEST_HEADING: usize = 60;

/// The heading that a review file reserves for its track list.
const TRACK_LIST: &str = "Track List";

/// Converts a plain-text review.
///
/// # Errors
/// The text is empty.
pub fn read(text: &str) -> Result<(Draft, Vec<Note>), String> {
    let mut lines = (1..).zip(text.lines());
    let Some((_, title)) = lines.find(|(_, line)| !line.trim().is_empty()) else {
        return Err("the text is empty: expected the title on its first line".to_owned());
    };
    let blocks = blocks(&lines.collect::<Vec<_>>());
    let listed = track_blocks(&blocks);
    let lines = chosen(&blocks, &listed, true).flatten();
    let lines: Vec<(usize, &str)> = lines.map(|(at, line)| (*at, &**line)).collect();
    let prose: Vec<&Block<'_>> = chosen(&blocks, &listed, false).collect();
    let tracks = tracks::read(&lines);
    let mut notes = tracks.notes;
    notes.extend(moved(&blocks, &listed));
    let mut article = article(&prose, &mut notes);
    article.extend(
        tracks
            .left
            .into_iter()
            .map(|(_, line)| Part::Paragraph(line)),
    );
    if tracks.discs.is_empty() {
        let what = "no track list was found: its place is marked as blank".to_owned();
        notes.push(Note { line: None, what });
    }
    let mut draft = Draft {
        unplaced: tracks.unplaced,
        article,
        discs: tracks.discs,
        ..Draft::default()
    };
    draft.set(&schema::TITLE, title.trim());
    Ok((draft, notes))
}

fn chosen<'b, 't>(
    blocks: &'b [Block<'t>],
    listed: &'b [bool],
    wanted: bool,
) -> impl Iterator<Item = &'b Block<'t>> {
    let both = blocks.iter().zip(listed);
    both.filter(move |(_, listed)| **listed == wanted)
        .map(|(block, _)| block)
}

/// A note if prose follows the track list, because the track list must come
/// last in a review.
fn moved(blocks: &[Block<'_>], listed: &[bool]) -> Option<Note> {
    let first = listed.iter().position(|listed| *listed)?;
    let behind = (first..blocks.len()).find(|at| !listed[*at])?;
    let what = "what stood behind the tracks stands before them now".to_owned();
    let line = blocks[behind].first().map(|(at, _)| *at);
    Some(Note { line, what })
}

fn article(prose: &[&Block<'_>], notes: &mut Vec<Note>) -> Vec<Part> {
    let parts = prose.iter().enumerate().map(|(index, block)| {
        let lines: Vec<&str> = block.iter().map(|(_, line)| line.trim()).collect();
        match lines[..] {
            [line] if index + 1 < prose.len() && is_heading(line) => {
                // This heading is reserved for the track list.
                if line == TRACK_LIST {
                    let what = format!("no tracks follow `{line}`; it stands as a paragraph");
                    notes.push(Note {
                        line: Some(block[0].0),
                        what,
                    });
                    return Part::Paragraph(line.to_owned());
                }
                Part::Heading(line.to_owned())
            }
            _ => Part::Paragraph(lines.join("\n")),
        }
    });
    parts.collect()
}

/// Whether a single line is short, starts like a heading and does not end a
/// sentence.
fn is_heading(line: &str) -> bool {
    let first = line.chars().find(|c| c.is_alphanumeric());
    line.chars().count() <= LONGEST_HEADING
        && first.is_some_and(|c| !c.is_lowercase())
        && line.starts_with(|c: char| {
            c.is_alphanumeric() || ['"', '“', '‘', '\'', '¿', '¡'].contains(&c)
        })
        && !line.ends_with(['.', ',', ';', ':', '…', '"', '”', '’', ')'])
}
