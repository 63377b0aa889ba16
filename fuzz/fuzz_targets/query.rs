//! Any bytes as a search, an address and a list of titles: nothing panics, what
//! is written of a search reads the same, and all that an index answers agrees.

#![no_main]

use libfuzzer_sys::fuzz_target;
use fuzzing::{normalize, texts, tracks};
use model::Track;
use search::{Filter, Index, LONGEST_TEXT, Query, SearchParams, Predicate};

/// More titles than that only make each run slower.
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

/// Reads an address, and checks that what is written of it reads the same.
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

/// Reads a query, and checks that what is printed of it reads the same.
fn parsed(text: &str) -> Query {
    let query = Query::parse(text, normalize);
    let printed = query.to_string();
    assert_eq!(Query::parse(&printed, normalize), query, "{printed:?}");
    assert!(query.unrecognized().all(|term| !term.is_empty()));
    query
}

/// Asks all that an index answers, but for marks.
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
    assert_eq!(filter.describe().is_none(), filter.is_empty());
    assert!(!filter.is_empty() || selection.count == tracks.len());

    let nearest = index.nearest(&filter.query);
    assert!(nearest.len() <= 3);
    assert!(nearest.iter().all(|&track| track < tracks.len()));
    for (track, &shown) in tracks.iter().zip(&selection.shown) {
        alone(track, filter, shown);
    }
}

/// A track is found in its list where it is found alone: the index searches all
/// titles as one text. When it plays depends on the list, though.
fn alone(track: &Track, filter: &Filter, shown: bool) {
    let terms = filter.query.terms();
    if !terms.iter().any(|term| matches!(term.test, Predicate::At(_))) {
        let selection = Index::new(std::slice::from_ref(track), normalize).select(filter);
        assert_eq!(selection.shown, [shown], "{:?}", track.title);
    }
}
