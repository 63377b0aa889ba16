//! Parses the text of a list item into a track: `Title (m:ss) [note] ★`, with
//! `?:??` for a length that nobody knows.

use std::ops::Range;

use super::{control_chars, diagnostic::SourceFile, front_matter::ArtistOrder, placeholder};
use model::{Length, UNKNOWN_LENGTH};

const EXPECTED_ENTRY: &str = "expected `Title (m:ss)`, such as `The Exchange (5:54)`";
const EXPECTED_LENGTH: &str = "expected minutes and seconds `m:ss`, or `h:mm:ss`, with two digits \
                               of seconds below 60; `?:??` where nobody knows it";

/// Marks the writer's pick, at the end of its line.
pub const PICK: char = '★';

/// What a list item says of its track.
#[derive(Default)]
pub struct TrackEntry {
    pub title: String,
    /// Only where the album's tracks name their artists.
    pub artist: Option<String>,
    /// `None` if nobody knows it.
    pub length: Option<Length>,
    pub note: Option<String>,
    pub pick: bool,
}

/// A line without what may follow its length.
struct Line<'a> {
    /// `Title (m:ss)`.
    entry: &'a str,
    note: Option<&'a str>,
    pick: bool,
}

impl<'a> Line<'a> {
    fn new(text: &'a str) -> Self {
        let text = text.trim();
        let starless = text.strip_suffix(PICK).map(str::trim_end);
        // A star may also be the whole title.
        let starless = starless.filter(|text| text.ends_with([')', ']']));
        let (entry, note) = note(starless.unwrap_or(text)).unzip();
        Self {
            entry: entry.unwrap_or(starless.unwrap_or(text)),
            note,
            pick: starless.is_some(),
        }
    }
}

/// Splits the note off a line. Brackets before the length are part of the
/// title.
fn note(text: &str) -> Option<(&str, &str)> {
    let (entry, note) = text.strip_suffix(']')?.rsplit_once('[')?;
    let entry = entry.trim_end();
    entry.ends_with(')').then_some((entry, note.trim()))
}

/// Whether a text is a track with its length.
pub fn is_whole(words: &str) -> bool {
    let entry = Line::new(words).entry;
    let parts = entry
        .strip_suffix(')')
        .and_then(|words| words.rsplit_once('('));
    parts.is_some_and(|(_, length)| length == UNKNOWN_LENGTH || length.parse::<Length>().is_ok())
}

/// Splits a title from its artist, by a dash between spaces.
fn artist(text: &str, order: Option<ArtistOrder>) -> (&str, Option<&str>) {
    const DASH: &str = " – ";
    let parts = match order {
        Some(ArtistOrder::After) => text.rsplit_once(DASH),
        Some(ArtistOrder::Before) => text.split_once(DASH).map(|(artist, title)| (title, artist)),
        None => None,
    };
    match parts {
        Some((title, artist)) => (title.trim(), Some(artist.trim())),
        None => (text.trim(), None),
    }
}

/// Parses an item. `words` is the text of the byte range `span` of the file.
/// `order` says where tracks name their artists.
pub fn read(
    file: &mut SourceFile,
    words: &str,
    span: Range<usize>,
    order: Option<ArtistOrder>,
) -> Option<TrackEntry> {
    let words = words.trim();
    control_chars::report_escaped(file, words, span.clone());
    let line = Line::new(words);
    let Some((title, length)) = line
        .entry
        .strip_suffix(')')
        .and_then(|words| words.rsplit_once('('))
    else {
        report_no_length(file, words, span);
        return None;
    };
    let text = file.text();
    let source = Line::new(&text[span.clone()]).entry;
    let at = source.rfind('(').map_or(0, |at| at + 1);
    // A title that is literally `???` has a backslash before it, which the
    // parser removes from `words`.
    let is_escaped = text[..span.start].ends_with('\\');
    let (own, _) = artist(source[..at].trim_end_matches('('), order);
    let is_placeholder = !is_escaped && own == placeholder::TEXT;
    let (title, artist) = artist(title, order);
    let title = read_title(file, title, is_placeholder, span.clone());
    let length = match length {
        UNKNOWN_LENGTH => Some(None),
        _ => read_length(file, length, span.start + at).map(Some),
    };
    if line.note == Some("") {
        let expected = "expected a note such as `[bonus track]`, or no brackets";
        file.report(span, "there is no note in the brackets", expected);
    }
    Some(TrackEntry {
        title: title?,
        artist: artist.map(ToOwned::to_owned),
        length: length?,
        note: line.note.map(ToOwned::to_owned),
        pick: line.pick,
    })
}

