//! The table of folding cases with native normalization, and the assumptions of
//! folding.

use std::fmt::Write;

use unicode_normalization::UnicodeNormalization;

use super::{Form, Index, normalize, track};
use crate::{Field, Query, fold::Folded, fold_cases::FOLD_CASES};

#[test]
fn fold_cases_mark_what_they_claim() {
    let mut wrong = String::new();
    for case in FOLD_CASES {
        if let Err(problem) = case.check(normalize) {
            writeln!(wrong, "{problem}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn ascii_does_not_call_the_normalizer() {
    let never = |text: &str, _: Form| -> String { panic!("asked for {text}") };
    let title = "Don't Stop: The \"Exchange\" (Part 2)";
    let index = Index::new(&[track(1, title, "1:00")], never);
    let query = Query::parse("stop \"part 2\" -x >1", never);
    assert_eq!(index.marks(0, Field::Title, &query), [6..10, 28..34]);
}

/// The letters folded without the normalizer must be those that it would not
/// change, in lower case.
#[test]
fn known_letters_fold_as_the_normalizer_would() {
    let scripts = [
        '\u{400}'..='\u{44f}',
        '\u{3041}'..='\u{3096}',
        '\u{30a1}'..='\u{30fa}',
        '\u{4e00}'..='\u{9fff}',
        '\u{ac00}'..='\u{d7a3}',
        '\u{1f300}'..='\u{1faff}',
    ];
    for c in scripts.into_iter().flatten() {
        let by_the_rule: String = std::iter::once(c)
            .nfkd()
            .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
            .nfc()
            .flat_map(char::to_lowercase)
            .collect();
        assert_eq!(
            folded(&c.to_string()),
            by_the_rule,
            "U+{:04X}",
            u32::from(c)
        );
    }
}

#[test]
fn folding_is_idempotent() {
    for case in FOLD_CASES {
        let once = folded(&case.title());
        assert_eq!(folded(&once), once, "{}", case.claim);
    }
}

#[test]
fn folded_titles_have_single_inner_spaces() {
    for title in [
        "",
        " ",
        "…",
        " a  b ",
        "(a) – [b]",
        "'a' 'b'",
        "¿a?",
        "a\u{200d} \u{ad}b",
    ] {
        let words = folded(title);
        assert_eq!(
            words.split_whitespace().collect::<Vec<_>>().join(" "),
            words,
            "{title}"
        );
    }
}

fn folded(title: &str) -> String {
    let mut titles = Folded::default();
    titles.add(title, normalize);
    titles.words.text(0).to_owned()
}
