//! Finds the section `## Track List` in the body of a review.
//! [`track_list`](super::track_list) parses its content.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag};

use super::{diagnostic::SourceFile, suggest};

const HEADING: &str = "Track List";

/// The byte at which the section starts, and the byte range after its heading.
pub struct Section {
    pub start: usize,
    pub list: Range<usize>,
}

/// Finds the section; reports a missing one. A misspelt heading is used in its
/// place, so that its tracks are checked too.
pub fn find(file: &mut SourceFile, body: Range<usize>) -> Option<Section> {
    let text = file.text();
    let mut found: Option<Section> = None;
    let mut meant: Option<Section> = None;
    for (level, heading) in headings(&text, body.clone()) {
        let title = title_of(&text[heading.clone()]);
        let section = Section {
            start: heading.start,
            list: heading.end..body.end,
        };
        if level != HeadingLevel::H2 || title != HEADING {
            // `Tracklist`, `Track list`, or the right words at another level.
            if suggest::nearest(title, &["track list"]).is_some() {
                meant = Some(section);
            }
        } else if found.is_some() {
            file.report(
                heading,
                format!("a second section `## {HEADING}`"),
                "expected one, as the last section of the review",
            );
        } else {
            found = Some(section);
        }
    }
    if found.is_none() {
        report_missing(file, meant.as_ref());
    }
    found.or(meant)
}

/// The headings outside quotes and lists.
fn headings(text: &str, body: Range<usize>) -> Vec<(HeadingLevel, Range<usize>)> {
    let mut headings = Vec::new();
    let mut depth = 0usize;
    for (event, span) in Parser::new(&text[body.clone()]).into_offset_iter() {
        match event {
            Event::Start(tag) => {
                if let (Tag::Heading { level, .. }, 0) = (tag, depth) {
                    headings.push((level, body.start + span.start..body.start + span.end));
                }
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    headings
}

fn report_missing(file: &mut SourceFile, meant: Option<&Section>) {
    let end = file.text().trim_end().len();
    let (span, what, expected) = match meant {
        Some(section) => {
            let heading = section.start..section.list.start;
            let quote = file.quote(heading.clone());
            let what = format!("{quote} is not the track list's heading");
            (heading, what, format!("did you mean `## {HEADING}`?"))
        }
        None => (
            end..end,
            format!("the section `## {HEADING}` is missing"),
            format!("expected `## {HEADING}` and a numbered list under it"),
        ),
    };
    file.report(span, what, expected);
}

/// The text of a heading's line: `Track List` for `## Track List ##`.
pub fn title_of(heading: &str) -> &str {
    heading.trim().trim_matches('#').trim()
}
