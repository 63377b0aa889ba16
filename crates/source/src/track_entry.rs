//! Parses the text of a list item into a track's title and length, which may be
//! `?:??` for one that nobody knows.

use std::ops::Range;

use super::{diagnostic::SourceFile, placeholder};
use model::{Length, UNKNOWN_LENGTH};

const EXPECTED_ENTRY: &str = "expected `Title (m:ss)`, such as `The Exchange (5:54)`";
const EXPECTED_LENGTH: &str = "expected minutes and seconds `m:ss`, or `h:mm:ss`, with two digits \
                               of seconds below 60; `?:??` where nobody knows it";

/// What a list item says of its track.
#[derive(Default)]
pub struct TrackEntry {
    pub title: String,
    /// `None` if nobody knows it.
    pub length: Option<Length>,
}

/// Splits `Title (m:ss)` at its last parenthesis. `words` is the text of the
/// byte range `span` of the file.
pub fn read(file: &mut SourceFile, words: &str, span: Range<usize>) -> Option<TrackEntry> {
    let words = words.trim();
    let Some((title, length)) = words
        .strip_suffix(')')
        .and_then(|words| words.rsplit_once('('))
    else {
        report_no_length(file, words, span);
        return None;
    };
    let text = file.text();
    let source = &text[span.clone()];
    let at = source.rfind('(').map_or(0, |at| at + 1);
    // A title that is literally `???` has a backslash before it, which the
    // parser removes from `words`.
    let is_escaped = text[..span.start].ends_with('\\');
    let is_placeholder =
        !is_escaped && source[..at].trim_end_matches('(').trim() == placeholder::TEXT;
    let title = read_title(file, title.trim(), is_placeholder, span.clone());
    let length = match length {
        UNKNOWN_LENGTH => Some(None),
        _ => read_length(file, length, span.start + at).map(Some),
    };
    Some(TrackEntry {
        title: title?,
        length: length?,
    })
}

/// Reports an entry that does not end with parentheses. It may contain its
/// length all the same, without them or before other words.
fn report_no_length(file: &mut SourceFile, words: &str, span: Range<usize>) {
    let is_length = |word: &&str| word.parse::<Length>().is_ok();
    let bare = |c: char| matches!(c, '(' | ')' | '[' | ']' | ',');
    let mut lengths = words
        .split_whitespace()
        .filter(|word| is_length(&word.trim_matches(bare)));
    let Some(length) = lengths.next_back() else {
        let what = format!("`{words}` has no length");
        let expected =
            format!("expected `{words} (m:ss)`, or `{words} (?:??)` where nobody knows it");
        return file.report(span, what, expected);
    };
    let at = words.rfind(length).unwrap_or_default();
    let (before, after) = (&words[..at], &words[at + length.len()..]);
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
    if read.is_none() {
        file.report(at..at + length.len(), what, EXPECTED_LENGTH);
    }
    read
}
