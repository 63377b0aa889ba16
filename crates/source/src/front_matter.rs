//! Parses the front matter of a review, the TOML between `+++` lines: album,
//! dates, credits.

use std::ops::Range;

use super::{
    diagnostic::SourceFile,
    schema::{self, Key, REVIEW, TableKey},
    table::{self, Table},
};
use model::{Date, Listen, Rating, Source, Work, WorkKind};

const FENCE: &str = "+++";

/// Everything in a review except its prose and track list.
pub struct FrontMatter {
    pub title: String,
    pub series: Option<String>,
    pub authors: Vec<String>,
    pub published: Date,
    pub updated: Option<Date>,
    pub draft: bool,
    pub standfirst: String,
    pub album: AlbumCredits,
    pub verdict: Option<String>,
    pub rating: Option<Rating>,
    pub works: Vec<Work>,
    pub source: Option<Source>,
}

/// The `[album]` table; its tracks are in the track list.
pub struct AlbumCredits {
    pub title: String,
    pub artist: Option<String>,
    pub composers: Vec<String>,
    pub track_artists: Option<TrackArtists>,
    pub released: Date,
    pub label: Option<String>,
    pub catalogue: Option<String>,
    pub barcode: Option<String>,
    pub edition: Option<String>,
    pub musicbrainz: Option<String>,
    pub listen: Vec<Listen>,
}

/// Where the artists of tracks are named, and the range of the key that says so.
#[derive(Clone, Debug)]
pub struct TrackArtists {
    pub order: ArtistOrder,
    pub key: Range<usize>,
}

/// Where a track's artist is, divided by ` – ` from its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArtistOrder {
    /// `Title – Artist`: the last dash divides.
    After,
    /// `Artist – Title`: the first dash divides.
    Before,
}

/// The byte ranges of the front matter and of the body.
pub struct Parts {
    pub toml: Range<usize>,
    pub body: Range<usize>,
}

/// Whether the front matter says `draft = true`, even if the rest of it cannot
/// be parsed.
pub fn is_draft(text: &str) -> bool {
    let mut file = SourceFile::new("", text);
    split(&mut file).is_some_and(|parts| table::flag_in(&text[parts.toml], schema::DRAFT))
}

