//! Orders, their URL values and clicks on headers.

use std::cmp::Ordering;

use super::album;
use crate::{Sort, SortBy, UnknownSort};
use model::Track;

fn by(name: &str) -> Sort {
    name.parse().unwrap()
}

fn numbers(tracks: &[Track], sort: Sort, compare: fn(&str, &str) -> Ordering) -> Vec<u32> {
    let order = sort.order(tracks, &compare);
    order
        .into_iter()
        .map(|index| tracks[index].number)
        .collect()
}

fn never(_: &str, _: &str) -> Ordering {
    panic!("titles are compared")
}

#[test]
fn written_order_parses_back() {
    for name in ["number", "-number", "title", "-title", "length", "-length"] {
        assert_eq!(by(name).text(), name);
    }
    for name in ["", "-", "--title", "Title", "size", " title"] {
        assert_eq!(name.parse::<Sort>(), Err(UnknownSort), "{name}");
    }
}

#[test]
fn default_is_playing_order() {
    let tracks = album::tracks();
    assert_eq!(
        numbers(&tracks, Sort::default(), never),
        (1..=26).collect::<Vec<_>>()
    );
    assert_eq!(
        numbers(&tracks, by("-number"), never),
        (1..=26).rev().collect::<Vec<_>>()
    );
}

#[test]
fn equal_lengths_stay_in_playing_order() {
    let tracks = album::tracks();
    assert_eq!(numbers(&tracks, by("length"), never)[23..], [9, 23, 17]);
    assert_eq!(numbers(&tracks, by("-length"), never)[..3], [17, 9, 23]);
}

#[test]
fn titles_use_the_callers_comparison() {
    let tracks = album::tracks();
    let order = numbers(&tracks, by("title"), |a, b| a.len().cmp(&b.len()));
    assert_eq!(order[..2], [8, 18]);
    assert_eq!(
        numbers(&tracks, by("-title"), |_, _| Ordering::Equal)[..3],
        [1, 2, 3]
    );
}

#[test]
fn describes_an_order_by_what_comes_first() {
    let spoken = |name| by(name).in_words();
    assert_eq!(spoken("number"), "In playing order");
    assert_eq!(spoken("-number"), "Sorted by number, last first");
    assert_eq!(spoken("title"), "Sorted by title, A to Z");
    assert_eq!(spoken("-length"), "Sorted by length, longest first");
}

#[test]
fn three_clicks_return_to_playing_order() {
    for column in [SortBy::Title, SortBy::Length] {
        let first = by("-number").clicked(column);
        assert_eq!((first.by, first.descending), (column, false));
        let second = first.clicked(column);
        assert_eq!((second.by, second.descending), (column, true));
        assert_eq!(second.clicked(column), Sort::default());
    }
    assert_eq!(Sort::default().clicked(SortBy::Number), by("-number"));
    assert_eq!(by("-number").clicked(SortBy::Number), Sort::default());
}
