//! Finds the section `## Track List` in the body of a review.
//! [`track_list`](super::track_list) parses its content.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag};

use super::{diagnostic::SourceFile, suggest};
use model::Length;

const HEADING: &str = "Track List";

/// Other headings of a track list, in lower case.
const OTHER_HEADINGS: [&str; 30] = [
    "tracks",
    "the tracks",
    "tracklist",
    "track list",
    "track listing",
    "tracklisting",
    "titelliste",
    "trackliste",
    "titel",
    "pistes",
    "liste des pistes",
    "liste des titres",
    "titres",
    "lista de canciones",
    "lista de temas",
    "canciones",
    "pistas",
    "lista de pistas",
    "tracce",
    "lista tracce",
    "elenco tracce",
    "faixas",
    "lista de faixas",
    "nummers",
    "tracklijst",
    "låtlista",
    "lista utworów",
    "трек-лист",
    "список композиций",
    "収録曲",
];

/// Headings of a track list that may also be a heading of the prose.
const LIKELY_HEADINGS: [&str; 4] = ["songs", "music", "lieder", "chansons"];

/// The byte at which the section starts, and the byte range after its heading.
#[derive(Clone)]
pub struct Section {
    pub start: usize,
    pub list: Range<usize>,
}

/// Whether a heading, without its `##`, is one of a track list.
pub fn is_heading(title: &str) -> bool {
    let title = title.trim_end_matches(':').to_lowercase();
    OTHER_HEADINGS.contains(&title.as_str())
}

/// Finds the section; reports a missing one. Where a heading is misspelt or
/// missing, what is most likely the track list is used in its place, so that
/// its tracks are checked too.
pub fn find(file: &mut SourceFile, body: Range<usize>) -> Option<Section> {
    let text = file.text();
    let outline = outline(&text, body.clone());
    let of_level_2 = |part: &&Part| part.kind == Kind::Heading(HeadingLevel::H2);
    let mut exact = outline
        .iter()
        .filter(of_level_2)
        .filter(|part| part.title == HEADING);
    let found = exact.next();
    let mut end = body.end;
    for second in exact {
        end = end.min(second.span.start);
        file.report(
            second.span.clone(),
            format!("a second section `## {HEADING}`"),
            "expected one, as the last section of the review",
        );
    }
    let mut others = outline.iter().filter(of_level_2);
    let found = found.or_else(|| others.rfind(|part| is_heading(part.title)));
    let section = |part: &Part| Section {
        start: part.span.start,
        list: part.list_start()..end,
    };
    if let Some(part) = found {
        return Some(section(part));
    }
    let meant = likeliest(&outline);
    report_missing(file, meant);
    meant.map(section)
}

/// A heading, a paragraph or a list outside quotes and lists.
struct Part<'a> {
    kind: Kind,
    span: Range<usize>,
    /// A heading's text; a paragraph's, without the marks of emphasis.
    title: &'a str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Heading(HeadingLevel),
    Paragraph,
    /// A list whose items end with lengths.
    Tracks,
    Other,
}

impl Part<'_> {
    fn list_start(&self) -> usize {
        match self.kind {
            Kind::Tracks => self.span.start,
            _ => self.span.end,
        }
    }
}

