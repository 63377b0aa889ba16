//! All reviews of the site, newest first, with their list entries; builds each
//! page's links to other reviews.

use model::{
    CataloguedAlbum, Entry, Others, Page, Review, TracksFile,
    payload::{ALL_REVIEWS, encode_albums},
};
use search::{Matches, examples};

use crate::address;

/// The maximum number of other reviews on a page, about one screen. Without a
/// limit, the site's size would grow with the square of its reviews.
pub const MOST: usize = 12;

/// The number of other reviews above the front page's article.
const LATEST: usize = 3;

/// The Open Graph image of a review, in the folder of its page.
pub const PICTURE: &str = "picture.png";

/// The reviews, newest first, and their list entries.
pub struct SiteIndex {
    reviews: Vec<Review>,
    /// With addresses relative to the site's root.
    entries: Vec<Entry>,
    /// The content of `tracks.json`; `None` with a single review.
    tracks: Option<String>,
}

impl SiteIndex {
    pub fn new(reviews: Vec<Review>) -> Self {
        let entries = reviews.iter().map(entry).collect();
        let tracks = (reviews.len() > 1).then(|| {
            let albums: Vec<_> = reviews.iter().map(CataloguedAlbum::new).collect();
            encode_albums(&albums)
        });
        Self {
            reviews,
            entries,
            tracks,
        }
    }

    /// The content of `tracks.json`.
    pub fn tracks(&self) -> Option<&str> {
        self.tracks.as_deref()
    }

    /// All reviews, newest first.
    pub fn reviews(&self) -> &[Review] {
        &self.reviews
    }

    /// The reviews that are no drafts, newest first.
    pub fn published(&self) -> impl Iterator<Item = &Review> {
        self.reviews.iter().filter(|review| !review.draft)
    }

    /// The page of the review at index `at`, in the review's folder.
    pub fn page(&self, at: usize) -> Page {
        page_of(self.reviews[at].clone(), self.others(at, "../", 0))
    }

    /// The front page: the newest review, with addresses rewritten for the
    /// site's root.
    pub fn front(&self) -> Page {
        let mut review = self.reviews[0].clone();
        address::move_to_root(&mut review.article, &format!("{}/", review.slug));
        page_of(review, self.others(0, "", LATEST))
    }

    /// All reviews with their list entries, for a page whose relative path to
    /// the site's root is `root`.
    pub fn listed(&self, root: &str) -> Vec<(&Review, Entry)> {
        let entries = self.entries.iter().map(|entry| with_root(entry, root));
        self.reviews.iter().zip(entries).collect()
    }

    /// Whether there are several reviews, and so a list of all reviews.
    pub fn several(&self) -> bool {
        self.reviews.len() > 1
    }

    /// `latest` is the number of other reviews above the article.
    fn others(&self, at: usize, root: &str, latest: usize) -> Others {
        let entry = |at: usize| self.entries.get(at).map(|entry| with_root(entry, root));
        let mut newest = (0..self.entries.len()).filter(|other| *other != at);
        Others {
            previous: entry(at + 1),
            next: at.checked_sub(1).and_then(entry),
            latest: newest.by_ref().take(latest).filter_map(entry).collect(),
            newest: newest.take(MOST - latest).filter_map(entry).collect(),
            all: self.several().then(|| format!("{root}{ALL_REVIEWS}")),
            tracks: self.tracks.as_ref().map(|tracks| TracksFile {
                root: root.to_owned(),
                // 4 GB of titles are out of reach.
                bytes: u32::try_from(tracks.len()).unwrap_or(u32::MAX),
            }),
        }
    }
}

fn entry(review: &Review) -> Entry {
    let album = &review.album;
    let year = album.released.year();
    let size = Matches::all(&album.tracks).status();
    let draft = if review.draft { "Draft · " } else { "" };
    Entry {
        url: format!("{}/", review.slug),
        title: review.title.clone(),
        facts: format!("{draft}{} · {year} · {size}", album.credit()),
    }
}

/// The page of a review with these links.
pub fn page_of(review: Review, others: Others) -> Page {
    Page {
        examples: examples(&review.album.tracks),
        review,
        others,
    }
}

fn with_root(entry: &Entry, root: &str) -> Entry {
    Entry {
        url: format!("{root}{}", entry.url),
        ..entry.clone()
    }
}
