//! What a search comes to, from its address to the rows in their order.

use super::{album, normalize};
use crate::{Index, Matches, SearchParams, SearchResults, UnicodeSupport};
use model::Track;

const UNICODE: UnicodeSupport = UnicodeSupport {
    normalize,
    collator: || Box::new(str::cmp),
};

fn outcome(address: &str, before: Option<&SearchResults>) -> SearchResults {
    let tracks = album::tracks();
    let index = Index::new(&tracks, normalize);
    let search = SearchParams::from_address(address);
    SearchResults::new(search, before, &tracks, || &index, UNICODE)
}

fn numbers(outcome: &SearchResults) -> Vec<u32> {
    let tracks = album::tracks();
    outcome.shown().map(|track| tracks[track].number).collect()
}

#[test]
fn a_search_that_asks_for_nothing_shows_all_and_needs_no_index() {
    let tracks = album::tracks();
    for address in ["", "?q=", "?q=%20", "?sort=-length", "?all=1"] {
        let search = SearchParams::from_address(address);
        let no_index = || panic!("{address} asks the index");
        let outcome = SearchResults::new(search, None, &tracks, no_index, UNICODE);
        assert!(outcome.filter.is_empty(), "{address}");
        assert_eq!(outcome.selection, Matches::all(&tracks), "{address}");
        assert_eq!(outcome.shown().count(), 26, "{address}");
    }
}

#[test]
fn words_and_each_thumb_leave_fewer() {
    for (address, shown, status) in [
        ("?q=storm", &[1, 13][..], "2 of 26 tracks · 3:19"),
        ("?min=6:00", &[9, 17, 23], "3 of 26 tracks · 18:57"),
        ("?max=1:12", &[1, 15], "2 of 26 tracks · 2:14"),
        ("?q=zzzz", &[], "0 of 26 tracks · 0:00"),
    ] {
        let outcome = outcome(address, None);
        assert!(!outcome.filter.is_empty(), "{address}");
        assert_eq!(numbers(&outcome), shown, "{address}");
        assert_eq!(outcome.selection.status(), status, "{address}");
    }
}

#[test]
fn the_status_of_a_whole_album_counts_it_once() {
    let status = |tracks: &[Track]| Matches::all(tracks).status();
    assert_eq!(status(&album::tracks()), "26 tracks · 1:35:45");
    assert_eq!(status(&album::tracks()[..1]), "1 track · 1:12");
}

#[test]
fn what_is_shown_stands_in_the_order_asked_for() {
    let numbers = |address| numbers(&outcome(address, None));
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

/// What is taken from the outcome before is what would be worked out anew.
#[test]
fn the_way_to_a_search_makes_no_difference() {
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
        let before = outcome(before, None);
        for now in searches {
            assert_eq!(outcome(now, Some(&before)), outcome(now, None), "{now}");
        }
    }
}
