//! Parses the ordered lists of the section `## Track List` into tracks.
//! [`track_section`](super::track_section) finds the section, and
//! [`track_entry`](super::track_entry) parses each item.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd};

use super::{
    diagnostic::SourceFile,
    front_matter::{ArtistOrder, TrackArtists},
    markdown,
    track_entry::{self, TrackEntry},
    track_section::{Section, title_of},
};
use model::Track;

const PLAIN_TITLE: &str =
    "expected no Markdown here; a backslash before a character such as `*` shows it as it is";
const EXPECTED_LIST: &str = "expected a numbered list, such as `1. The Exchange (5:54)`";

/// The tracks of the section.
#[derive(Default)]
pub struct TrackList {
    pub tracks: Vec<Track>,
    /// Whether all tracks could be numbered, so that mentions can be checked.
    pub is_complete: bool,
}

/// Parses the lists of the section; reports every entry that is no track.
pub fn read(file: &mut SourceFile, section: &Section, artists: Option<&TrackArtists>) -> TrackList {
    let text = file.text();
    let part = &text[section.list.clone()];
    let mut reader = Reader {
        file,
        base: section.list.start,
        events: Parser::new_ext(part, Options::empty()).into_offset_iter(),
        artists: artists.map(|artists| artists.order),
        disc: None,
        tracks: Vec::new(),
        is_complete: true,
        is_joined: false,
    };
    reader.section();
    let Reader {
        tracks,
        mut is_complete,
        ..
    } = reader;
    if tracks.is_empty() && is_complete {
        is_complete = false;
        let heading = section.start..section.list.start;
        file.report(heading, "the track list is empty", EXPECTED_LIST);
    }
    if let Some(artists) = artists
        && is_complete
        && tracks.iter().all(|track| track.artist.is_none())
    {
        let what = "no track names its artist";
        let expected = match artists.order {
            ArtistOrder::After => {
                "expected `Title – Artist (m:ss)`, with a dash `–` between spaces"
            }
            ArtistOrder::Before => {
                "expected `Artist – Title (m:ss)`, with a dash `–` between spaces"
            }
        };
        file.report(artists.key.clone(), what, expected);
    }
    TrackList {
        tracks,
        is_complete,
    }
}

struct Reader<'a> {
    file: &'a mut SourceFile,
    base: usize,
    events: OffsetIter<'a>,
    artists: Option<ArtistOrder>,
    /// The disc of the last disc heading.
    disc: Option<u32>,
    tracks: Vec<Track>,
    is_complete: bool,
    /// Whether the current list is a second one, which was reported.
    is_joined: bool,
}

impl Reader<'_> {
    fn section(&mut self) {
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::Start(Tag::Heading {
                    level: HeadingLevel::H3,
                    ..
                }) => {
                    self.skip();
                    self.disc_heading(span);
                }
                Event::Start(Tag::List(Some(_))) => self.list(&span),
                Event::Start(Tag::List(None)) => {
                    self.skip();
                    self.is_complete = false;
                    self.report(span, "these tracks have no numbers", EXPECTED_LIST);
                }
                Event::Start(_) => {
                    self.skip();
                    self.not_a_list(span);
                }
                _ => self.not_a_list(span),
            }
        }
    }

    fn not_a_list(&mut self, span: Range<usize>) {
        self.report(
            span,
            "the track list must contain tracks only",
            EXPECTED_LIST,
        );
    }

    fn disc_heading(&mut self, span: Range<usize>) {
        let text = self.file.text();
        let title = title_of(&text[self.base..][span.clone()]).to_owned();
        let due = self.disc.map_or(1, |disc| disc + 1);
        let missing_first = self.disc.is_none() && !self.tracks.is_empty();
        if title != format!("Disc {due}") || missing_first {
            self.report(
                span,
                format!("`{title}` is not the next disc"),
                match missing_first {
                    true => "expected `### Disc 1` above the first list".to_owned(),
                    false => format!("expected `### Disc {due}`"),
                },
            );
        }
        self.disc = Some(due);
    }

    fn list(&mut self, list: &Range<usize>) {
        let due = self.next_number();
        self.is_joined = due > 1;
        if self.is_joined {
            self.report(
                list.clone(),
                "a second list of tracks",
                "expected one list a disc: put `### Disc 1` and so on above each, or join the lists",
            );
        }
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => self.item(span),
                _ => return,
            }
        }
    }

    /// Parses one list item. Its written number counts, although Markdown
    /// ignores all but the first.
    fn item(&mut self, span: Range<usize>) {
        let text = self.file.text();
        let source = &text[self.base..][span.clone()];
        let due = self.next_number();
        let digits = source.bytes().take_while(u8::is_ascii_digit).count();
        let number = source[..digits].parse().unwrap_or(due);
        if number != due && !self.is_joined {
            let what = match (1..due).contains(&number) {
                true => format!("there is a track `{number}` already"),
                false => format!("track number `{}` is out of order", &source[..digits]),
            };
            self.report(
                span.start..span.start + digits,
                what,
                format!("expected `{due}`: tracks count from 1 without gaps"),
            );
        }
        let entry = self.entry(span.start);
        let TrackEntry {
            title,
            artist,
            length,
            note,
            pick,
        } = entry.unwrap_or_default();
        // A track that could not be parsed is added anyway, so that links to it
        // are not reported too. Counting continues from the written number, so
        // that one gap causes one diagnostic.
        self.tracks.push(Track {
            disc: self.disc,
            number,
            title,
            artist,
            length,
            note,
            pick,
        });
    }

    fn next_number(&self) -> u32 {
        self.tracks
            .last()
            .filter(|last| last.disc == self.disc)
            .map_or(1, |last| last.number + 1)
    }

    /// Parses an item's title and length, up to the end of the item.
    fn entry(&mut self, item: usize) -> Option<TrackEntry> {
        let mut words = String::new();
        let mut covered: Option<Range<usize>> = None;
        while let Some((event, span)) = self.events.next() {
            match &event {
                Event::End(TagEnd::Item) => break,
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                Event::Text(text) => words.push_str(text),
                Event::SoftBreak => words.push(' '),
                Event::Start(_) => {
                    self.skip();
                    self.report(span, "a title is plain text", PLAIN_TITLE);
                    self.skip();
                    return None;
                }
                _ => {
                    self.report(span, "a title is plain text", PLAIN_TITLE);
                    self.skip();
                    return None;
                }
            }
            covered = Some(match covered {
                Some(so_far) => so_far.start..so_far.end.max(span.end),
                None => span,
            });
        }
        let covered = covered.unwrap_or(item..item);
        let covered = self.base + covered.start..self.base + covered.end;
        track_entry::read(self.file, &words, covered, self.artists)
    }

    fn skip(&mut self) {
        markdown::skip(&mut self.events);
    }

    fn report(&mut self, span: Range<usize>, what: impl Into<String>, expected: impl Into<String>) {
        let span = self.base + span.start..self.base + span.end;
        self.file.report(span, what, expected);
    }
}