/// Finds the front matter; reports a file that has none.
pub fn split(file: &mut SourceFile) -> Option<Parts> {
    let text = file.text();
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if first.trim_end() != FENCE {
        let (what, expected) = not_toml(first.trim_end());
        file.report(0..first.len(), what, expected);
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

/// What a file begins with whose first line is not `+++`.
fn not_toml(first: &str) -> (&'static str, &'static str) {
    const CONVERTED: &str =
        "expected TOML between lines of `+++`; `cargo xtask import FILE` converts it";
    match first {
        "---" => ("the front matter is YAML", CONVERTED),
        _ if first.starts_with('{') => ("the front matter is JSON", CONVERTED),
        _ => (
            "the front matter is missing",
            "expected `+++` on the first line, then keys such as `title`, then `+++` again",
        ),
    }
}

/// Parses the keys; reports missing, unknown and malformed ones.
pub fn read(file: &mut SourceFile, toml: Range<usize>) -> Option<FrontMatter> {
    let text = file.text();
    let table = table::parse(file, &text[toml.clone()], toml.start, &REVIEW)?;
    let mut top = Table::top(file, table.get_ref(), 0..FENCE.len(), toml.start, &REVIEW);
    let title = top.text(file, schema::TITLE);
    let series = top.text(file, schema::SERIES);
    let authors = names(file, &mut top, [schema::AUTHOR, schema::AUTHORS]);
    let published = top.date(file, schema::PUBLISHED);
    let updated = top.date(file, schema::UPDATED);
    if let (Some(published), Some(updated)) = (&published, &updated)
        && updated.iso < published.iso
    {
        let what = "`updated` is before `published`";
        let expected = "expected the day of the last change, or no `updated`";
        top.report(file, schema::UPDATED, what, expected);
    }
    let draft = top.flag(file, schema::DRAFT);
    let standfirst = top.text(file, schema::STANDFIRST);
    let album = top
        .table(file, schema::ALBUM)
        .and_then(|table| album(file, table));
    let verdict = top.text(file, schema::VERDICT);
    let rating = top.rating(file, schema::RATING);
    let works = works(file, &mut top);
    let source = top
        .table(file, schema::SOURCE)
        .and_then(|table| source(file, table));
    Some(FrontMatter {
        title: title?,
        series,
        authors,
        published: published?,
        updated,
        draft,
        standfirst: standfirst?,
        album: album?,
        verdict,
        rating,
        works,
        source,
    })
}

fn album(file: &mut SourceFile, mut table: Table<'_>) -> Option<AlbumCredits> {
    let title = table.text(file, schema::ALBUM_TITLE);
    let composers = names(file, &mut table, [schema::COMPOSER, schema::COMPOSERS]);
    let artist = table.text(file, schema::ARTIST);
    let order = table.choice(file, schema::TRACK_ARTISTS);
    let track_artists = order.map(|order| TrackArtists {
        order: match order {
            "before" => ArtistOrder::Before,
            _ => ArtistOrder::After,
        },
        key: table.range(schema::TRACK_ARTISTS),
    });
    let released = table.partial_date(file, schema::RELEASED);
    let label = table.text(file, schema::LABEL);
    let catalogue = table.text(file, schema::CATALOGUE);
    let barcode = table.barcode(file, schema::BARCODE);
    let edition = table.text(file, schema::EDITION);
    let musicbrainz = table.musicbrainz(file, schema::MUSICBRAINZ);
    let listen = table.listen(file, schema::LISTEN);
    Some(AlbumCredits {
        title: title?,
        artist,
        composers,
        track_artists,
        released: released?,
        label,
        catalogue,
        barcode,
        edition,
        musicbrainz,
        listen,
    })
}

/// The names of two keys, of which one has a single name and the other several;
/// reports it if both are given.
fn names(file: &mut SourceFile, table: &mut Table<'_>, [one, several]: [Key; 2]) -> Vec<String> {
    let name = table.text(file, one);
    let names = table.texts(file, several);
    if table.has(one) && table.has(several) {
        let what = format!("`{}` and `{}` are both given", one.name, several.name);
        table.report(file, several, what, "expected one of them");
    }
    name.into_iter().chain(names).collect()
}

/// A kind of work: its table, and the keys of its title, maker and platform.
type WorkTable = (WorkKind, TableKey, Key, Option<Key>, Option<Key>);

const WORKS: [WorkTable; 4] = {
    use schema::{
        DEVELOPER, DIRECTOR, FILM, FILM_TITLE, GAME, GAME_TITLE, PLATFORM, SHOW, SHOW_TITLE, STAGE,
        STAGE_TITLE,
    };
    [
        (WorkKind::Film, FILM, FILM_TITLE, Some(DIRECTOR), None),
        (
            WorkKind::Game,
            GAME,
            GAME_TITLE,
            Some(DEVELOPER),
            Some(PLATFORM),
        ),
        (WorkKind::Show, SHOW, SHOW_TITLE, None, None),
        (WorkKind::Stage, STAGE, STAGE_TITLE, None, None),
    ]
};

fn works(file: &mut SourceFile, top: &mut Table<'_>) -> Vec<Work> {
    let mut works = Vec::new();
    for (kind, table, title, maker, platform) in WORKS {
        let Some(mut table) = top.table(file, table) else {
            continue;
        };
        let title = table.text(file, title);
        let maker = maker.and_then(|key| table.text(file, key));
        let platform = platform.and_then(|key| table.text(file, key));
        works.extend(title.map(|title| Work {
            kind,
            title,
            maker,
            platform,
        }));
    }
    works
}

fn source(file: &mut SourceFile, mut table: Table<'_>) -> Option<Source> {
    let title = table.text(file, schema::SOURCE_TITLE);
    let publisher = table.text(file, schema::PUBLISHER);
    let published = table.date(file, schema::SOURCE_PUBLISHED);
    let url = table.web_address(file, schema::URL);
    Some(Source {
        title: title?,
        publisher: publisher?,
        published: published?,
        url: url?,
    })
}
