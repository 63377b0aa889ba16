//! Parses the text of a list item into a track's title and length.

use std::ops::Range;

use super::{diagnostic::SourceFile, placeholder};
use model::Length;

const EXPECTED_ENTRY: &str = "expected `Title (m:ss)`, such as `The Exchange (5:54)`";
const EXPECTED_LENGTH: &str =
    "expected minutes and seconds `m:ss`, or `h:mm:ss`, with two digits of seconds below 60";

/// Splits `Title (m:ss)` at its last parenthesis. `words` is the text of the
/// byte range `span` of the file.
pub fn read(file: &mut SourceFile, words: &str, span: Range<usize>) -> Option<(String, Length)> {
    let words = words.trim();
    let Some((title, length)) = words
        .strip_suffix(')')
        .and_then(|words| words.rsplit_once('('))
    else {
        let what = format!("`{words}` has no length");
        file.report(span, what, EXPECTED_ENTRY);
        return None;
    };
    let text = file.text();
    let source = &text[span.clone()];
    let at = source.rfind('(').map_or(0, |at| at + 1);
    // A title that is literally `???` has a backslash before it, which the
    // parser removes from `words`.
    let is_escaped = text[..span.start].ends_with('\\');
    let is_blank = !is_escaped && source[..at].trim_end_matches('(').trim() == placeholder::TEXT;
    let title = titled(file, title.trim(), is_blank, span.clone());
    let length = timed(file, length, span.start + at);
    Some((title?, length?))
}

fn titled(
    file: &mut SourceFile,
    title: &str,
    is_blank: bool,
    span: Range<usize>,
) -> Option<String> {
    let what = match title {
        "" => "this track has no title",
        _ if is_blank => "the title of this track is still blank",
        _ => return Some(title.to_owned()),
    };
    file.report(span, what, EXPECTED_ENTRY);
    None
}

fn timed(file: &mut SourceFile, length: &str, at: usize) -> Option<Length> {
    let what = match length {
        "" => "there is no length in the parentheses".to_owned(),
        placeholder::LENGTH => "the length of this track is still blank".to_owned(),
        _ => format!("`{length}` is not a length"),
    };
    let read = length.parse().ok();
    if read.is_none() {
        file.report(at..at + length.len(), what, EXPECTED_LENGTH);
    }
    read
}
