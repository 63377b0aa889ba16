//! Properties of every imported text: all words of its prose are on the page,
//! in the same order.

#[path = "common/filled_in.rs"]
mod filled_in;

use filled_in::filled_in;
use model::{Block, Inline, Length, Review};
use proptest::prelude::*;
use source::{
    import::{self, Imported, Note, is_removed},
    review_file, schema, text,
};

/// The words of the rendered prose.
fn words_of(review: &Review) -> Vec<String> {
    let mut text = String::new();
    for block in &review.article {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => {
                for inline in content {
                    match inline {
                        Inline::Text(words) => text.push_str(words),
                        Inline::LineBreak => text.push('\n'),
                        other => panic!("plain text became {other:?}"),
                    }
                }
            }
            other => panic!("a paragraph became {other:?}"),
        }
        text.push('\n');
    }
    words(&text)
}

/// Converts typographic quotes, dashes and ellipses back to typed characters,
/// and splits the text into words.
fn words(text: &str) -> Vec<String> {
    let typed = visible(text)
        .replace(['“', '”'], "\"")
        .replace(['‘', '’'], "'")
        .replace('—', "---")
        .replace('–', "--")
        .replace('…', "...");
    typed.split_whitespace().map(str::to_owned).collect()
}

/// Without what an import removes, except what separates words.
fn visible(text: &str) -> String {
    text.replace(|c: char| is_removed(c) && !c.is_whitespace(), "")
}

/// Arbitrary text, and text that resembles Markdown or front matter.
fn line() -> impl Strategy<Value = String> {
    let anything = "[^\r\n\0]{1,40}";
    let signs = "[-+*_`#>=~.:;!?&<>\"'()\\[\\]\\\\ \ta-c1-3]{1,30}";
    let traps = prop::sample::select(vec![
        "+++",
        "---",
        "===",
        "***",
        "???",
        "???!",
        "1. one",
        "2) two",
        "- item",
        "+ item",
        "> quote",
        "# one",
        "    indented",
        "\ttab",
        "ends in two spaces  ",
        "ends in a backslash\\",
        "AT&amp;T &copy; &#65;",
        "<script>alert(1)</script>",
        "<!-- hidden",
        "[a]: https://example.org",
        "[a](b) ![c](d) <https://example.org>",
        "```rust",
        "~~~",
        "**bold** _under_ `code`",
        "| a | b |",
        "\u{a0}no break",
        "Final Thoughts",
    ]);
    prop_oneof![anything, signs, traps.prop_map(str::to_owned)]
}

fn paragraphs() -> impl Strategy<Value = Vec<Vec<String>>> {
    let paragraph = prop::collection::vec(line(), 1..5);
    prop::collection::vec(paragraph, 1..6)
}

/// The text ends with a real track list, so no line of the prose is taken as
/// one.
fn text(paragraphs: &[Vec<String>], end: &str) -> String {
    let prose: Vec<String> = paragraphs.iter().map(|lines| lines.join(end)).collect();
    let blank = format!("{end}{end}");
    format!(
        "A Title{blank}{}{blank}Track List{blank}1. Departure (1:12){end}2. Points (2:14){end}",
        prose.join(&blank)
    )
}

/// Whether no line of the prose was taken as a track; `tests/import/` has such
/// cases.
fn is_prose(imported: &Imported) -> bool {
    let tracks: usize = imported.draft.discs.iter().map(Vec::len).sum();
    let is_of_characters = |note: &Note| note.what.contains("which nobody sees");
    tracks == 2 && imported.notes.iter().all(is_of_characters) && imported.draft.unplaced.is_empty()
}

