//! The headings of a track list, in order: discs and groups, with the tracks that
//! each has.

use std::ops::Range;

use super::{diagnostic::SourceFile, track_section};
use model::Group;

const EXPECTED_TRACKS: &str = "expected a numbered list below it, such as `1. The Exchange (5:54)`";

/// The headings so far.
#[derive(Default)]
pub struct Headings {
    /// The disc of the last disc heading.
    pub disc: Option<u32>,
    found: Vec<Heading>,
    /// The number of tracks before the last heading that was reported.
    refused: Option<usize>,
    /// The number of tracks before the last list.
    last_list: Option<usize>,
}

struct Heading {
    title: String,
    /// Its byte range in the file.
    span: Range<usize>,
    is_disc: bool,
    /// The number of tracks before it.
    first: usize,
}

impl Headings {
    /// Adds a heading; reports a disc that is not the next one.
    pub fn add(&mut self, file: &mut SourceFile, title: &str, span: Range<usize>, first: usize) {
        if title.is_empty() {
            let what = "this heading is empty";
            file.report(span, what, "expected a name, such as `### Side A`");
            return self.refuse(first);
        }
        let disc = track_section::disc(title);
        if let Some((_, name)) = &disc {
            let due = self.disc.map_or(1, |disc| disc + 1);
            let missing_first = self.disc.is_none() && first > 0;
            let heading = match name.is_empty() {
                true => format!("Disc {due}"),
                false => format!("Disc {due}: {name}"),
            };
            if title != heading || missing_first {
                file.report(
                    span.clone(),
                    format!("`{title}` is not the next disc"),
                    match missing_first {
                        true => "expected `### Disc 1` above the first list".to_owned(),
                        false => format!("expected `### {heading}`"),
                    },
                );
            }
            self.disc = Some(due);
        }
        self.found.push(Heading {
            title: title.to_owned(),
            span,
            is_disc: disc.is_some(),
            first,
        });
    }

    /// Notes a heading that was reported, behind so many tracks.
    pub fn refuse(&mut self, first: usize) {
        self.refused = Some(first);
    }

    /// Begins a list of tracks, behind `before` others. Returns whether it is
    /// the first or has a heading of its own.
    pub fn begin_list(&mut self, before: usize) -> bool {
        let last = self.found.last().map(|last| last.first);
        let is_headed = last == Some(before) || self.refused == Some(before);
        let is_first = before == 0 && self.last_list.is_none();
        self.last_list = Some(before);
        is_first || is_headed
    }

    /// The groups of an album of so many tracks; reports those without tracks.
    pub fn finish(self, file: &mut SourceFile, tracks: usize) -> Vec<Group> {
        let Self { found, .. } = self;
        let mut groups = Vec::new();
        for (at, heading) in found.iter().enumerate() {
            let mut later = found[at + 1..].iter();
            let next = later.find(|later| later.is_disc || !heading.is_disc);
            let end = next.map_or(tracks, |next| next.first);
            if heading.first == end && tracks > 0 {
                let what = format!("`{}` has no tracks", heading.title);
                file.report(heading.span.clone(), what, EXPECTED_TRACKS);
            }
            groups.push(Group {
                title: heading.title.clone(),
                tracks: heading.first..end,
            });
        }
        groups
    }
}
