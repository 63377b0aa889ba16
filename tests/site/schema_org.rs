//! The data for search engines, checked against schema.org's own definitions
//! (`schema_org.txt`): each type exists, has the property, and the property takes
//! the value.

use serde_json::{Value, json};

use crate::project::{Project, Site};

const DEFINITIONS: &str = include_str!("schema_org.txt");

/// The definitions of one kind: what follows the word.
fn definitions(kind: &str) -> impl Iterator<Item = &'static str> {
    let lines = DEFINITIONS.lines();
    lines.filter_map(move |line| line.strip_prefix(kind)?.strip_prefix(' '))
}

/// Whether a type is another one or below it.
fn is_a(kind: &str, wanted: &str) -> bool {
    let supertypes = definitions("type").find_map(|line| {
        let (name, above) = line.split_once(" <")?;
        (name == kind).then_some(above)
    });
    let above = supertypes.unwrap_or_else(|| panic!("schema.org has no type {kind}"));
    kind == wanted || above.split_whitespace().any(|above| is_a(above, wanted))
}

/// The types that have a property, and those of its values.
fn property(name: &str) -> (Vec<&'static str>, Vec<&'static str>) {
    let found = definitions("property").find_map(|line| {
        let (own, rest) = line.split_once(": ")?;
        (own == name).then_some(rest)
    });
    let found = found.unwrap_or_else(|| panic!("schema.org has no property {name}"));
    let (domain, range) = found.split_once(" > ").expect("both are listed");
    (domain.split(' ').collect(), range.split(' ').collect())
}

fn one_or_all(value: &Value) -> Vec<&Value> {
    value
        .as_array()
        .map_or_else(|| vec![value], |all| all.iter().collect())
}

fn types(thing: &Value) -> Vec<&str> {
    let types = one_or_all(&thing["@type"]).into_iter();
    types
        .map(|kind| kind.as_str().unwrap_or_else(|| panic!("no type: {thing}")))
        .collect()
}

/// Checks a thing with all that it contains, and counts its values.
fn check(thing: &Value) -> usize {
    let kinds = types(thing);
    let entries = thing.as_object().expect("a thing is an object");
    let own = entries.iter().filter(|(name, _)| !name.starts_with('@'));
    own.map(|(name, value)| {
        let (domain, range) = property(name);
        let has = |domain: &&str| kinds.iter().any(|kind| is_a(kind, domain));
        assert!(domain.iter().any(has), "{kinds:?} has no {name}");
        let values = one_or_all(value);
        let taken = |value: &&Value| range.iter().any(|range| takes(range, value));
        for value in &values {
            assert!(taken(value), "{name} takes {range:?}, not {value}");
        }
        let things = values.iter().filter(|value| value.is_object());
        values.len() + things.map(|thing| check(thing)).sum::<usize>()
    })
    .sum()
}

/// Whether a type, of data or of things, includes a value.
fn takes(range: &str, value: &Value) -> bool {
    let text = value.as_str();
    match range {
        "Text" => text.is_some(),
        "URL" => text.is_some_and(|text| text.starts_with("https://")),
        "Integer" => value.is_u64(),
        "Number" => value.is_number(),
        "Date" => text.is_some_and(is_date),
        "Duration" => text.is_some_and(is_duration),
        // The members of an enumeration are named by their addresses.
        _ if text.is_some() => {
            let member = text.and_then(|text| text.strip_prefix("https://schema.org/"));
            let member = format!("{} of {range}", member.unwrap_or_default());
            definitions("member").any(|line| line == member)
        }
        _ => value.is_object() && types(value).into_iter().any(|kind| is_a(kind, range)),
    }
}

/// ISO 8601: a year, a month or a day.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    [4, 2, 2].starts_with(&lengths) && parts.iter().all(digits)
}

/// ISO 8601: hours, minutes and seconds.
fn is_duration(text: &str) -> bool {
    let Some(mut rest) = text.strip_prefix("PT").filter(|rest| !rest.is_empty()) else {
        return false;
    };
    for letter in ['H', 'M', 'S'] {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits > 0 && rest[digits..].starts_with(letter) {
            rest = &rest[digits + 1..];
        }
    }
    rest.is_empty()
}

/// The data of each page that has some.
fn data(site: &Site) -> Vec<Value> {
    let files = site.files().into_keys();
    let pages = files.filter(|path| path.ends_with(".html"));
    pages
        .flat_map(|page| site.texts(&page, "script[type='application/ld+json']"))
        .map(|json| serde_json::from_str(&json).expect("it is JSON"))
        .collect()
}

#[test]
fn all_data_is_as_schema_org_defines_it() {
    let project = Project::with_albums("schema-org");
    let shipped = include_str!("../../reviews/mission-impossible-fallout.md");
    project.write("reviews/mission-impossible-fallout.md", shipped);
    let newest = "reviews/harbour-lights.md";
    let updated = project.read(newest).replacen(
        "\npublished",
        "\nupdated = 2026-06-30\nrating = \"0.5/5\"\npublished",
        1,
    );
    project.write(newest, &updated);
    let all = data(&project.publish());
    assert_eq!(all.len(), 8, "the front page and seven reviews");
    let values: usize = all.iter().map(check).sum();
    assert!(values > 300, "only {values} values");
    // As an album that has all of it.
    let named: Vec<&str> = definitions("property")
        .filter_map(|line| Some(line.split_once(": ")?.0))
        .collect();
    let text = Value::from(all).to_string();
    let unused = |name: &&&str| !text.contains(&format!("\"{name}\":"));
    assert_eq!(named.iter().find(unused), None, "no page names it");
}

#[test]
#[should_panic(expected = "schema.org has no property trackNumber")]
fn an_unknown_property_is_found() {
    check(&json!({ "@type": "MusicRecording", "trackNumber": 1 }));
}

#[test]
#[should_panic(expected = "[\"Movie\"] has no byArtist")]
fn a_property_of_another_type_is_found() {
    let artist = json!({ "@type": "Person", "name": "A" });
    check(&json!({ "@type": "Movie", "byArtist": artist }));
}

#[test]
#[should_panic(expected = "duration takes [\"Duration\", \"QuantitativeValue\"], not \"3:40\"")]
fn a_value_of_another_type_is_found() {
    check(&json!({ "@type": "MusicRecording", "duration": "3:40" }));
}
