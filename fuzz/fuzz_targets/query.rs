//! Any bytes as a search, an address and a list of titles: whatever they are,
//! nothing panics, and what the rest of the project relies on holds.
//!
//! ```sh
//! rustup toolchain install nightly && cargo install cargo-fuzz
//! cargo +nightly fuzz run query fuzz/corpus fuzz/seeds -- \
//!     -dict=fuzz/query.dict -max_len=512 -max_total_time=120
//! ```
//!
//! `fuzz/seeds` is committed: one file a kind of term or of script. What the
//! fuzzer finds goes to `fuzz/corpus`, which is not (make the folder first), and
//! an input that fails to `fuzz/artifacts`; what it teaches belongs into the
//! tests under `src/filter/tests`.
//!
//! The input is text in parts: the search, the address, then the titles. A byte
//! that no UTF-8 holds parts them, so that any text at all can stand in each.
//!
//! `review` and `filter` are compiled in by their paths: as a dependency the
//! library would bring Leptos along, which takes minutes with a fuzzer's
//! instruments and is not what is tested. That this works at all shows that
//! the rules know neither Leptos nor a browser.

#![no_main]

#[allow(dead_code, unused_imports)]
#[path = "../../src/filter/mod.rs"]
mod filter;
#[allow(dead_code, unused_imports)]
#[path = "../../src/review/mod.rs"]
mod review;

use libfuzzer_sys::fuzz_target;
use unicode_normalization::UnicodeNormalization;

use filter::{Filter, Form, Index, LONGEST_TEXT, Query, Search, Test};
use review::{Length, Track};

/// Between two parts of an input; not a byte of any UTF-8.
const PART: u8 = 0xff;

/// More titles than that only make each run slower.
const MOST_TRACKS: usize = 16;

fuzz_target!(|input: &[u8]| {
    let mut parts = input
        .split(|&byte| byte == PART)
        .map(|part| String::from_utf8_lossy(part).into_owned());
    let text = parts.next().unwrap_or_default();
    let address = parts.next().unwrap_or_default();
    let tracks: Vec<Track> = (1..).zip(parts.take(MOST_TRACKS)).map(track).collect();

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

/// Lengths that differ, from none to beyond an hour.
fn track((number, title): (u32, String)) -> Track {
    Track {
        disc: None,
        number,
        title,
        length: Length::from_seconds((number - 1) * 271),
    }
}

/// What the browser's `String.prototype` does, natively.
fn normalize(text: &str, form: Form) -> String {
    match form {
        Form::Decomposed => text.nfkd().collect(),
        Form::Composed => text.nfc().collect(),
        Form::LowerCase => text.to_lowercase(),
    }
}

/// Reads an address, and checks that what is written of it reads the same.
fn addressed(address: &str) -> Search {
    let search = Search::from_address(address);
    assert!(search.text.chars().count() <= LONGEST_TEXT);
    if let (Some(min), Some(max)) = (search.min, search.max) {
        assert!(min <= max);
    }
    for current in ["", address] {
        let written = search.to_address(current);
        assert_eq!(Search::from_address(&written), search, "{written:?}");
        assert_eq!(search.to_address(&written), written);
    }
    search
}

/// Reads a query, and checks that what is printed of it reads the same.
fn parsed(text: &str) -> Query {
    let query = Query::parse(text, normalize);
    let printed = query.to_string();
    assert_eq!(Query::parse(&printed, normalize), query, "{printed:?}");
    assert!(query.misunderstood().all(|term| !term.is_empty()));
    query
}

/// Asks all that an index answers.
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
    for (place, track) in tracks.iter().enumerate() {
        marked(&index, place, &track.title, &filter.query);
        alone(track, filter, selection.shown[place]);
    }
}

/// Marks are in order, apart from each other and on characters' boundaries.
fn marked(index: &Index, place: usize, title: &str, query: &Query) {
    let marks = index.marks(place, query);
    assert!(
        marks.windows(2).all(|two| two[0].end < two[1].start),
        "{marks:?}"
    );
    for mark in &marks {
        assert!(!mark.is_empty(), "{marks:?}");
        assert!(title.get(mark.clone()).is_some(), "{marks:?} in {title:?}");
    }
}

/// A track is found in its list where it is found alone: the index searches all
/// titles as one text. When it plays depends on the list, though.
fn alone(track: &Track, filter: &Filter, shown: bool) {
    let terms = filter.query.terms();
    if !terms.iter().any(|term| matches!(term.test, Test::At(_))) {
        let selection = Index::new(std::slice::from_ref(track), normalize).select(filter);
        assert_eq!(selection.shown, [shown], "{:?}", track.title);
    }
}
