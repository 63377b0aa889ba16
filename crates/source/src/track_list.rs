//! Parses the section `## Track List` into tracks and groups: ordered lists, and
//! headings above them. [`track_section`](super::track_section) finds the
//! section, [`track_entry`](super::track_entry) parses each item, and
//! [`track_groups`](super::track_groups) counts discs and groups.

use std::{mem, ops::Range};

use pulldown_cmark::{Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd};

use super::{
    diagnostic::SourceFile,
    front_matter::{ArtistOrder, TrackArtists},
    markdown, track_artists,
    track_entry::{self, TrackEntry},
    track_groups::Headings,
    track_section::Section,
};
use model::{Group, Track};

const PLAIN_TITLE: &str =
    "expected no Markdown here; a backslash before a character such as `*` shows it as it is";
const PLAIN_HEADING: &str =
    "expected `### Disc 1`, or the name of a side or a suite, without Markdown";
const EXPECTED_END: &str = "expected the track list to come last: this belongs above its heading";
const EXPECTED_LINE: &str = "expected each track on a line of its own, with a number and a space \
                             such as `2. ` before its title";
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
    let part = &file.text()[section.list.clone()];
    let mut reader = Reader {
        events: Parser::new_ext(part, Options::empty()).into_offset_iter(),
        file,
        base: section.list.start,
        artists: artists.map(|artists| artists.order),
        headings: Headings::default(),
        tracks: Vec::new(),
        dashes: Vec::new(),
        is_complete: true,
        swallowed: 0,
        is_over: false,
        is_joined: false,
        is_first_of_list: false,
        is_restarted: None,
    };
    reader.section();
    let Reader {
        headings,
        tracks,
        dashes,
        mut is_complete,
        ..
    } = reader;
    let groups = headings.finish(file, tracks.len());
    if tracks.is_empty() && is_complete {
        is_complete = false;
        let heading = section.start..section.list.start;
        file.report(heading, "the track list is empty", EXPECTED_LIST);
    }
    if let Some(artists) = artists {
        track_artists::check(file, section.list.clone(), artists, &tracks, dashes);
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
    /// The tracks without an artist that have a dash which may be before one.
    dashes: Vec<Range<usize>>,
    is_complete: bool,
    /// How many numbered lines Markdown has joined to the track above.
    swallowed: u32,
    /// Whether something behind the tracks was reported.
    is_over: bool,
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
                Event::Start(Tag::Heading { level, .. }) if level >= HeadingLevel::H3 => {
                    self.heading(level, span);
                }
                Event::Start(Tag::List(Some(_))) => self.list(&span),
                Event::Start(Tag::List(None)) if !self.is_over => {
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

    /// Reports what is behind the tracks once, because all of it has one cause.
    fn not_a_list(&mut self, span: Range<usize>) {
        self.is_complete = false;
        let expected = match self.tracks.is_empty() {
            true => EXPECTED_LIST,
            false if self.is_over => return,
            false => EXPECTED_END,
        };
        self.is_over = !self.tracks.is_empty();
        self.report(span, "the track list must contain tracks only", expected);
    }

    fn heading(&mut self, level: HeadingLevel, span: Range<usize>) {
        let title = self.plain_text(TagEnd::Heading(level), PLAIN_HEADING);
        if let (Some((title, _)), true) = (&title, level > HeadingLevel::H3) {
            let expected = format!("expected `### {}`", title.trim());
            let what = "a heading in the track list has three `#`";
            self.report(span.clone(), what, expected);
        }
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
        let due = self.next_number() + mem::take(&mut self.swallowed);
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
        let entry = track_entry::read(self.file, &words, covered.clone(), self.artists)?;
        let is_unclear = self.artists.is_some()
            && entry.artist.is_none()
            && track_artists::has_other_dash(&entry.title);
        self.dashes.extend(is_unclear.then_some(covered));
        Some(entry)
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
                Event::SoftBreak if end == TagEnd::Item && track_entry::is_whole(&words) => {
                    let next = self.events.next();
                    let line = next.map_or(span.end..span.end, |(_, next)| next);
                    let of_list = self.file.text()[self.base..][line.clone()].bytes().next();
                    self.swallowed += u32::from(of_list.is_some_and(|c| c.is_ascii_digit()));
                    let what = "this line is a part of the track above it";
                    self.report(line, what, EXPECTED_LINE);
                    self.skip_to(end);
                    break;
                }
                Event::SoftBreak => words.push(' '),
                _ => {
                    self.report(span, "a title is plain text", expected);
                    self.skip_to(end);
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

    /// Skips to the end of the current item or heading, from any depth in it.
    fn skip_to(&mut self, end: TagEnd) {
        let mut depth = 0;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(tag) if tag.to_end() == end => depth += 1,
                Event::End(tag) if tag == end && depth == 0 => return,
                Event::End(tag) if tag == end => depth -= 1,
                _ => {}
            }
        }
    }

    fn skip(&mut self) {
        markdown::skip(&mut self.events);
    }

    fn report(&mut self, span: Range<usize>, what: impl Into<String>, expected: impl Into<String>) {
        let span = self.base + span.start..self.base + span.end;
        self.file.report(span, what, expected);
    }
}
