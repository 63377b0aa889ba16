//! Any bytes as a search and a title: folding is idempotent, marks cut the title
//! into parts that are the title again, and each holds what was searched for.

#![no_main]

use std::ops::Range;

use libfuzzer_sys::fuzz_target;
use fuzzing::{normalize, texts, tracks};
use model::Track;
use search::{Filter, Form, Index, Query, Predicate};

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

/// The texts that are searched for and marked, folded.
fn needles(query: &Query) -> impl Iterator<Item = &str> {
    let terms = query.terms().iter().filter(|term| !term.excluded);
    terms.filter_map(|term| match &term.test {
        Predicate::Title(needle) => Some(needle.folded()),
        _ => None,
    })
}

/// Folding what is folded changes nothing. A quotation mark would end the phrase;
/// and where an apostrophe stood between two accents, dropping it has left them in
/// an order that a normaliser changes.
fn folded_twice(folded: &str) {
    if !folded.contains('"') && normalize(folded, Form::Composed) == folded {
        let phrase = Query::parse(&format!("\"{folded}\""), normalize);
        assert!(needles(&phrase).eq([folded]), "{folded:?} is {phrase:?}");
    }
}

fn marks(track: &Track, query: &Query) -> Vec<Range<usize>> {
    Index::new(std::slice::from_ref(track), normalize).marks(0, query)
}

fn is_shown(track: &Track, query: &Query) -> bool {
    let filter = Filter {
        query: query.clone(),
        ..Filter::default()
    };
    let selection = Index::new(std::slice::from_ref(track), normalize).select(&filter);
    selection.count == 1
}

/// Marks are in order, apart from each other and on characters' boundaries, so
/// that the parts in and between them are the title.
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

/// What is marked is found where it stands alone.
fn marked_alone(marked: &str, query: &Query) {
    let alone = tracks([marked.to_owned()].into_iter());
    assert!(!marks(&alone[0], query).is_empty(), "{marked:?}");
}
