//! Parsing, printing and describing queries.

use super::{Filter, Query, filter, length, numbers, parse, select, track};

#[test]
fn incomplete_terms_have_no_condition() {
    for text in [
        "-",
        "–",
        "—",
        "\"",
        "\"\"",
        "-\"",
        "-\"\"",
        "“”",
        "#",
        "-#",
        ">",
        ">=",
        "<",
        "<=",
        "->",
        "..",
        "title:",
        "length:",
        "at:",
        "length:>",
        "length:..",
        "TITLE:\"",
        "\u{200f}\u{202e}\u{0}",
    ] {
        assert!(parse(text).is_empty(), "{text}: {:?}", parse(text));
        assert_eq!(filter(text).describe(false), None, "{text}");
    }
}

#[test]
fn invalid_term_is_reported_and_searched_as_text() {
    for text in [
        ">abc",
        "<>",
        ">5:75",
        ">-5",
        ">99999999999",
        "#x",
        "#1x",
        "#2-x",
        "at:zz",
        "at:5:99",
        "length:foo",
        "length:>x",
        "2:00..x",
        "x..4",
        ">2:00..4:00",
        "> 5:99",
    ] {
        let query = parse(text);
        assert_eq!(query.unrecognized().collect::<Vec<_>>(), [text]);
        assert_eq!(query.to_string(), text);
        assert_eq!(parse(&query.to_string()), query);
    }
    assert_eq!(numbers(">kash"), [18]);
    assert_eq!(parse("storm >5 #1 at:3 mr..hunt").unrecognized().count(), 0);
}

#[test]
fn query_prints_canonically() {
    for (text, canonical) in [
        ("  fate   warrior ", "fate warrior"),
        ("Café", "Café"),
        ("\"storm\"", "storm"),
        ("title:storm", "title:storm"),
        ("ARTIST:\"the band\"", "artist:\"the band\""),
        ("“the warrior”", "\"the warrior\""),
        ("\"the warr", "\"the warr\""),
        ("-\"the warrior\"", "-\"the warrior\""),
        ("--x", "-\"-x\""),
        ("title:\">5\"", "title:>5"),
        ("title:>5\"", "title:>5\""),
        ("7\"", "7\""),
        (">5", ">5:00"),
        ("> 5", ">5:00"),
        ("->90s", "->1:30"),
        (">5:3", ">5:30"),
        ("5..", ">=5:00"),
        ("..5", "<=5:00"),
        ("5:00-", ">=5:00"),
        ("4..2", "2:00..4:00"),
        ("2:00–4:00", "2:00..4:00"),
        ("2-4", "2-4"),
        ("length:2-4", "2:00..4:00"),
        ("length:6", "length:6:00"),
        ("6:00", "6:00"),
        ("90s", "90s"),
        ("#14", "#14"),
        ("#2-", "#2"),
        ("#2-3", "#2-3"),
        ("at:47", "at:47:00"),
        ("AT:1:02:33", "at:1:02:33"),
        ("＃１４", "#14"),
        ("a - b", "a b"),
    ] {
        let query = parse(text);
        assert_eq!(query.to_string(), canonical, "{text}");
        assert_eq!(parse(canonical), query, "{text}");
    }
}

#[test]
fn ordinary_words_are_text() {
    for text in [
        "5",
        "-5",
        "Catch-22",
        "mid-1980",
        "1-2-3",
        "2.5",
        "...",
        "a..b",
        "rock'n'roll",
        "5-",
        "=5:00",
    ] {
        let query = parse(text);
        assert_eq!(query.to_string(), text);
        assert_eq!(query.unrecognized().count(), 0, "{text}");
        let words = filter(text).describe(false).unwrap();
        assert!(
            words.starts_with("title has") || words.starts_with("without"),
            "{words}"
        );
    }
}

#[test]
fn describes_a_filter() {
    for (text, words) in [
        ("storm >2:00", "title has “storm”, longer than 2:00"),
        ("#14", "track 14"),
        ("#2-3", "disc 2 track 3"),
        ("at:47:00", "playing at 47:00"),
        ("-storm", "without “storm”"),
        ("<2", "shorter than 2:00"),
        (">=90s", "1:30 or longer"),
        ("..4", "4:00 or shorter"),
        ("2..4", "from 2:00 to 4:00"),
        ("length:6", "exactly 6:00"),
        ("6:00", "exactly 6:00 or title has “6:00”"),
        ("2-4", "from 2:00 to 4:00 or title has “2-4”"),
        ("-6:00", "not exactly 6:00, without “6:00”"),
        ("->5", "5:00 or shorter"),
        ("-<5", "5:00 or longer"),
        ("->=5", "shorter than 5:00"),
        ("-<=5", "longer than 5:00"),
        ("-2..4", "not from 2:00 to 4:00"),
        ("-#14", "not track 14"),
        ("-at:47:00", "not playing at 47:00"),
        ("\"the warrior\"", "title has “the warrior”"),
    ] {
        assert_eq!(
            filter(text).describe(false).as_deref(),
            Some(words),
            "{text}"
        );
    }
}

#[test]
fn describes_thumbs_beside_the_query() {
    let thumbs = |min: Option<&str>, max: Option<&str>| Filter {
        query: parse("storm"),
        min: min.map(length),
        max: max.map(length),
    };
    for (filter, words) in [
        (
            thumbs(Some("2:00"), None),
            "title has “storm”, 2:00 or longer",
        ),
        (
            thumbs(None, Some("4:30")),
            "title has “storm”, 4:30 or shorter",
        ),
        (
            thumbs(Some("2:00"), Some("4:30")),
            "title has “storm”, from 2:00 to 4:30",
        ),
        (
            thumbs(Some("4:30"), Some("2:00")),
            "title has “storm”, from 2:00 to 4:30",
        ),
    ] {
        assert_eq!(filter.describe(false).as_deref(), Some(words));
    }
}

#[test]
fn long_query_is_cut_to_the_maximum_of_terms() {
    let book = "call me ishmael ".repeat(100_000);
    assert_eq!(parse(&book).terms().len(), 64);
    assert_eq!(numbers(&book), [0; 0]);
}

#[test]
fn ambiguous_title_is_suggested_in_phrases() {
    for (title, text) in [
        ("A Storm Is Coming", "A Storm Is Coming"),
        ("4:33", "\"4:33\""),
        ("4:33 “Live”", "\"4:33\" \"Live\""),
        (">\u{200d}\"!", "\">\u{200d}\" \"!\""),
    ] {
        assert_eq!(Query::text_for(title), text);
        assert_eq!(select(&[track(1, title, "1:00")], text).count, 1, "{title}");
    }
}

/// So that the list does not change between two key presses.
#[test]
fn incomplete_length_counts_as_that_length() {
    for text in ["6:", "6:0", "6:00"] {
        assert_eq!(super::numbers(text), [9, 23], "{text}");
    }
}

/// A word that contains a quotation mark cannot be printed as a phrase.
#[test]
fn an_excluded_word_with_a_quotation_mark_parses_to_itself() {
    for text in ["--“a", "-“a", "a“b", "--\"a b"] {
        let query = parse(text);
        assert_eq!(parse(&query.to_string()), query, "{text} {query}");
    }
}
