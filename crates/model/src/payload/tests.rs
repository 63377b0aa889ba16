//! What the publisher writes is what the app reads, field by field.

use serde_json::{Value, json};

use super::*;
use crate::{CataloguedTrack, Length};

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
}

fn track(disc: Option<u32>, number: u32, seconds: Option<u32>) -> Track {
    Track {
        disc,
        number,
        title: format!("Track <{number}>"),
        length: seconds.map(Length::from_seconds),
        note: disc.map(|disc| format!("Note {disc}")),
        pick: number == 8,
        artist: disc.map(|disc| format!("Artist {disc}")),
    }
}

fn page() -> PageData {
    PageData {
        slug: "a-slug".to_owned(),
        tracks: vec![
            track(None, 7, Some(61)),
            track(Some(3), 8, Some(u32::MAX)),
            track(Some(3), 9, None),
        ],
        every_album: Some(TracksFile {
            root: "../".to_owned(),
            bytes: 12_345,
        }),
    }
}

fn albums() -> Vec<CataloguedAlbum> {
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

fn written(data: &PageData) -> Value {
    serde_json::from_str(&json_of(data)).unwrap()
}

fn written_albums() -> Value {
    serde_json::from_str(&encode_albums(&albums())).unwrap()
}

#[test]
fn a_page_is_read_as_it_was_written() {
    assert_eq!(read_page(written(&page())), Ok(page()));
    let alone = PageData {
        every_album: None,
        tracks: Vec::new(),
        ..page()
    };
    assert_eq!(read_page(written(&alone)), Ok(alone));
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

/// Spoils each value in turn, and checks that the reader reports its field.
fn each_is_needed<T: PartialEq + std::fmt::Debug>(
    good: &Value,
    read: fn(Value) -> Result<T, &'static str>,
) {
    let as_written = read(good.clone()).unwrap();
    let mut all = Vec::new();
    pointers(good, "", &mut all);
    assert!(all.len() > 10, "{all:?}");
    for pointer in all {
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        // `null` is an unknown length, and nothing else is `null`.
        let is_null = good.pointer(&pointer).is_some_and(Value::is_null);
        // A flag, which only its presence sets.
        let is_flag = name == "pick";
        let mut spoiled = good.clone();
        *spoiled.pointer_mut(&pointer).unwrap() = json!(true);
        assert!(is_flag || read(spoiled).is_err(), "{pointer} is not read");
        let mut missing = good.clone();
        match missing.pointer_mut(parent) {
            Some(Value::Object(fields)) => _ = fields.remove(name),
            _ => continue,
        }
        match (name, read(missing)) {
            ("seconds", Ok(other)) if is_null => assert_eq!(other, as_written),
            ("artist" | "disc" | "every_album" | "note" | "seconds", Ok(other)) => {
                assert_ne!(other, as_written);
            }
            (_, Ok(other)) if is_flag => assert_ne!(other, as_written),
            (_, result) => assert!(result.is_err(), "{pointer} may be missing"),
        }
    }
}

#[test]
fn a_missing_or_mistyped_field_is_an_error() {
    each_is_needed(&written(&page()), read_page);
    each_is_needed(&written_albums(), read_albums);
    assert!(read_albums(json!(null)).is_err());
    assert!(read_page(json!("text")).is_err());
    let mut renamed = written(&page());
    let track = renamed["tracks"][0].as_object_mut().unwrap();
    let title = track.remove("title").unwrap();
    track.insert("name".to_owned(), title);
    assert_eq!(read_page(renamed), Err("title"));
}

#[test]
fn the_json_cannot_end_its_script_element() {
    assert!(!json_of(&page()).contains('<'));
}
