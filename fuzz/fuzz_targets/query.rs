//! Fuzzes a search, URL parameters and titles. Properties: nothing panics; a
//! formatted search parses to itself; an index's results are consistent.

#![no_main]

use fuzzing::{normalize, texts, tracks};
use libfuzzer_sys::fuzz_target;
use model::Track;
use search::{Filter, Index, LONGEST_TEXT, Predicate, Query, SearchParams};

/// More titles only make each run slower.
const MOST_TRACKS: usize = 16;

fuzz_target!(|input: &[u8]| {
    let mut texts = texts(input);
    let text = texts.next().unwrap_or_default();
    let address = texts.next().unwrap_or_default();
    let tracks = tracks(texts.take(MOST_TRACKS));

    let search = addressed(&address);
    for text in [text, search.text] {
        let query = parsed(&text);
        let filter = Filter {
            query,
            min: search.min,
            max: search.max,
        };
        searched(&tracks, &filter);
    }
});

/// Parses URL parameters, and checks that they survive a round trip.
fn addressed(address: &str) -> SearchParams {
    let search = SearchParams::from_address(address);
    assert!(search.text.chars().count() <= LONGEST_TEXT);
    if let (Some(min), Some(max)) = (search.min, search.max) {
        assert!(min <= max);
    }
    for current in ["", address] {
        let written = search.to_address(current);
        assert_eq!(SearchParams::from_address(&written), search, "{written:?}");
        assert_eq!(search.to_address(&written), written);
    }
    search
}

/// Parses a query, and checks that it survives a round trip.
fn parsed(text: &str) -> Query {
    let query = Query::parse(text, normalize);
    let printed = query.to_string();
    assert_eq!(Query::parse(&printed, normalize), query, "{printed:?}");
    assert!(query.unrecognized().all(|term| !term.is_empty()));
    query
}

/// Checks the consistency of all that an index computes except marks.
fn searched(tracks: &[Track], filter: &Filter) {
    let index = Index::new(tracks, normalize);
    let selection = index.select(filter);
    assert_eq!(selection.shown.len(), tracks.len());
    let shown = || {
        tracks
            .iter()
            .zip(&selection.shown)
            .filter(|(_, shown)| **shown)
    };
    assert_eq!(selection.count, shown().count());
    assert_eq!(
        selection.running_time,
        shown().map(|(track, _)| track.length).sum()
    );
    assert_eq!(filter.describe(false).is_none(), filter.is_empty());
    assert!(!filter.is_empty() || selection.count == tracks.len());

    let nearest = index.nearest(&filter.query);
    assert!(nearest.len() <= 3);
    assert!(nearest.iter().all(|&track| track < tracks.len()));
    for (track, &shown) in tracks.iter().zip(&selection.shown) {
        alone(track, filter, shown);
    }
}

/// A track must match in the list if it matches alone, although the index
/// searches all titles as one string. `at:` terms depend on the list and are
/// skipped.
fn alone(track: &Track, filter: &Filter, shown: bool) {
    let terms = filter.query.terms();
    if !terms
        .iter()
        .any(|term| matches!(term.test, Predicate::At(_)))
    {
        let selection = Index::new(std::slice::from_ref(track), normalize).select(filter);
        assert_eq!(selection.shown, [shown], "{:?}", track.title);
    }
}
