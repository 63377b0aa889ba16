//! Parses the front matter of a review, the TOML between `+++` lines: album,
//! dates, credits.

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

/// Where each key of a table belongs, for the diagnostic of a key that was
/// written in another table.
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

/// Everything in a review except its prose and track list.
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

/// The `[album]` table; its tracks are in the track list.
pub struct AlbumCredits {
    pub title: String,
    pub composer: String,
    pub released: Date,
    pub label: Option<String>,
    pub edition: Option<String>,
}

/// The byte ranges of the front matter and of the body.
pub struct Parts {
    pub toml: Range<usize>,
    pub body: Range<usize>,
}

/// Finds the front matter; reports a file that has none.
pub fn split(file: &mut SourceFile) -> Option<Parts> {
    let text = file.text();
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if first.trim_end() != FENCE {
        file.report(
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
    file.report(
        0..first.len(),
        "the front matter that starts here has no end",
        "expected a second line `+++` after the keys",
    );
    None
}

/// Parses the keys; reports missing, unknown and malformed ones.
pub fn read(file: &mut SourceFile, toml: Range<usize>) -> Option<FrontMatter> {
    let text = file.text();
    let table = table::parse(file, &text[toml.clone()], toml.start)?;
    let mut top = Table::top(table.get_ref(), 0..FENCE.len(), toml.start);
    let title = top.text(file, TITLE);
    let series = top.optional_text(file, SERIES);
    let author = top.optional_text(file, AUTHOR);
    let published = top.date(file, PUBLISHED);
    let draft = top.flag(file, DRAFT);
    let standfirst = top.text(file, STANDFIRST);
    let album = top
        .table(file, ALBUM, "[album]", true)
        .and_then(|table| album(file, table));
    let film = top
        .table(file, FILM, "[film]", false)
        .and_then(|table| film(file, table));
    let source = top
        .table(file, SOURCE, "[source]", false)
        .and_then(|table| source(file, table));
    top.finish(file, &HOMES);
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

fn album(file: &mut SourceFile, mut table: Table<'_>) -> Option<AlbumCredits> {
    let title = table.text(file, TITLE);
    let composer = table.text(file, COMPOSER);
    let released = table.date(file, RELEASED);
    let label = table.optional_text(file, LABEL);
    let edition = table.optional_text(file, EDITION);
    table.finish(file, &HOMES);
    Some(AlbumCredits {
        title: title?,
        composer: composer?,
        released: released?,
        label,
        edition,
    })
}

fn film(file: &mut SourceFile, mut table: Table<'_>) -> Option<Film> {
    let title = table.text(file, TITLE);
    let director = table.optional_text(file, DIRECTOR);
    table.finish(file, &HOMES);
    Some(Film {
        title: title?,
        director,
    })
}

fn source(file: &mut SourceFile, mut table: Table<'_>) -> Option<Source> {
    let title = table.text(file, TITLE);
    let publisher = table.text(file, PUBLISHER);
    let published = table.date(file, PUBLISHED);
    let url = table.web_address(file, URL);
    table.finish(file, &HOMES);
    Some(Source {
        title: title?,
        publisher: publisher?,
        published: published?,
        url: url?,
    })
}