/// Reports an entry that does not end as it should. It may contain its length
/// all the same, without parentheses or before other words.
fn report_no_length(file: &mut SourceFile, words: &str, span: Range<usize>) {
    let is_length = |word: &&str| word.parse::<Length>().is_ok() || *word == UNKNOWN_LENGTH;
    let bare = |c: char| matches!(c, '(' | ')' | '[' | ']' | ',' | PICK);
    let mut lengths = words
        .split_whitespace()
        .filter(|word| is_length(&word.trim_matches(bare)));
    let Some(length) = lengths.next_back() else {
        let what = format!("`{words}` has no length");
        let (title, star) = match words.strip_suffix(PICK) {
            Some(title) if !title.trim().is_empty() => (title.trim_end(), " ★"),
            _ => (words, ""),
        };
        let expected = format!(
            "expected `{title} (m:ss){star}`, or `{title} (?:??){star}` where nobody knows it"
        );
        return file.report(span, what, expected);
    };
    let at = words.rfind(length).unwrap_or_default();
    let (before, after) = (&words[..at], &words[at + length.len()..]);
    if let Some((what, expected)) = misplaced(before, length, after) {
        return file.report(span, what, expected);
    }
    let dash = [' ', '-', '–', '—', '.', '|', ':'];
    let title = match after.trim() {
        "" => before.trim_end_matches(dash).to_owned(),
        after if before.trim().is_empty() => after.trim_start_matches(dash).to_owned(),
        after => format!("{} {after}", before.trim_end()),
    };
    let length = length.trim_matches(bare);
    let what = format!("the length `{length}` must be in parentheses, and last");
    file.report(span, what, format!("expected `{title} ({length})`"));
}

/// What is wrong with notes and a star behind a length, and what to write.
fn misplaced(before: &str, length: &str, after: &str) -> Option<(&'static str, String)> {
    let length = length.strip_suffix(PICK).unwrap_or(length);
    let after = after.trim();
    let stars = after.matches(PICK).count();
    let notes = after.replace(PICK, " ");
    let notes: Vec<&str> = notes
        .trim()
        .strip_prefix('[')?
        .strip_suffix(']')?
        .split(']')
        .collect();
    let mut names = Vec::new();
    for (at, note) in notes.iter().enumerate() {
        let note = match at {
            0 => *note,
            _ => note.trim_start().strip_prefix('[')?,
        };
        names.push(note.trim());
    }
    let what = match names.len() {
        1 => "the star comes last",
        _ => "a track has one note",
    };
    let star = if stars > 0 { " ★" } else { "" };
    let expected = format!("expected `{before}{length} [{}]{star}`", names.join(", "));
    (length.ends_with(')') && !names.contains(&"")).then_some((what, expected))
}

fn read_title(
    file: &mut SourceFile,
    title: &str,
    is_placeholder: bool,
    span: Range<usize>,
) -> Option<String> {
    let what = match title {
        "" => "this track has no title",
        _ if is_placeholder => "the title of this track is still blank",
        _ => return Some(title.to_owned()),
    };
    file.report(span, what, EXPECTED_ENTRY);
    None
}

fn read_length(file: &mut SourceFile, length: &str, at: usize) -> Option<Length> {
    let what = match length {
        "" => "there is no length in the parentheses".to_owned(),
        _ => format!("`{length}` is not a length"),
    };
    let read = length.parse().ok();
    let read = read.filter(|length: &Length| length.seconds() > 0);
    if read.is_none() {
        file.report(at..at + length.len(), what, EXPECTED_LENGTH);
    }
    read
}
