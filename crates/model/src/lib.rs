//! What a review is: the album, its tracks with their lengths, and the prose
//! as typed blocks.
//!
//! The publisher makes a [`Review`] from a writer's file; the page's embedded
//! JSON carries its tracks to the browser; components only read it. Nothing here knows
//! Leptos, a browser or a file.

mod album;
mod catalogue;
mod length;
mod others;
pub mod payload;
mod prose;
pub mod record;

pub use album::{Album, Track, TrackId, length_span};
pub use catalogue::CataloguedAlbum;
pub use length::{Length, MalformedLength};
pub use others::{Entry, Others, Page, TracksFile};
pub use prose::{Block, Inline, mention_id, mentions};

/// One review, as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The folder that the page is published in, and the writer's file name.
    pub slug: String,
    /// The series that the review belongs to, shown above its title.
    pub series: Option<String>,
    pub title: String,
    /// One or two sentences that open the review and describe the page.
    pub standfirst: String,
    /// Who wrote the review.
    pub author: Option<String>,
    /// When the review was published.
    pub published: Date,
    /// Whether the writer is still at it. No browser asks: the publisher puts
    /// the notice beside what the app renders.
    pub draft: bool,
    pub film: Option<Film>,
    /// Where the review's observations come from.
    pub source: Option<Source>,
    pub album: Album,
    pub article: Vec<Block>,
    /// How long the article takes to read, in minutes, at least one.
    pub reading_minutes: u32,
}

/// The film that the score was written for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Film {
    pub title: String,
    pub director: Option<String>,
}

/// An earlier publication that a review credits at its foot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub title: String,
    pub publisher: String,
    pub published: Date,
    /// An absolute `https` or `http` URL.
    pub url: String,
}

/// A calendar date in the two forms that a page needs. Both are made by the
/// publisher, so that the wasm carries no calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// ISO 8601, such as `2018-07-13`.
    pub iso: String,
    /// As prose has it, such as `13 July 2018`.
    pub words: String,
}
