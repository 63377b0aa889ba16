//! What the publisher writes is what the app reads, field by field.

use serde_json::{Value, json};

use super::*;
use crate::{Album, Block, Date, Entry, Film, Inline, Length, Others, Review, Source, TrackId};

impl Json for Value {
    fn get(&self, name: &str) -> Option<Self> {
        let value = match name.parse::<usize>() {
            Ok(index) => Value::get(self, index),
            Err(_) => Value::get(self, name),
        };
        value.filter(|value| !value.is_null()).cloned()
    }

    fn elements(&self) -> Option<Vec<Self>> {
        self.as_array().cloned()
    }

    fn text(&self) -> Option<String> {
        self.as_str().map(ToOwned::to_owned)
    }

    fn number(&self) -> Option<u32> {
        self.as_u64()?.try_into().ok()
    }

    fn source(&self) -> Option<String> {
        self.is_object().then(|| self.to_string())
    }
}

fn track(disc: Option<u32>, number: u32, seconds: u32) -> Track {
    Track {
        disc,
        number,
        title: format!("Track <{number}>"),
        length: Length::from_seconds(seconds),
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
            content: text("</script>"),
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

fn page() -> PageData {
    let review = Review {
        slug: "a-slug".to_owned(),
        series: Some("A Series".to_owned()),
        title: "A Title".to_owned(),
        standfirst: "A sentence.".to_owned(),
        author: Some("An Author".to_owned()),
        published: date("2026-01-02"),
        draft: false,
        film: Some(Film {
            title: "A Film".to_owned(),
            director: Some("A Director".to_owned()),
        }),
        source: Some(Source {
            title: "A Source".to_owned(),
            publisher: "A Publisher".to_owned(),
            published: date("2018-01-02"),
            url: "https://example.org/source".to_owned(),
        }),
        album: Album {
            title: "An Album".to_owned(),
            composer: "A Composer".to_owned(),
            released: date("2018-07-13"),
            label: Some("A Label".to_owned()),
            edition: Some("An edition.".to_owned()),
            tracks: vec![track(None, 7, 61), track(Some(3), 8, u32::MAX)],
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
            json_ld: r#"{"@type":"Review","name":"A \"Title\""}"#.to_owned(),
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
        },
    }
}

/// A page with nothing that may be missing.
fn bare() -> PageData {
    let mut data = page();
    data.head.canonical = None;
    data.page.others = Others::default();
    let review = &mut data.page.review;
    (review.series, review.author, review.source) = (None, None, None);
    review.film = None;
    (review.album.label, review.album.edition) = (None, None);
    (review.album.tracks, review.article) = (Vec::new(), Vec::new());
    data
}

fn albums() -> Vec<CataloguedAlbum> {
    let title = |title: &str, seconds| (title.to_owned(), Length::from_seconds(seconds));
    vec![CataloguedAlbum {
        slug: "a-slug".to_owned(),
        title: "A Title".to_owned(),
        composer: "A Composer".to_owned(),
        also: vec!["A Film".to_owned()],
        discs: vec![vec![title("A", 61)], vec![title("B", 62)]],
    }]
}

fn written(data: &PageData) -> Value {
    serde_json::from_str(&encode(data)).unwrap()
}

fn written_albums() -> Value {
    serde_json::from_str(&encode_albums(&albums())).unwrap()
}

#[test]
fn a_page_is_read_as_it_was_written() {
    for data in [page(), bare()] {
        assert_eq!(
            read_search(written(&data)),
            Ok(SearchData::of(data.page.clone()))
        );
        assert_eq!(read_page(written(&data)), Ok(data));
    }
}

#[test]
fn albums_are_read_as_they_were_written() {
    assert_eq!(read_albums(written_albums()), Ok(albums()));
}

/// Each value of the JSON, as a JSON pointer.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(k, v)| (k.clone(), v)).collect(),
        Value::Array(list) => (0..).map(|at: u32| at.to_string()).zip(list).collect(),
        _ => Vec::new(),
    };
    for (name, child) in children {
        let at = format!("{at}/{name}");
        pointers(child, &at, found);
        found.push(at);
    }
}

/// The fields that may be missing.
const OPTIONAL: [&str; 14] = [
    "all",
    "author",
    "canonical",
    "director",
    "disc",
    "edition",
    "film",
    "label",
    "next",
    "previous",
    "series",
    "source",
    "start",
    "tracks",
];

/// Spoils each value in turn, and checks that the reader reports its field.
fn each_is_needed<T: PartialEq + std::fmt::Debug>(
    good: &Value,
    read: fn(Value) -> Result<T, &'static str>,
) {
    let as_written = read(good.clone()).unwrap();
    let mut all = Vec::new();
    pointers(good, "", &mut all);
    assert!(all.len() > 10, "{all:?}");
    // The app reads JSON-LD as a whole.
    all.retain(|pointer| !pointer.starts_with("/head/json_ld/"));
    for pointer in all {
        let mut spoiled = good.clone();
        *spoiled.pointer_mut(&pointer).unwrap() = json!(true);
        assert!(read(spoiled).is_err(), "{pointer} is not read");
        let mut missing = good.clone();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        if let Some(Value::Object(fields)) = missing.pointer_mut(parent) {
            fields.remove(name);
            match (name, read(missing)) {
                (name, Ok(other)) if OPTIONAL.contains(&name) => assert_ne!(other, as_written),
                (_, result) => assert!(result.is_err(), "{pointer} may be missing"),
            }
        }
    }
}

#[test]
fn a_missing_or_mistyped_field_is_an_error() {
    each_is_needed(&written(&page()), read_page);
    each_is_needed(&written_albums(), read_albums);
    assert!(read_albums(json!(null)).is_err());
    assert!(read_page(json!("text")).is_err());
    assert!(read_search(json!("text")).is_err());
    let mut renamed = written(&page());
    let track = &mut renamed["review"]["album"]["tracks"][0];
    let track = track.as_object_mut().unwrap();
    let seconds = track.remove("seconds").unwrap();
    track.insert("length".to_owned(), seconds);
    assert_eq!(read_page(renamed), Err("seconds"));
}

#[test]
fn the_json_cannot_end_its_script_element() {
    assert!(!encode(&page()).contains('<'));
}
