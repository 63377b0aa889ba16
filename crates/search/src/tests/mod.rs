//! Tests of the search: the shipped album as fixture, tables of cases, and
//! properties against an oracle.

mod album;
mod artists;
mod export;
mod folding;
mod length_chart;
mod library;
mod natural;
mod oracle;
mod params;
mod properties;
mod query;
mod results;
mod search_table;
mod sort;
mod suggest;
mod unknown_lengths;

use unicode_normalization::UnicodeNormalization;

use super::{Filter, Form, Index, Matches, Query};
use model::{Length, Track};

/// The browser's `String.prototype.normalize` and `toLowerCase`, natively.
pub(super) fn normalize(text: &str, form: Form) -> String {
    match form {
        Form::Decomposed => text.nfkd().collect(),
        Form::Composed => text.nfc().collect(),
        Form::LowerCase => text.to_lowercase(),
    }
}

fn parse(text: &str) -> Query {
    Query::parse(text, normalize)
}

fn filter(text: &str) -> Filter {
    Filter {
        query: parse(text),
        ..Filter::default()
    }
}

fn select(tracks: &[Track], text: &str) -> Matches {
    Index::new(tracks, normalize).select(&filter(text))
}

/// The numbers of the shipped album's tracks that a search matches.
fn numbers(text: &str) -> Vec<u32> {
    shown_numbers(&album::tracks(), &filter(text))
}

fn shown_numbers(tracks: &[Track], filter: &Filter) -> Vec<u32> {
    let shown = Index::new(tracks, normalize).select(filter).shown;
    let pairs = tracks.iter().zip(shown);
    pairs
        .filter_map(|(track, shown)| shown.then_some(track.number))
        .collect()
}

fn length(text: &str) -> Length {
    text.parse().expect("a length of a test is well formed")
}

/// A track; a length of `?` is unknown.
fn track(number: u32, title: &str, length: &str) -> Track {
    Track {
        number,
        title: title.to_owned(),
        length: (length != "?").then(|| self::length(length)),
        ..Track::default()
    }
}