proptest! {
    #[test]
    fn no_word_of_the_prose_is_lost_or_moved(paragraphs in paragraphs(), end in prop::sample::select(vec!["\n", "\r\n", "\r"])) {
        let bytes = text(&paragraphs, end).into_bytes();
        let decoded = text::decode(&bytes, "x").map_err(|diagnostic| TestCaseError::fail(diagnostic.to_string()))?;
        let imported = import::import(&decoded).map_err(TestCaseError::fail)?;
        prop_assume!(is_prose(&imported));
        let had_prose = paragraphs.iter().flatten().any(|line| !visible(line).trim().is_empty());
        prop_assume!(had_prose);
        let file = filled_in(&imported.draft.to_string());
        let review = review_file::read("x.md", "x", &file).map_err(|diagnostics| {
            let report: String = diagnostics.iter().map(|diagnostic| format!("{diagnostic}\n")).collect();
            TestCaseError::fail(format!("{report}\n{file}"))
        })?;
        let expected = words(&paragraphs.concat().join("\n"));
        prop_assert_eq!(words_of(&review), expected);
        prop_assert_eq!(review.album.tracks.len(), 2);
    }

    #[test]
    fn any_text_can_be_imported_and_none_of_its_words_is_dropped(lines in prop::collection::vec(line(), 1..20)) {
        let text = lines.join("\n");
        let visible = visible(&text);
        prop_assume!(!visible.trim().is_empty() && !visible.trim_start().starts_with(['{', '+']));
        // Front matter may be broken.
        prop_assume!(!visible.trim_start().starts_with("---"));
        let imported = import::import(&text).map_err(TestCaseError::fail);
        let file = imported?.draft.to_string();
        for word in text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 5) {
            prop_assert!(file.contains(word), "{} is not in\n{}", word, file);
        }
    }

    #[test]
    fn a_title_of_any_signs_comes_back(title in "[^\r\n\0]{1,30}") {
        let visible = visible(&title).replace(is_removed, " ");
        let visible = visible.trim();
        prop_assume!(!visible.is_empty() && !visible.starts_with(['{', '+']));
        // Then the text is Markdown.
        prop_assume!(!visible.starts_with("# "));
        let imported = import::import(&format!("{title}\n\nProse.\n\n1. Departure (1:12)\n")).map_err(TestCaseError::fail)?;
        // A first line that is a track is no title.
        prop_assume!(imported.draft.value(&schema::TITLE).is_some());
        let file = filled_in(&imported.draft.to_string());
        let review = review_file::read("x.md", "x", &file).map_err(|diagnostics| TestCaseError::fail(format!("{}\n{file}", diagnostics[0])))?;
        prop_assert_eq!(review.title, visible);
    }

    #[test]
    fn tracks_come_back_with_their_titles_and_lengths(
        // A title of punctuation alone counts as no title, a dash beside a
        // title as a separator, quotes around every title are removed, and `[1]` is
        // the mark of a reference.
        tracks in prop::collection::vec(("[!#-,.-Z\\\\-~é][!-Z\\\\-~é–“ ]{0,12}[a-zé][!-,.-~”]{0,2}", 1..7200u32), 1..12),
    ) {
        let length = |seconds: u32| Length::from_seconds(seconds);
        let list: String = (1..)
            .zip(&tracks)
            .map(|(number, (title, seconds))| format!("{number}. {title} ({})\n", length(*seconds)))
            .collect();
        let text = format!("Night Trains\n\nProse.\n\nTrack List\n\n{list}");
        let imported = import::import(&text).map_err(TestCaseError::fail)?;
        let file = filled_in(&imported.draft.to_string());
        let review = review_file::read("x.md", "x", &file).map_err(|diagnostics| TestCaseError::fail(format!("{}\n{file}", diagnostics[0])))?;
        let read: Vec<(String, Option<u32>)> = review.album.tracks.into_iter().map(|track| (track.title, track.length.map(Length::seconds))).collect();
        let expected: Vec<(String, Option<u32>)> = tracks.into_iter().map(|(title, seconds)| (title, Some(seconds))).collect();
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn artists_come_back_with_the_titles_of_their_tracks(
        tracks in prop::collection::vec(("[A-Z][a-z`*_<>!&\\\\ ]{0,6}[a-z]", "[A-Z][a-z`*_<>!&\\\\ ]{0,6}[a-z]"), 2..8),
    ) {
        let rows: String = (1..)
            .zip(&tracks)
            .map(|(number, (title, artist))| format!("{number}\t{title}\t{artist}\t3:40\n"))
            .collect();
        let text = format!("Night Trains\n\n#\tTitle\tArtist\tLength\n{rows}");
        let imported = import::import(&text).map_err(TestCaseError::fail)?;
        // The artist of every track is that of the album.
        prop_assume!(imported.draft.value(&schema::ARTIST).is_none());
        let file = filled_in(&imported.draft.to_string());
        let review = review_file::read("x.md", "x", &file).map_err(|diagnostics| TestCaseError::fail(format!("{}\n{file}", diagnostics[0])))?;
        let read: Vec<(String, Option<String>)> = review.album.tracks.into_iter().map(|track| (track.title, track.artist)).collect();
        let expected: Vec<(String, Option<String>)> = tracks.into_iter().map(|(title, artist)| (title, Some(artist))).collect();
        prop_assert_eq!(read, expected);
    }

    /// Every length of the draft is in the text, or is the time between two.
    #[test]
    fn no_length_is_invented(
        tracks in prop::collection::vec(("[A-Z][a-z]{2,9}", prop::option::of(0..4000u32), 0..6usize), 1..10),
        rising in any::<bool>(),
    ) {
        let mut given: Vec<u32> = tracks.iter().filter_map(|(_, seconds, _)| *seconds).collect();
        if rising {
            given.sort_unstable();
        }
        let mut next = given.iter();
        let list: String = tracks
            .iter()
            .map(|(title, seconds, form)| match seconds.and_then(|_| next.next()) {
                Some(seconds) => format!("{title} {}\n", spelt(*seconds, *form)),
                None => format!("{title}\n"),
            })
            .collect();
        let text = format!("Night Trains\n\nTrack List\n{list}");
        let imported = import::import(&text).map_err(TestCaseError::fail)?;
        for entry in imported.draft.discs.iter().flatten() {
            let Some(seconds) = entry.length.as_ref().and_then(|length| length.parse::<Length>().ok()) else {
                continue;
            };
            let seconds = seconds.seconds();
            let differs = |from: &u32| given.contains(&(from + seconds));
            prop_assert!(given.contains(&seconds) || given.iter().any(differs), "{}\n{}", text, imported.draft);
        }
    }

    /// Lines as lists have them, in any order: the lengths of the draft are in the
    /// text or are the time between two of it, and each word is in the file.
    #[test]
    fn no_list_invents_a_length_or_loses_a_word(
        lines in prop::collection::vec((0..LINES.len(), "[A-Z][a-z]{7,12}", 1..4000u32, 1..4000u32), 1..14),
    ) {
        let shown = |seconds: u32| Length::from_seconds(seconds).to_string();
        let text: String = (1..)
            .zip(&lines)
            .map(|(number, (form, word, one, two)): (u32, _)| {
                LINES[*form]
                    .replace("{n}", &number.to_string())
                    .replace("{w}", word)
                    .replace("{1}", &shown(*one))
                    .replace("{2}", &shown(*two))
            })
            .collect();
        let imported = import::import(&format!("Night Trains\n\n{text}")).map_err(TestCaseError::fail)?;
        let given: Vec<u32> = lines.iter().flat_map(|(_, _, one, two)| [0, *one, *two]).collect();
        for entry in imported.draft.discs.iter().flatten() {
            let Some(seconds) = entry.length.as_ref().and_then(|length| length.parse::<Length>().ok()) else {
                continue;
            };
            let seconds = seconds.seconds();
            prop_assert!(seconds > 0, "{}\n{}", text, imported.draft);
            let differs = |from: &u32| given.contains(&(from + seconds));
            prop_assert!(given.iter().any(differs), "{}\n{}", text, imported.draft);
        }
        let file = imported.draft.to_string();
        for (form, word, ..) in &lines {
            prop_assert!(!LINES[*form].contains("{w}") || file.contains(word), "{}\n{}\n{}", word, text, file);
        }
    }
}

