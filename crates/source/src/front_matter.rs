//! The TOML between `+++` lines at the head of a review: album, dates, credits.

use std::ops::Range;

use super::{
    diagnostic::SourceFile,
    table::{self, Key, Table, key},
};
use model::{Date, Film, Source};

const FENCE: &str = "+++";

const TITLE: Key = key("title", "\"Mission: Impossible – Fallout\"");
const SERIES: Key = key("series", "\"Exploring Soundtracks\"");
const AUTHOR: Key = key("author", "\"Your Name\"");
const PUBLISHED: Key = key("published", "2026-11-21");
const DRAFT: Key = key("draft", "true");
const STANDFIRST: Key = key(
    "standfirst",
    "\"One or two sentences that open the review.\"",
);
const ALBUM: Key = key("album", "[album]");
const COMPOSER: Key = key("composer", "\"Lorne Balfe\"");
const RELEASED: Key = key("released", "2018-07-13");
const LABEL: Key = key("label", "\"Paramount Music\"");
const EDITION: Key = key("edition", "\"A sentence on a later release.\"");
const FILM: Key = key("film", "[film]");
const DIRECTOR: Key = key("director", "\"Christopher McQuarrie\"");
const SOURCE: Key = key("source", "[source]");
const PUBLISHER: Key = key("publisher", "\"LemonWire\"");
const URL: Key = key("url", "\"https://example.org/review\"");

/// Keys that only one table has, for a writer who put one into another.
const HOMES: [(&str, &str); 10] = [
    (SERIES.name, AT_THE_TOP),
    (AUTHOR.name, AT_THE_TOP),
    (STANDFIRST.name, AT_THE_TOP),
    (COMPOSER.name, IN_ALBUM),
    (RELEASED.name, IN_ALBUM),
    (LABEL.name, IN_ALBUM),
    (EDITION.name, IN_ALBUM),
    (DIRECTOR.name, "under `[film]`"),
    (PUBLISHER.name, "under `[source]`"),
    (URL.name, "under `[source]`"),
];
const AT_THE_TOP: &str = "above the first line in brackets, such as `[album]`";
const IN_ALBUM: &str = "under `[album]`";

/// Everything of a review that is not in its prose or track list.
pub struct FrontMatter {
    pub title: String,
    pub series: Option<String>,
    pub author: Option<String>,
    pub published: Date,
    pub draft: bool,
    pub standfirst: String,
    pub album: AlbumCredits,
    pub film: Option<Film>,
    pub source: Option<Source>,
}

/// The `[album]` table; the tracks come from the track list.
pub struct AlbumCredits {
    pub title: String,
    pub composer: String,
    pub released: Date,
    pub label: Option<String>,
    pub edition: Option<String>,
}

/// Where the front matter and the prose stand in the file, in bytes.
pub struct Parts {
    pub toml: Range<usize>,
    pub body: Range<usize>,
}

/// Finds the front matter; a file without one is reported.
pub fn split(sheet: &mut SourceFile) -> Option<Parts> {
    let text = sheet.text();
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if first.trim_end() != FENCE {
        sheet.report(
            0..first.len(),
            "the front matter is missing",
            "expected `+++` on the first line, then keys such as `title`, then `+++` again",
        );
        return None;
    }
    let start = first.len();
    let mut at = start;
    for line in lines {
        let next = at + line.len();
        if line.trim_end() == FENCE {
            return Some(Parts {
                toml: start..at,
                body: next..text.len(),
            });
        }
        at = next;
    }
    sheet.report(
        0..first.len(),
        "the front matter that starts here has no end",
        "expected a second line `+++` after the keys",
    );
    None
}

/// Reads the keys; everything missing, unknown or malformed is reported.
pub fn read(sheet: &mut SourceFile, toml: Range<usize>) -> Option<FrontMatter> {
    let text = sheet.text();
    let table = table::parse(sheet, &text[toml.clone()], toml.start)?;
    let mut top = Table::top(table.get_ref(), 0..FENCE.len(), toml.start);
    let title = top.text(sheet, TITLE);
    let series = top.optional_text(sheet, SERIES);
    let author = top.optional_text(sheet, AUTHOR);
    let published = top.date(sheet, PUBLISHED);
    let draft = top.flag(sheet, DRAFT);
    let standfirst = top.text(sheet, STANDFIRST);
    let album = top
        .table(sheet, ALBUM, "[album]", true)
        .and_then(|table| album(sheet, table));
    let film = top
        .table(sheet, FILM, "[film]", false)
        .and_then(|table| film(sheet, table));
    let source = top
        .table(sheet, SOURCE, "[source]", false)
        .and_then(|table| source(sheet, table));
    top.finish(sheet, &HOMES);
    Some(FrontMatter {
        title: title?,
        series,
        author,
        published: published?,
        draft,
        standfirst: standfirst?,
        album: album?,
        film,
        source,
    })
}

fn album(sheet: &mut SourceFile, mut table: Table<'_>) -> Option<AlbumCredits> {
    let title = table.text(sheet, TITLE);
    let composer = table.text(sheet, COMPOSER);
    let released = table.date(sheet, RELEASED);
    let label = table.optional_text(sheet, LABEL);
    let edition = table.optional_text(sheet, EDITION);
    table.finish(sheet, &HOMES);
    Some(AlbumCredits {
        title: title?,
        composer: composer?,
        released: released?,
        label,
        edition,
    })
}

fn film(sheet: &mut SourceFile, mut table: Table<'_>) -> Option<Film> {
    let title = table.text(sheet, TITLE);
    let director = table.optional_text(sheet, DIRECTOR);
    table.finish(sheet, &HOMES);
    Some(Film {
        title: title?,
        director,
    })
}

fn source(sheet: &mut SourceFile, mut table: Table<'_>) -> Option<Source> {
    let title = table.text(sheet, TITLE);
    let publisher = table.text(sheet, PUBLISHER);
    let published = table.date(sheet, PUBLISHED);
    let url = table.web_address(sheet, URL);
    table.finish(sheet, &HOMES);
    Some(Source {
        title: title?,
        publisher: publisher?,
        published: published?,
        url: url?,
    })
}
