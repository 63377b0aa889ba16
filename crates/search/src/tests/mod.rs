//! The filter's tests: the shipped album as fixture, tables of cases, and
//! properties against an oracle.

mod address;
mod album;
mod folding;
mod library;
mod natural;
mod nearest;
mod oracle;
mod outcome;
mod properties;
mod query;
mod search_table;
mod shape;
mod sort;
mod take;

use unicode_normalization::UnicodeNormalization;

use super::{Filter, Form, Index, Query, Selection};
use model::{Length, Track};

/// What the browser's `String.prototype` does, natively.
fn normalize(text: &str, form: Form) -> String {
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

fn select(tracks: &[Track], text: &str) -> Selection {
    Index::new(tracks, normalize).select(&filter(text))
}

/// The numbers of the fixture's tracks that a search shows.
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

fn track(number: u32, title: &str, length: &str) -> Track {
    Track {
        disc: None,
        number,
        title: title.to_owned(),
        length: self::length(length),
    }
}
