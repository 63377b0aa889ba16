//! Parses the section `## Track List` into tracks and groups: ordered lists, and
//! headings above them. [`track_section`](super::track_section) finds the
//! section, [`track_entry`](super::track_entry) parses each item, and
//! [`track_groups`](super::track_groups) counts discs and groups.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd};

use super::{
    diagnostic::SourceFile,
    front_matter::{ArtistOrder, TrackArtists},
    markdown,
    track_entry::{self, TrackEntry},
    track_groups::Headings,
    track_section::Section,
};
use model::{Group, Track};

const PLAIN_TITLE: &str =
    "expected no Markdown here; a backslash before a character such as `*` shows it as it is";
const PLAIN_HEADING: &str =
    "expected `### Disc 1`, or the name of a side or a suite, without Markdown";
const EXPECTED_LIST: &str = "expected a numbered list, such as `1. The Exchange (5:54)`";

/// The tracks of the section.
#[derive(Default)]
pub struct TrackList {
    pub tracks: Vec<Track>,
    pub groups: Vec<Group>,
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
        headings: Headings::default(),
        tracks: Vec::new(),
        is_complete: true,
        is_joined: false,
        is_first_of_list: false,
        is_restarted: None,
    };
    reader.section();
    let Reader {
        headings,
        tracks,
        mut is_complete,
        ..
    } = reader;
    let groups = headings.finish(file, tracks.len());
    if tracks.is_empty() && is_complete {
        is_complete = false;
        let heading = section.start..section.list.start;
        file.report(heading, "the track list is empty", EXPECTED_LIST);
    }
    if let Some(artists) = artists
        && !file.has_diagnostic_in(section.list.clone())
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
        groups,
        is_complete,
    }
}

struct Reader<'a> {
    file: &'a mut SourceFile,
    base: usize,
    events: OffsetIter<'a>,
    artists: Option<ArtistOrder>,
    headings: Headings,
    tracks: Vec<Track>,
    is_complete: bool,
    /// Whether the current list is a second one, which was reported.
    is_joined: bool,
    /// Whether the next item is the first of its list.
    is_first_of_list: bool,
    /// The disc on which numbers start again, which was reported.
    is_restarted: Option<Option<u32>>,
}

impl Reader<'_> {
    fn section(&mut self) {
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::Start(Tag::Heading {
                    level: HeadingLevel::H3,
                    ..
                }) => self.heading(span),
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

    fn heading(&mut self, span: Range<usize>) {
        let title = self.plain_text(TagEnd::Heading(HeadingLevel::H3), PLAIN_HEADING);
        let span = self.base + span.start..self.base + span.end;
        let before = self.tracks.len();
        match title {
            Some((title, _)) => self.headings.add(self.file, title.trim(), span, before),
            None => self.headings.refuse(before),
        }
    }

    fn list(&mut self, list: &Range<usize>) {
        self.is_first_of_list = true;
        self.is_joined = !self.headings.begin_list(self.tracks.len());
        if self.is_joined {
            self.report(
                list.clone(),
                "a second list of tracks",
                "expected a heading above it, such as `### Disc 2` or `### Side B`, or one list",
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
        let disc = self.headings.disc;
        let mut number = source[..digits].parse().unwrap_or(due);
        let is_known = self.is_joined || self.is_restarted == Some(disc);
        if number != due && !is_known {
            let restarts = number == 1 && self.is_first_of_list;
            let what = match (1..due).contains(&number) {
                true => format!("there is a track `{number}` already"),
                false => format!("track number `{}` is out of order", &source[..digits]),
            };
            let expected = match restarts {
                true => format!("expected `{due}`: numbers start again only on a new disc"),
                false => format!("expected `{due}`: tracks count from 1 without gaps"),
            };
            self.report(span.start..span.start + digits, what, expected);
            self.is_restarted = restarts.then_some(disc);
        }
        if self.is_restarted == Some(disc) {
            number = due;
        }
        self.is_first_of_list = false;
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
            disc,
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
            .filter(|last| last.disc == self.headings.disc)
            .map_or(1, |last| last.number + 1)
    }

    /// Parses an item, up to its end.
    fn entry(&mut self, item: usize) -> Option<TrackEntry> {
        let (words, covered) = self.plain_text(TagEnd::Item, PLAIN_TITLE)?;
        let covered = covered.unwrap_or(item..item);
        let covered = self.base + covered.start..self.base + covered.end;
        track_entry::read(self.file, &words, covered, self.artists)
    }

    /// The text up to the end of the current element, and its range; reports any
    /// Markdown in it.
    fn plain_text(
        &mut self,
        end: TagEnd,
        expected: &str,
    ) -> Option<(String, Option<Range<usize>>)> {
        let mut words = String::new();
        let mut covered: Option<Range<usize>> = None;
        while let Some((event, span)) = self.events.next() {
            match &event {
                Event::End(tag) if *tag == end => break,
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                Event::Text(text) => words.push_str(text),
                Event::SoftBreak => words.push(' '),
                other => {
                    let is_element = matches!(other, Event::Start(_));
                    if is_element {
                        self.skip();
                    }
                    self.report(span, "a title is plain text", expected);
                    self.skip();
                    return None;
                }
            }
            covered = Some(match covered {
                Some(so_far) => so_far.start..so_far.end.max(span.end),
                None => span,
            });
        }
        Some((words, covered))
    }

    fn skip(&mut self) {
        markdown::skip(&mut self.events);
    }

    fn report(&mut self, span: Range<usize>, what: impl Into<String>, expected: impl Into<String>) {
        let span = self.base + span.start..self.base + span.end;
        self.file.report(span, what, expected);
    }
}
