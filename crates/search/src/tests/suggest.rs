//! Suggestions if nothing matches.

use super::{Index, album, normalize, parse};

fn suggested(text: &str) -> Vec<u32> {
    let tracks = album::tracks();
    let nearest = Index::new(&tracks, normalize).nearest(&parse(text));
    nearest
        .into_iter()
        .map(|track| tracks[track].number)
        .collect()
}

#[test]
fn typing_mistake_suggests_the_title() {
    for (typed, number) in [
        ("excange", 14),
        ("the exchagne", 14),
        ("kasmir", 18),
        ("manafesto", 4),
        ("freefall", 11),
        ("fate warier", 19),
        ("\"hunt mr\"", 5),
        ("syndikat", 23),
        ("stormm exchange", 14),
        ("kasmir ???????", 18),
    ] {
        assert_eq!(
            suggested(typed).first(),
            Some(&number),
            "{typed}: {:?}",
            suggested(typed)
        );
    }
}

/// One mistake in a word of up to five letters, two up to eight, then three.
#[test]
fn longer_words_may_have_more_mistakes() {
    for (few, many, number) in [
        ("stoxm", "stxxm", 13),
        ("exchxxge", "exxhxxge", 14),
        ("accomxxisxed", "accxmxxisxed", 26),
    ] {
        assert!(suggested(few).contains(&number), "{few}");
        assert_eq!(suggested(many), [0; 0], "{many}");
    }
}

#[test]
fn nearest_come_first_and_at_most_three() {
    assert_eq!(suggested("stirm"), [1, 13]);
    assert_eq!(suggested("thx"), [4, 12, 13]);
}

#[test]
fn suggests_nothing_if_nothing_is_near() {
    for typed in [
        "",
        "xyzzy",
        "the xyzzy",
        "fall xyzz",
        "?!",
        ">5:00",
        "-excange",
        "ab",
        "#99",
    ] {
        assert_eq!(suggested(typed), [0; 0], "{typed}");
    }
}

#[test]
fn suggests_nothing_if_spelling_is_not_the_reason() {
    assert_eq!(suggested("storm >10:00"), [0; 0]);
}

#[test]
fn very_long_words_are_not_compared() {
    assert_eq!(suggested(&"a".repeat(1_000_000)), [0; 0]);
    assert_eq!(suggested(&"a ".repeat(500_000)), [0; 0]);
}
