//! From URL parameters to search results.

use super::{album, normalize};
use crate::{Index, Library, Matches, SearchParams, SearchResults, UnicodeSupport};
use model::Track;

const UNICODE: UnicodeSupport = UnicodeSupport {
    normalize,
    collator: || Box::new(str::cmp),
};

/// The results of the last search, each computed from those of the one before.
fn results_after(addresses: &[&str]) -> SearchResults {
    let tracks = album::tracks();
    let index = Index::new(&tracks, normalize);
    let mut results = SearchResults::all(&tracks);
    for address in addresses {
        let search = SearchParams::from_address(address);
        results.update(&search, &tracks, || &index, None, UNICODE);
    }
    results
}

fn results(address: &str) -> SearchResults {
    results_after(&[address])
}

fn numbers(results: &SearchResults) -> Vec<u32> {
    let tracks = album::tracks();
    results.shown().map(|track| tracks[track].number).collect()
}

#[test]
fn empty_search_shows_all_without_an_index() {
    let tracks = album::tracks();
    for address in ["", "?q=", "?q=%20", "?sort=-length", "?all=1"] {
        let search = SearchParams::from_address(address);
        let no_index = || panic!("{address} asks the index");
        let mut results = SearchResults::all(&tracks);
        results.update(&search, &tracks, no_index, None, UNICODE);
        assert!(results.filter.is_empty(), "{address}");
        assert_eq!(results.selection, Matches::all(&tracks), "{address}");
        assert_eq!(results.shown().count(), 26, "{address}");
    }
}

#[test]
fn words_and_each_thumb_narrow_the_results() {
    for (address, shown, status) in [
        ("?q=storm", &[1, 13][..], "2 of 26 tracks · 3:19"),
        ("?min=6:00", &[9, 17, 23], "3 of 26 tracks · 18:57"),
        ("?max=1:12", &[1, 15], "2 of 26 tracks · 2:14"),
        ("?q=zzzz", &[], "0 of 26 tracks · 0:00"),
    ] {
        let results = results(address);
        assert!(!results.filter.is_empty(), "{address}");
        assert_eq!(numbers(&results), shown, "{address}");
        assert_eq!(results.selection.status(), status, "{address}");
    }
}

#[test]
fn status_of_a_whole_album_counts_it_once() {
    let status = |tracks: &[Track]| Matches::all(tracks).status();
    assert_eq!(status(&album::tracks()), "26 tracks · 1:35:45");
    assert_eq!(status(&album::tracks()[..1]), "1 track · 1:12");
}

#[test]
fn shown_tracks_follow_the_order() {
    let numbers = |address| numbers(&results(address));
    assert_eq!(numbers("?q=storm&sort=-number"), [13, 1]);
    assert_eq!(numbers("?min=6:00&sort=-length"), [17, 9, 23]);
    assert_eq!(
        numbers("?q=fall&sort=title"),
        numbers("?q=fall&sort=-title")
            .into_iter()
            .rev()
            .collect::<Vec<_>>()
    );
}

/// Results that reuse earlier ones equal results computed from scratch.
#[test]
fn reused_results_equal_computed_ones() {
    let searches = [
        "",
        "?q=storm",
        "?q=storm%20",
        "?q=storm&sort=title",
        "?sort=title",
        "?sort=-title",
        "?min=6:00",
        "?min=6:00&q=storm",
    ];
    for before in searches {
        for now in searches {
            let mut reused = results_after(&[before, now]);
            reused.turn = results(now).turn;
            assert_eq!(reused, results(now), "{now}");
        }
    }
}

#[test]
fn only_another_search_is_an_update() {
    let tracks = album::tracks();
    let index = Index::new(&tracks, normalize);
    let mut results = SearchResults::all(&tracks);
    let mut update = |address| {
        let search = SearchParams::from_address(address);
        results.update(&search, &tracks, || &index, None, UNICODE)
    };
    let updates = ["", "?q=storm", "?q=storm", "?q=storm&all=1", "?all=1", ""].map(&mut update);
    assert_eq!(updates, [false, true, false, true, true, true]);
}

#[test]
fn other_albums_are_searched_when_they_have_loaded() {
    let tracks = album::tracks();
    let index = Index::new(&tracks, normalize);
    let mut results = SearchResults::all(&tracks);
    let library = Library::new(Vec::new(), "", normalize);
    let mut update = |address, library| {
        let search = SearchParams::from_address(address);
        let changed = results.update(&search, &tracks, || &index, library, UNICODE);
        (changed, results.others.is_some())
    };
    assert_eq!(update("?q=storm", Some(&library)), (true, false));
    assert_eq!(update("?q=storm&all=1", None), (true, false));
    assert_eq!(update("?q=storm&all=1", Some(&library)), (true, true));
    assert_eq!(update("?q=storm&all=1", Some(&library)), (false, true));
    assert_eq!(update("?q=storm", Some(&library)), (true, false));
}
