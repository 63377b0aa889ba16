//! URL parameters: written, parsed, edited by hand, hostile.

use proptest::prelude::*;

use super::length;
use crate::SearchParams;
use model::Length;

fn read(address: &str) -> SearchParams {
    SearchParams::from_address(address)
}

fn search(text: &str, min: Option<&str>, max: Option<&str>, sort: &str) -> SearchParams {
    SearchParams {
        text: text.to_owned(),
        min: min.map(length),
        max: max.map(length),
        sort: sort.parse().unwrap(),
        all: false,
    }
}

#[test]
fn written_search_parses_back() {
    for (address, search) in [
        ("", SearchParams::default()),
        (
            "?q=fate+warrior",
            search("fate warrior", None, None, "number"),
        ),
        (
            "?q=%3E5:00&sort=-length",
            search(">5:00", None, None, "-length"),
        ),
        (
            "?min=2:00&max=4:30",
            search("", Some("2:00"), Some("4:30"), "number"),
        ),
        (
            "?q=storm&min=2:00&max=4:30&sort=title",
            search("storm", Some("2:00"), Some("4:30"), "title"),
        ),
        (
            "?q=%22caf%C3%A9%22+-a%2Bb+%2314",
            search("\"café\" -a+b #14", None, None, "number"),
        ),
    ] {
        assert_eq!(read(address), search);
        assert_eq!(search.to_address(""), address);
    }
}

#[test]
fn parses_urls_written_by_others() {
    for address in [
        "q=fate%20warrior",
        "?&&q=fate+warrior&q=other",
        "?%71=fate%20warrior&sort=&min=&max=x",
    ] {
        assert_eq!(
            read(address),
            search("fate warrior", None, None, "number"),
            "{address}"
        );
    }
    assert_eq!(
        read("?min=4:30&max=2"),
        search("", Some("2:00"), Some("4:30"), "number")
    );
    assert_eq!(
        read("?min=90s&sort=length&sort=title"),
        search("", Some("1:30"), None, "length")
    );
}

#[test]
fn invalid_values_are_ignored() {
    for (address, text) in [
        ("?q=%", "%"),
        ("?q=%zz%4", "%zz%4"),
        ("?q=%E9t%C3%A9", "\u{fffd}té"),
        ("?q", ""),
        ("?q=", ""),
        ("?=storm", ""),
        ("?q=a=b", "a=b"),
        ("?q=++storm+%09", "storm"),
        ("?q=%00st%E2%80%AEor%0Am%C2%85", "stor m"),
    ] {
        assert_eq!(read(address).text, text, "{address}");
    }
    assert_eq!(
        read("?min=-1&max=99999999999&sort=up"),
        SearchParams::default()
    );
}

#[test]
fn long_text_is_cut() {
    let address = format!("?q={}", "%C3%A9".repeat(1_000_000));
    assert_eq!(read(&address).text, "é".repeat(1_000));
}

#[test]
fn all_albums_are_searched_only_with_the_parameter() {
    for (address, all) in [
        ("?all=1", true),
        ("?all", false),
        ("?all=0", false),
        ("", false),
    ] {
        assert_eq!(read(address).all, all, "{address}");
    }
    let search = SearchParams {
        all: true,
        ..search("storm", None, None, "number")
    };
    assert_eq!(search.to_address("?all=0&b"), "?q=storm&all=1&b");
}

#[test]
fn foreign_keys_are_kept() {
    let storm = search("storm", None, None, "number");
    assert_eq!(
        storm.to_address("?utm=%zz&q=old&min=1:00&b"),
        "?q=storm&utm=%zz&b"
    );
    assert_eq!(SearchParams::default().to_address("?q=old&utm=x"), "?utm=x");
    assert_eq!(SearchParams::default().to_address("?q=old"), "");
}

fn any_search() -> impl Strategy<Value = SearchParams> {
    let sorts = ["number", "-number", "title", "-title", "length", "-length"];
    let ends =
        (any::<Option<u32>>(), any::<Option<u32>>()).prop_map(|(min, max)| match (min, max) {
            (Some(min), Some(max)) => (Some(min.min(max)), Some(min.max(max))),
            ends => ends,
        });
    let sort = prop::sample::select(sorts.to_vec());
    ("\\PC{0,40}", ends, sort, any::<bool>()).prop_map(|(text, (min, max), sort, all)| {
        SearchParams {
            text: read(
                &SearchParams {
                    text,
                    ..SearchParams::default()
                }
                .to_address(""),
            )
            .text,
            min: min.map(Length::from_seconds),
            max: max.map(Length::from_seconds),
            sort: sort.parse().unwrap(),
            all,
        }
    })
}

proptest! {
    #[test]
    fn any_search_survives_a_round_trip(search in any_search(), current in "\\PC{0,40}") {
        let address = search.to_address(&current);
        prop_assert_eq!(read(&address), search.clone());
        prop_assert_eq!(search.to_address(&address), address);
    }

    #[test]
    fn written_parameters_are_ascii(text in any::<String>()) {
        let address = SearchParams { text, ..SearchParams::default() }.to_address("");
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"?=+%-._~:".contains(&byte);
        prop_assert!(address.bytes().all(plain), "{}", address);
    }

    #[test]
    fn any_url_parses(address in any::<String>()) {
        let search = read(&address);
        prop_assert!(search.text.chars().count() <= 1_000);
        prop_assert!(search.min.is_none() || search.max.is_none() || search.min <= search.max);
    }
}
