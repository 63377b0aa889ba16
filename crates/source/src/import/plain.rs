//! Converts a plain-text review into a draft: the first line is the title,
//! single short lines are headings, the lines of a track list are tracks, and
//! the rest is paragraphs. A first line that is a heading of Markdown makes the
//! text Markdown, whose prose stays as it is.

use super::{
    blocks::{Block, blocks, track_blocks},
    csv_table,
    draft::{Draft, Part},
    generator,
    heading::LONGEST_HEADING,
    note::Note,
    numbered,
    track_line::{Kind, Layout, kind},
    tracks, wikitext,
};
use crate::schema;

/// In characters; a block of such lines is verse, a list or an address.
const LONGEST_VERSE: usize = 45;

/// The heading that a review file reserves for its track list.
const TRACK_LIST: &str = "Track List";

/// Converts a plain-text review.
///
/// # Errors
/// The text is empty.
pub fn read(text: &str) -> Result<(Draft, Vec<Note>), String> {
    let text = wikitext::expand(text);
    let rows = csv_table::expand(&text);
    let lines: Vec<(usize, &str)> = rows.iter().map(|(at, row)| (*at, &**row)).collect();
    let Some(first) = lines.iter().position(|(_, line)| !line.trim().is_empty()) else {
        return Err("the text is empty: expected the title on its first line".to_owned());
    };
    let line = lines[first].1.trim();
    if let Some(title) = heading_of_markdown(line).filter(|_| !is_of_a_list(line)) {
        return Ok(generator::read_markdown(title, &lines[first + 1..]));
    }
    let lines = numbered::join(&lines[first..]);
    let has_title = !is_of_a_list(&lines[0].1);
    let rest: Vec<(usize, &str)> = lines[usize::from(has_title)..]
        .iter()
        .map(|(at, line)| (*at, &**line))
        .collect();
    let (mut draft, mut notes) = body(&rest);
    match has_title {
        true => draft.set(&schema::TITLE, lines[0].1.trim()),
        false => notes.push(Note {
            line: Some(lines[0].0),
            what: "the text begins with its tracks; the title is left blank".to_owned(),
        }),
    }
    Ok((draft, notes))
}

/// The words of `# Title` and `# Title #`.
fn heading_of_markdown(line: &str) -> Option<&str> {
    let title = line.strip_prefix("# ")?.trim_end_matches('#').trim();
    title.contains(char::is_alphanumeric).then_some(title)
}

/// Whether the first line of a text belongs to a track list.
fn is_of_a_list(line: &str) -> bool {
    match kind(line, Layout::default()) {
        Kind::Track(track) => {
            let first = track.number.is_some_and(|number| number.track == 1);
            track.length.is_some() || first
        }
        Kind::Heading(_) | Kind::Columns(_) | Kind::Sum => true,
        Kind::Credit | Kind::Other => false,
    }
}

/// Converts the lines below the title.
fn body(lines: &[(usize, &str)]) -> (Draft, Vec<Note>) {
    let blocks = blocks(lines);
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
        let what = "no track list was found; its place is left blank".to_owned();
        notes.push(Note { line: None, what });
    }
    (Draft::new(article, tracks.discs, tracks.unplaced), notes)
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
    let what = "what came after the tracks is before them now".to_owned();
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
                    let what = format!("no tracks follow `{line}`; it is a paragraph now");
                    notes.push(Note {
                        line: Some(block[0].0),
                        what,
                    });
                    return Part::Paragraph(line.to_owned());
                }
                Part::Heading(line.to_owned())
            }
            _ if are_short(&lines) => Part::Lines(lines.join("\n")),
            _ => Part::Paragraph(lines.join("\n")),
        }
    });
    parts.collect()
}

/// Whether a block has line ends that matter, because no line is as long as
/// those that a program breaks.
fn are_short(lines: &[&str]) -> bool {
    let ends = &lines[..lines.len() - 1];
    !ends.is_empty()
        && ends
            .iter()
            .all(|line| line.chars().count() <= LONGEST_VERSE)
}

/// Whether a single line, which may be a paragraph, is short, starts like a heading
/// and does not end a sentence.
fn is_heading(line: &str) -> bool {
    let first = line.chars().find(|c| c.is_alphanumeric());
    line.chars().count() <= LONGEST_HEADING
        && first.is_some_and(|c| !c.is_lowercase())
        && line.starts_with(|c: char| {
            c.is_alphanumeric() || ['"', '“', '‘', '\'', '¿', '¡'].contains(&c)
        })
        && !line.ends_with(['.', ',', ';', ':', '…', '"', '”', '’', ')'])
}
