//! A page's input: the review, and its links to the site's other reviews. The
//! publisher fills in the addresses and texts; components render them.

use serde::Serialize;

use super::Review;

/// Everything that a review's page renders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Page {
    pub review: Review,
    pub others: Others,
    /// Searches that the help shows.
    pub examples: Vec<Example>,
}

/// A search that finds tracks of the album.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Example {
    /// What is typed.
    pub text: String,
    /// What it finds, in words.
    pub meaning: String,
}

/// Links to the site's other reviews; empty on a site of one review.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Others {
    /// The review published before this one.
    pub previous: Option<Entry>,
    /// The review published after this one.
    pub next: Option<Entry>,
    /// The newest other reviews, newest first, listed above the article. Only
    /// the front page has them.
    pub latest: Vec<Entry>,
    /// The next newest other reviews, newest first, without those in `latest`.
    /// Limited by the publisher (`site_index::MOST`).
    pub newest: Vec<Entry>,
    /// The address of the list of all reviews; `None` on a site of one review.
    pub all: Option<String>,
    /// The file of all albums' tracks; `None` on a site of one review.
    pub tracks: Option<TracksFile>,
}

/// The location and size of `tracks.json`, as seen from a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TracksFile {
    /// The relative path to the site's root: empty, or `../`.
    pub root: String,
    /// The file's uncompressed size in bytes, the total of the download's
    /// progress.
    pub bytes: u32,
}

/// A review in a list of reviews.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The address of the review's page, relative to the page that lists it.
    pub url: String,
    pub title: String,
    /// Composer, year, tracks and running time, in one line.
    pub facts: String,
}