/// A length in one of the forms in which people write it.
fn spelt(seconds: u32, form: usize) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    match form {
        0 => format!("{minutes}:{rest:02}"),
        1 => format!("[{minutes}.{rest:02}]"),
        2 => format!("{minutes}m{rest:02}s"),
        3 => format!("{minutes}'{rest:02}\""),
        4 => format!("({minutes}:{rest:02})"),
        _ => format!("00:{minutes:02}:{rest:02}"),
    }
}

/// Lines of a list: `{n}` is their number, `{w}` a word, `{1}` and `{2}` are times.
const LINES: [&str; 22] = [
    "{n}. {w} ({1})\n",
    "{n} {w} {1}\n",
    "{n}. {w}\n",
    "{w} {1}\n",
    "{1} {w}\n",
    "0:00 {w}\n",
    "{1} - {2} {w}\n",
    "{w} ~{1}\n",
    "{n}\t{w}\t{1}\n",
    "A{n}\t{w}\t\n",
    "{n}. {w} {1}    {n}. {w} {2}\n",
    "{n},{w},{1}\n",
    "{w}\n",
    "{1}\n",
    "\n",
    "Total: {1}\n",
    "Side A ({1})\n",
    "Disc 2: {w}\n",
    "Written by {w}\n",
    "No.\tTitle\tLength\n",
    "* [{w}](https://example.org/{w}) {1}[1]\n",
    "{w} {1} AM\n",
];
