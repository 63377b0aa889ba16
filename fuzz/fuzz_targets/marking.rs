//! Fuzzes a search and a title. Properties: folding is idempotent; marks divide
//! the title into parts that join to the same title; each mark matches the
//! search on its own.

#![no_main]

use std::ops::Range;

use fuzzing::{normalize, texts, tracks};
use libfuzzer_sys::fuzz_target;
use model::Track;
use search::{Field, Filter, Form, Index, Predicate, Query};

fuzz_target!(|input: &[u8]| {
    let mut texts = texts(input);
    let query = Query::parse(&texts.next().unwrap_or_default(), normalize);
    let needles: Vec<&str> = needles(&query).collect();
    needles.iter().for_each(|needle| folded_twice(needle));
    for track in tracks(texts.take(1)) {
        let marks = marks(&track, &query);
        parted(&track.title, &marks);
        for mark in &marks {
            marked_alone(&track.title[mark.clone()], &query);
        }
        if needles.len() == 1 && query.terms().len() == 1 {
            assert_eq!(is_shown(&track, &query), !marks.is_empty());
        }
    }
});

/// The folded texts that are searched and marked.
fn needles(query: &Query) -> impl Iterator<Item = &str> {
    let terms = query.terms().iter().filter(|term| !term.excluded);
    terms.filter_map(|term| match &term.test {
        Predicate::Text(Field::Any | Field::Title, needle) => Some(needle.folded()),
        _ => None,
    })
}

/// Folding a folded text must not change it. Exceptions: a quotation mark would
/// end the phrase, and an apostrophe dropped between two accents can leave them
/// in an order that NFC changes.
fn folded_twice(folded: &str) {
    if !folded.contains('"') && normalize(folded, Form::Composed) == folded {
        let phrase = Query::parse(&format!("\"{folded}\""), normalize);
        assert!(needles(&phrase).eq([folded]), "{folded:?} is {phrase:?}");
    }
}

fn marks(track: &Track, query: &Query) -> Vec<Range<usize>> {
    Index::new(std::slice::from_ref(track), normalize).marks(0, Field::Title, query)
}

fn is_shown(track: &Track, query: &Query) -> bool {
    let filter = Filter {
        query: query.clone(),
        ..Filter::default()
    };
    let selection = Index::new(std::slice::from_ref(track), normalize).select(&filter);
    selection.count == 1
}

/// Marks must be sorted, disjoint and on character boundaries, so that the
/// parts in and between them join to the title.
fn parted(title: &str, marks: &[Range<usize>]) {
    let apart = marks.windows(2).all(|two| two[0].end < two[1].start);
    assert!(apart, "{marks:?} in {title:?}");
    let (mut parts, mut end) = (String::new(), 0);
    for mark in marks {
        assert!(!mark.is_empty(), "{marks:?} in {title:?}");
        parts += &title[end..mark.start];
        parts += &title[mark.clone()];
        end = mark.end;
    }
    assert_eq!(parts + &title[end..], title);
}

/// A marked part must match as a title of its own.
fn marked_alone(marked: &str, query: &Query) {
    let alone = tracks([marked.to_owned()].into_iter());
    assert!(!marks(&alone[0], query).is_empty(), "{marked:?}");
}
