//! What a page says of the site's other reviews: addresses and words that the
//! publisher has made ready, and what a page shows in all.

use serde::Serialize;

use super::Review;

/// All that a page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub review: Review,
    pub others: Others,
}

impl Page {
    /// The page of a site's only review.
    pub fn alone(review: Review) -> Self {
        Self {
            review,
            others: Others::default(),
        }
    }
}

/// The ways from one review to the others; empty on a site of one review.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Others {
    /// The review that was published before this one.
    pub previous: Option<Entry>,
    /// The review that was published after this one.
    pub next: Option<Entry>,
    /// The newest of the other reviews, newest first, where the page names them
    /// before its text: on the front page.
    pub latest: Vec<Entry>,
    /// The newest of the others but those, newest first, and no more of them
    /// than a page has room for.
    pub newest: Vec<Entry>,
    /// Where every review is listed; `None` on a site of one review.
    pub all: Option<String>,
    /// Every album's tracks; `None` on a site of one review.
    pub tracks: Option<TracksFile>,
}

/// The file of every album's tracks, seen from a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TracksFile {
    /// What leads to the site's root: empty, or `../`.
    pub root: String,
    /// The file's size before any compression, by which the download is measured.
    pub bytes: u32,
}

/// A review as a list of reviews shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The address of its page, seen from the page that it is listed on.
    pub url: String,
    pub title: String,
    /// Composer, year, tracks and running time, in one line.
    pub facts: String,
}
