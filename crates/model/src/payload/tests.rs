//! What the publisher writes is what the app reads, field by field.

use serde_json::{Value, json};

use super::sample::{albums, bare, page};
use super::*;

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
const OPTIONAL: [&str; 22] = [
    "all",
    "artist",
    "barcode",
    "canonical",
    "catalogue",
    "disc",
    "edition",
    "label",
    "maker",
    "musicbrainz",
    "next",
    "note",
    "platform",
    "previous",
    "rating",
    "seconds",
    "series",
    "source",
    "start",
    "tracks",
    "updated",
    "verdict",
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
            (name, Ok(other)) if OPTIONAL.contains(&name) => assert_ne!(other, as_written),
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
    assert!(read_search(json!("text")).is_err());
    let mut renamed = written(&page());
    let track = &mut renamed["review"]["album"]["tracks"][0];
    let track = track.as_object_mut().unwrap();
    let title = track.remove("title").unwrap();
    track.insert("name".to_owned(), title);
    assert_eq!(read_page(renamed), Err("title"));
}

#[test]
fn the_json_cannot_end_its_script_element() {
    assert!(!encode(&page()).contains('<'));
}
