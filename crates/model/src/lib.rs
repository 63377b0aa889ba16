//! The data types of a review: the album, its tracks with their lengths, and
//! the prose as typed blocks.
//!
//! The `source` crate parses a Markdown file into a [`Review`]. The publisher
//! renders it to HTML and writes it into the page as JSON (see [`payload`]),
//! which the browser reads back. This crate names neither Leptos,
//! nor `web_sys`, nor the file system.

mod album;
mod catalogue;
mod length;
mod others;
pub mod payload;
mod prose;
pub mod record;
mod running_time;
pub mod text;

pub use album::{Album, Group, Listen, Track, TrackId, artists_differ, length_span, starts};
pub use catalogue::{CataloguedAlbum, CataloguedTrack};
pub use length::{Length, MalformedLength, UNKNOWN_LENGTH};
pub use others::{Entry, Example, Others, Page, TracksFile};
pub use prose::{Block, Inline, mention_id, mentions};
pub use running_time::RunningTime;

use serde::Serialize;

/// One review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Review {
    /// The file name without `.md`; also the folder that the page is published
    /// in.
    pub slug: String,
    /// The series that the review belongs to, shown above the title.
    pub series: Option<String>,
    pub title: String,
    /// One or two sentences, shown as the introduction and used as the page's
    /// meta description.
    pub standfirst: String,
    /// Who wrote the review; may be empty.
    pub authors: Vec<String>,
    /// When the review was published.
    pub published: Date,
    /// When it was last changed, if it was.
    pub updated: Option<Date>,
    /// Whether the review is unpublished. The wasm never reads this: the
    /// publisher renders the draft notice outside the app.
    #[serde(skip)]
    pub draft: bool,
    /// What the music was written for.
    pub works: Vec<Work>,
    /// One sentence at the end of the review.
    pub verdict: Option<String>,
    pub rating: Option<Rating>,
    /// Where the review's observations come from.
    pub source: Option<Source>,
    pub album: Album,
    pub article: Vec<Block>,
    /// Estimated reading time of the article, in minutes; at least 1.
    pub reading_minutes: u32,
}

impl Review {
    /// The day of the last change, or of publication.
    pub fn last_change(&self) -> &Date {
        self.updated.as_ref().unwrap_or(&self.published)
    }
}

/// A work that the album is the music of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Work {
    pub kind: WorkKind,
    pub title: String,
    /// The director of a film, the developer of a game.
    pub maker: Option<String>,
    /// The platform of a game.
    pub platform: Option<String>,
}

/// What a work is. In JSON, its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum WorkKind {
    Film,
    Game,
    /// A series of television, radio or the web.
    Show,
    /// A play, a musical, a ballet.
    Stage,
}

/// `4/5`: the reviewer's rating, as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rating {
    pub value: String,
    pub best: String,
}

/// An earlier publication, credited at the foot of the review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    pub title: String,
    pub publisher: String,
    pub published: Date,
    /// An absolute `https` or `http` URL.
    pub url: String,
}

/// A date as exact as it is known, in the two forms that a page needs. The
/// publisher formats both, so that the wasm contains no calendar code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Date {
    /// ISO 8601: `2018-07-13`, or `2018-05`, or `1958`.
    pub iso: String,
    /// In words: `13 July 2018`, or `May 2018`, or `1958`.
    pub words: String,
}

impl Date {
    /// The year, in four digits.
    pub fn year(&self) -> &str {
        self.iso.get(..4).unwrap_or(&self.iso)
    }
}
