//! Reads the JSON of [`super`], field by field.

use super::{
    Head, PageData, SearchData, article,
    reader::{Json, Reader, read},
};
use crate::{
    Album, CataloguedAlbum, CataloguedTrack, Entry, Example, Group, Listen, Others, Page, Rating,
    Review, Source, Track, TracksFile, Work, WorkKind,
};

/// Reads all of the JSON that `encode` wrote.
///
/// # Errors
/// The name of a field that is missing or of another type.
pub fn read_page(json: impl Json) -> Result<PageData, &'static str> {
    read(json, |page| PageData {
        build: page.text("build"),
        head: head(&page.field("head")),
        page: Page {
            review: review(&page.field("review")),
            others: others(&page.field("others")),
            examples: page.list("examples", |example| Example {
                text: example.text("text"),
                meaning: example.text("meaning"),
            }),
        },
    })
}

/// Reads only what the search needs of the JSON that `encode` wrote: a page that
/// is shown already needs no more.
///
/// # Errors
/// As of [`read_page`].
pub fn read_search(json: impl Json) -> Result<SearchData, &'static str> {
    read(json, |page| {
        let review = page.field("review");
        SearchData {
            slug: review.text("slug"),
            tracks: tracks(&review.field("album")),
            every_album: every_album(&page.field("others")),
        }
    })
}

fn head<J: Json>(json: &Reader<'_, J>) -> Head {
    Head {
        title: json.text("title"),
        language: json.text("language"),
        hue: json.number("hue"),
        theme_color: json.text("theme_color"),
        canonical: json.optional_text("canonical"),
        json_ld: json.field("json_ld").as_source(),
    }
}

fn review<J: Json>(json: &Reader<'_, J>) -> Review {
    let album = json.field("album");
    Review {
        slug: json.text("slug"),
        series: json.optional_text("series"),
        title: json.text("title"),
        standfirst: json.text("standfirst"),
        authors: json.list("authors", |author| author.as_text()),
        published: json.date("published"),
        updated: json.optional_date("updated"),
        draft: false,
        works: json.list("works", work),
        verdict: json.optional_text("verdict"),
        rating: json.optional("rating").map(|rating| Rating {
            value: rating.text("value"),
            best: rating.text("best"),
        }),
        source: json.optional("source").map(|source| Source {
            title: source.text("title"),
            publisher: source.text("publisher"),
            published: source.date("published"),
            url: source.text("url"),
        }),
        album: Album {
            title: album.text("title"),
            artist: album.optional_text("artist"),
            composers: album.list("composers", |composer| composer.as_text()),
            released: album.date("released"),
            label: album.optional_text("label"),
            catalogue: album.optional_text("catalogue"),
            barcode: album.optional_text("barcode"),
            musicbrainz: album.optional_text("musicbrainz"),
            listen: album.list("listen", |link| Listen {
                name: link.text("name"),
                url: link.text("url"),
            }),
            edition: album.optional_text("edition"),
            tracks: tracks(&album),
            groups: album.list("groups", |group| {
                let tracks = group.field("tracks");
                let (start, end) = (tracks.number("start"), tracks.number("end"));
                Group {
                    title: group.text("title"),
                    tracks: start as usize..end as usize,
                }
            }),
        },
        article: article::blocks(&json.field("article")),
        reading_minutes: json.number("reading_minutes"),
    }
}

fn work<J: Json>(json: Reader<'_, J>) -> Work {
    Work {
        kind: match &*json.text("kind") {
            "Film" => WorkKind::Film,
            "Game" => WorkKind::Game,
            "Show" => WorkKind::Show,
            _ => WorkKind::Stage,
        },
        title: json.text("title"),
        maker: json.optional_text("maker"),
        platform: json.optional_text("platform"),
    }
}

fn tracks<J: Json>(album: &Reader<'_, J>) -> Vec<Track> {
    album.list("tracks", |track| Track {
        disc: track.optional_number("disc"),
        number: track.number("number"),
        title: track.text("title"),
        artist: track.optional_text("artist"),
        length: track.length("seconds"),
        note: track.optional_text("note"),
        pick: track.optional("pick").is_some(),
    })
}

fn others<J: Json>(json: &Reader<'_, J>) -> Others {
    let entry = |json: Reader<'_, J>| Entry {
        url: json.text("url"),
        title: json.text("title"),
        facts: json.text("facts"),
    };
    Others {
        previous: json.optional("previous").map(entry),
        next: json.optional("next").map(entry),
        latest: json.list("latest", entry),
        newest: json.list("newest", entry),
        all: json.optional_text("all"),
        tracks: every_album(json),
    }
}

fn every_album<J: Json>(others: &Reader<'_, J>) -> Option<TracksFile> {
    others.optional("tracks").map(|file| TracksFile {
        root: file.text("root"),
        bytes: file.number("bytes"),
    })
}

/// Reads the file that `encode_albums` wrote.
///
/// # Errors
/// As of [`read_page`].
pub fn read_albums(json: impl Json) -> Result<Vec<CataloguedAlbum>, &'static str> {
    read(json, |albums| {
        albums.map(|album| CataloguedAlbum {
            slug: album.text("slug"),
            title: album.text("title"),
            credit: album.text("credit"),
            also: album.list("also", |name| name.as_text()),
            discs: album.list("discs", |disc| {
                disc.map(|track| CataloguedTrack {
                    title: track.text("0"),
                    length: track.length("1"),
                    pick: track.optional("2").is_some_and(|pick| pick.as_number() > 0),
                    artist: track.optional("3").map(|artist| artist.as_text()),
                })
            }),
        })
    })
}