fn outline(text: &str, body: Range<usize>) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut depth = 0usize;
    for (event, span) in Parser::new(&text[body.clone()]).into_offset_iter() {
        match event {
            Event::Start(tag) => {
                if depth == 0 {
                    let span = body.start + span.start..body.start + span.end;
                    let source = &text[span.clone()];
                    let (kind, title) = match tag {
                        Tag::Heading { level, .. } => (Kind::Heading(level), title_of(source)),
                        Tag::Paragraph => {
                            let title = source.trim().trim_matches(['*', '_']);
                            (Kind::Paragraph, title.trim_end_matches(':').trim())
                        }
                        Tag::List(_) if has_lengths(source) => (Kind::Tracks, ""),
                        _ => (Kind::Other, ""),
                    };
                    parts.push(Part { kind, span, title });
                }
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    parts
}

/// Whether most lines of a list end with a length.
fn has_lengths(list: &str) -> bool {
    let lines = list.lines().filter(|line| !line.trim().is_empty());
    let (mut with, mut without) = (0, 0);
    for line in lines {
        let last = line.split_whitespace().next_back().unwrap_or_default();
        match last.trim_matches(['(', ')', '[', ']']).parse::<Length>() {
            Ok(_) => with += 1,
            Err(_) => without += 1,
        }
    }
    with > without
}

/// What a writer most likely meant as the track list: a heading that is nearly
/// right or of another level, its words as a paragraph, a heading above a list
/// of lengths, or that list.
fn likeliest<'p, 't>(outline: &'p [Part<'t>]) -> Option<&'p Part<'t>> {
    let is_near = |part: &&Part| {
        let nearly = suggest::nearest(part.title, &["track list", "tracks"]).is_some();
        let heading = matches!(part.kind, Kind::Heading(_)) && nearly;
        heading || part.kind != Kind::Tracks && is_heading(part.title)
    };
    let above = |(at, part): (usize, &'p Part<'t>)| {
        let before = outline.get(at.checked_sub(1)?)?;
        let is_heading = matches!(before.kind, Kind::Heading(_))
            || LIKELY_HEADINGS.contains(&before.title.to_lowercase().as_str());
        (part.kind == Kind::Tracks && is_heading).then_some(before)
    };
    let mut lists = outline.iter().filter(|part| part.kind == Kind::Tracks);
    outline
        .iter()
        .rfind(is_near)
        .or_else(|| outline.iter().enumerate().rev().find_map(above))
        .or_else(|| lists.next())
}

fn report_missing(file: &mut SourceFile, meant: Option<&Part<'_>>) {
    let text = file.text();
    let (span, what, expected) = match meant {
        Some(part) if part.kind == Kind::Tracks => (
            part.span.clone(),
            "there is no heading above these tracks".to_owned(),
            format!("expected `## {HEADING}` on a line of its own before them"),
        ),
        Some(part) => {
            let quote = file.quote(part.span.clone());
            (
                part.span.clone(),
                format!("{quote} is not the heading of a track list"),
                format!("expected `## {HEADING}`"),
            )
        }
        None => {
            let end = text.trim_end().len();
            (
                end..end,
                format!("the section `## {HEADING}` is missing"),
                format!("expected `## {HEADING}` and a numbered list under it"),
            )
        }
    };
    file.report(span, what, expected);
}

/// The number of a disc and its title, of a heading such as `Disc 1`, `CD2 – The
/// Songs`, `Disc Two (45:10)` or `Disc: 1 of 2`.
pub fn disc(line: &str) -> Option<(u32, String)> {
    const NAMES: [&str; 6] = ["one", "two", "three", "four", "five", "six"];
    let lower = line.to_ascii_lowercase();
    let name = ["disc", "disk", "cd"]
        .iter()
        .find(|name| lower.starts_with(**name))?;
    let rest = line[name.len()..].trim_start_matches([' ', '\t', '#', '.', ':', '-']);
    let word = rest
        .find(|c: char| !c.is_alphanumeric())
        .map_or(rest, |end| &rest[..end]);
    let spelt = NAMES
        .iter()
        .position(|name| word.eq_ignore_ascii_case(name));
    let number = match spelt {
        Some(index) => u32::try_from(index).ok()? + 1,
        None => word
            .parse()
            .ok()
            .filter(|number| (1..=99).contains(number))?,
    };
    let rest = rest[word.len()..].trim();
    let rest = without_count(rest).unwrap_or(rest);
    let is_label = rest.is_empty() || rest.starts_with([':', '-', '–', '—', '(', '[']);
    let rest = rest.trim_start_matches([':', '-', '–', '—', ' ']);
    is_label.then(|| (number, rest.to_owned()))
}

/// The text behind the number of discs: ` (45:10)` of `of 2 (45:10)` and `/2 (45:10)`.
fn without_count(text: &str) -> Option<&str> {
    let count = text
        .strip_prefix("of ")
        .or_else(|| text.strip_prefix('/'))?;
    let rest = count
        .trim_start()
        .trim_start_matches(|c: char| c.is_ascii_digit());
    (rest.len() < count.trim_start().len()).then(|| rest.trim_start())
}

/// The text of a heading's line: `Track List` for `## Track List ##`.
pub fn title_of(heading: &str) -> &str {
    heading.trim().trim_matches('#').trim()
}
