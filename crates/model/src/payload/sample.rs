//! A page and albums with every field, for the tests.

use super::{Head, PageData};
use crate::{
    Album, Block, CataloguedAlbum, CataloguedTrack, Date, Entry, Example, Group, Inline, Length,
    Listen, Others, Page, Rating, Review, Source, Track, TrackId, TracksFile, Work, WorkKind,
};

fn track(disc: Option<u32>, number: u32, seconds: Option<u32>) -> Track {
    Track {
        disc,
        number,
        title: format!("Track < {number}"),
        length: seconds.map(Length::from_seconds),
        note: disc.map(|disc| format!("Note {disc}")),
        pick: number == 8,
        artist: disc.map(|disc| format!("Artist {disc}")),
    }
}

fn date(iso: &str) -> Date {
    Date {
        iso: iso.to_owned(),
        words: format!("the day {iso}"),
    }
}

fn entry(title: &str) -> Entry {
    Entry {
        url: format!("../{title}/"),
        title: title.to_owned(),
        facts: "A Composer · 2018".to_owned(),
    }
}

/// Every kind of block and inline.
fn article() -> Vec<Block> {
    let text = |text: &str| vec![Inline::Text(text.to_owned())];
    let mention = |disc, number| Inline::Track {
        place: TrackId { disc, number },
        mention: number,
        content: text("a track"),
    };
    vec![
        Block::Heading {
            level: 3,
            content: text("<!-- <"),
        },
        Block::Paragraph(vec![
            Inline::Text("text".to_owned()),
            Inline::Emphasis(text("emphasis")),
            Inline::Strong(text("strong")),
            Inline::Code("code".to_owned()),
            Inline::Link {
                url: "https://example.org/".to_owned(),
                content: text("a link"),
            },
            mention(None, 7),
            mention(Some(3), 8),
            Inline::Foreign {
                language: "fr".to_owned(),
                content: text("du texte"),
            },
            Inline::LineBreak,
        ]),
        Block::Quote(vec![Block::Break]),
        Block::List {
            start: None,
            items: vec![vec![Block::Paragraph(text("one"))], Vec::new()],
        },
        Block::List {
            start: Some(3),
            items: Vec::new(),
        },
    ]
}

pub fn page() -> PageData {
    let review = Review {
        slug: "a-slug".to_owned(),
        series: Some("A Series".to_owned()),
        title: "A Title".to_owned(),
        standfirst: "A sentence.".to_owned(),
        authors: vec!["An Author".to_owned()],
        published: date("2026-01-02"),
        updated: Some(date("2026-02-03")),
        draft: false,
        works: [
            WorkKind::Film,
            WorkKind::Game,
            WorkKind::Show,
            WorkKind::Stage,
        ]
        .map(|kind| Work {
            kind,
            title: "A Work".to_owned(),
            maker: Some("A Maker".to_owned()),
            platform: Some("A Platform".to_owned()),
        })
        .into(),
        verdict: Some("A verdict.".to_owned()),
        rating: Some(Rating {
            value: "4".to_owned(),
            best: "5".to_owned(),
        }),
        source: Some(Source {
            title: "A Source".to_owned(),
            publisher: "A Publisher".to_owned(),
            published: date("2018-01-02"),
            url: "https://example.org/source".to_owned(),
        }),
        album: Album {
            title: "An Album".to_owned(),
            artist: Some("An Artist".to_owned()),
            composers: vec!["A Composer".to_owned()],
            catalogue: Some("A 1".to_owned()),
            barcode: Some("12345670".to_owned()),
            musicbrainz: Some("https://musicbrainz.org/".to_owned()),
            listen: vec![Listen {
                name: "A Service".to_owned(),
                url: "https://example.org/listen".to_owned(),
            }],
            groups: vec![Group {
                title: "Side A".to_owned(),
                tracks: 0..2,
            }],
            released: date("2018-07-13"),
            label: Some("A Label".to_owned()),
            edition: Some("An edition.".to_owned()),
            tracks: vec![
                track(None, 7, Some(61)),
                track(Some(3), 8, Some(u32::MAX)),
                track(None, 9, None),
            ],
        },
        article: article(),
        reading_minutes: 4,
    };
    PageData {
        build: "0123abcd".to_owned(),
        head: Head {
            title: "A Title · A Site".to_owned(),
            language: "en".to_owned(),
            hue: 7,
            theme_color: "#a3310f".to_owned(),
            canonical: Some("https://example.org/a-slug/".to_owned()),
            json_ld: "{\"name\":\"A Title\"}".to_owned(),
        },
        page: Page {
            review,
            others: Others {
                previous: Some(entry("before")),
                next: Some(entry("after")),
                latest: vec![entry("latest")],
                newest: vec![entry("newest")],
                all: Some("../all/".to_owned()),
                tracks: Some(TracksFile {
                    root: "../".to_owned(),
                    bytes: 12_345,
                }),
            },
            examples: vec![Example {
                text: "storm".to_owned(),
                meaning: "titles that contain it".to_owned(),
            }],
        },
    }
}

/// A page with nothing that may be missing.
pub fn bare() -> PageData {
    let mut data = page();
    data.head.canonical = None;
    data.page.others = Others::default();
    let review = &mut data.page.review;
    (review.series, review.verdict, review.source) = (None, None, None);
    (review.rating, review.updated) = (None, None);
    (review.authors, review.works) = (Vec::new(), Vec::new());
    let album = &mut review.album;
    (album.label, album.edition, album.artist) = (None, None, None);
    (album.catalogue, album.barcode, album.musicbrainz) = (None, None, None);
    (album.composers, album.listen, album.groups) = (Vec::new(), Vec::new(), Vec::new());
    (review.album.tracks, review.article) = (Vec::new(), Vec::new());
    data
}

pub fn albums() -> Vec<CataloguedAlbum> {
    let title = |title: &str, seconds: Option<u32>, pick| CataloguedTrack {
        title: title.to_owned(),
        length: seconds.map(Length::from_seconds),
        pick,
        artist: None,
    };
    vec![CataloguedAlbum {
        slug: "a-slug".to_owned(),
        title: "A Title".to_owned(),
        credit: "A Composer".to_owned(),
        also: vec!["A Film".to_owned()],
        discs: vec![
            vec![title("A", Some(61), false)],
            vec![
                title("B", Some(62), true),
                CataloguedTrack {
                    artist: Some("An Artist".to_owned()),
                    ..title("C", None, false)
                },
            ],
        ],
    }]
}
