//! All reviews in order, and what the page of one of them tells of the others.

use model::{CataloguedAlbum, Entry, Others, Page, Review, TracksFile, payload::encode_albums};
use search::Matches;

use super::address;

/// How many other reviews a page lists: a screen of them. More would make the
/// site's size grow with the square of its reviews, and a page nobody reads.
pub const MOST: usize = 12;

/// How many of the others the front page names before its text.
const LATEST: usize = 3;

/// The folder of the page that lists every review.
pub const ALL: &str = "all/";

/// A review's picture, beside its page.
pub const PICTURE: &str = "picture.png";

/// The reviews, the newest first, and how a list shows each of them.
pub struct SiteIndex {
    reviews: Vec<Review>,
    /// With addresses from the site's root.
    entries: Vec<Entry>,
    /// Every album's tracks as JSON; `None` where there is one review.
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

    /// The content of the file that a search over every album fetches.
    pub fn tracks(&self) -> Option<&str> {
        self.tracks.as_deref()
    }

    /// The newest first.
    pub fn reviews(&self) -> &[Review] {
        &self.reviews
    }

    /// Those that are no drafts, the newest first.
    pub fn published(&self) -> impl Iterator<Item = &Review> {
        self.reviews.iter().filter(|review| !review.draft)
    }

    /// The page of a review, counted from the newest, in the review's folder.
    pub fn page(&self, at: usize) -> Page {
        Page {
            review: self.reviews[at].clone(),
            others: self.others(at, "../", 0),
        }
    }

    /// The page of the newest review at the site's root: addresses that were
    /// relative to the review's own folder start there.
    pub fn front(&self) -> Page {
        let mut review = self.reviews[0].clone();
        address::move_to_root(&mut review.article, &format!("{}/", review.slug));
        Page {
            review,
            others: self.others(0, "", LATEST),
        }
    }

    /// Every review and how a list shows it, for a page that reaches the site's
    /// root by `root`.
    pub fn listed(&self, root: &str) -> Vec<(&Review, Entry)> {
        let entries = self.entries.iter().map(|entry| seen(entry, root));
        self.reviews.iter().zip(entries).collect()
    }

    /// Whether there is more than one review, and so a list of all of them.
    pub fn several(&self) -> bool {
        self.reviews.len() > 1
    }

    /// `latest` of the others are named before the text.
    fn others(&self, at: usize, root: &str, latest: usize) -> Others {
        let entry = |at: usize| self.entries.get(at).map(|entry| seen(entry, root));
        let mut newest = (0..self.entries.len()).filter(|other| *other != at);
        Others {
            previous: entry(at + 1),
            next: at.checked_sub(1).and_then(entry),
            latest: newest.by_ref().take(latest).filter_map(entry).collect(),
            newest: newest.take(MOST - latest).filter_map(entry).collect(),
            all: self.several().then(|| format!("{root}{ALL}")),
            tracks: self.tracks.as_ref().map(|tracks| TracksFile {
                root: root.to_owned(),
                // No site holds four gigabytes of titles.
                bytes: u32::try_from(tracks.len()).unwrap_or(u32::MAX),
            }),
        }
    }
}

fn entry(review: &Review) -> Entry {
    let album = &review.album;
    let year = &album.released.iso[..4];
    let size = Matches::all(&album.tracks).status();
    let draft = if review.draft { "Draft · " } else { "" };
    Entry {
        url: format!("{}/", review.slug),
        title: review.title.clone(),
        facts: format!("{draft}{} · {year} · {size}", album.composer),
    }
}

fn seen(entry: &Entry, root: &str) -> Entry {
    Entry {
        url: format!("{root}{}", entry.url),
        ..entry.clone()
    }
}
