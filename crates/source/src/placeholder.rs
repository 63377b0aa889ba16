//! The placeholder that `new` and `import` write where a value is missing, and a
//! search for those left in front matter and prose. Those in the track list are
//! found by [`track_entry`](super::track_entry), which parses titles.

use std::ops::Range;

use super::diagnostic::SourceFile;

/// The blank for a title, name, date or paragraph. An unknown length is no blank
/// ([`model::UNKNOWN_LENGTH`]): the review can be published with it.
pub const TEXT: &str = "???";

/// Whether a key's value, as written in the file, is a placeholder. A title
/// that is literally `???` is written with an escape (`\u003F`).
pub fn is_value(source: &str) -> bool {
    let quotes = ["", "\"", "'", "\"\"\"", "'''"];
    let within = |quotes: &str| source.strip_prefix(quotes)?.strip_suffix(quotes);
    quotes.iter().any(|quotes| within(quotes) == Some(TEXT))
}

/// Reports every line of the prose that starts with a placeholder; a backslash
/// before it makes it ordinary text.
pub fn report_in_prose(file: &mut SourceFile, prose: Range<usize>) {
    let text = file.text();
    let mut at = prose.start;
    for line in text[prose].split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        if line.trim_start().starts_with(TEXT) {
            file.report(
                start..start + TEXT.len(),
                "this is still blank",
                "expected your own words in place of this paragraph",
            );
        }
        at += line.len();
    }
}

#[cfg(test)]
mod tests {
    use super::is_value;

    #[test]
    fn a_placeholder_is_in_quotes_of_any_kind() {
        for source in ["???", "\"???\"", "'???'", "\"\"\"???\"\"\""] {
            assert!(is_value(source), "{source}");
        }
        for source in [r#""'???""#, r#""“???”""#, r#""????""#, r#""\u003F??""#] {
            assert!(!is_value(source), "{source}");
        }
    }
}
