//! An album and its tracks in playing order.

use std::{fmt, ops::RangeInclusive};

use serde::Serialize;

use super::{Date, Length, length};

/// The album under review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Album {
    pub title: String,
    pub composer: String,
    pub released: Date,
    pub label: Option<String>,
    /// A sentence on a later or physical release.
    pub edition: Option<String>,
    /// Every track of every disc, in playing order.
    pub tracks: Vec<Track>,
}

impl Album {
    pub fn running_time(&self) -> Length {
        self.tracks.iter().map(|track| track.length).sum()
    }

    /// When each track starts, counted from the album's first second.
    pub fn starts(&self) -> impl Iterator<Item = Length> {
        self.tracks.iter().scan(Length::ZERO, |clock, track| {
            let start = *clock;
            *clock = start + track.length;
            Some(start)
        })
    }
}

/// The shortest and the longest track's length.
pub fn length_span(tracks: &[Track]) -> RangeInclusive<Length> {
    length::span(tracks.iter().map(|track| track.length))
}

/// One track, as the sleeve lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Track {
    /// Counted from one; `None` on an album of a single disc.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disc: Option<u32>,
    /// Counted from one on each disc.
    pub number: u32,
    pub title: String,
    #[serde(rename = "seconds")]
    pub length: Length,
}

impl Track {
    pub fn place(&self) -> TrackId {
        TrackId {
            disc: self.disc,
            number: self.number,
        }
    }
}

/// Where a track stands on its album.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TrackId {
    /// As in [`Track::disc`].
    pub disc: Option<u32>,
    /// As in [`Track::number`].
    pub number: u32,
}

impl TrackId {
    /// The number as a reader sees it: `14`, or `2-3` for disc 2, track 3, as
    /// two tracks of an album can be the third of their disc.
    pub fn label(&self) -> String {
        match self.disc {
            None => self.number.to_string(),
            Some(disc) => format!("{disc}-{}", self.number),
        }
    }

    /// What the number is: `Track 14`, or `Disc 2 track 3 (2-3)`. The label is
    /// part of it, for those who speak to their browser what they see.
    pub fn in_words(&self) -> String {
        match self.disc {
            None => format!("Track {}", self.number),
            Some(disc) => format!("Disc {disc} track {} ({})", self.number, self.label()),
        }
    }
}

/// The id of the track's row, which links and scripts rely on: `track-14`, or
/// `track-2-3` for disc 2, track 3.
impl fmt::Display for TrackId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.disc {
            None => write!(f, "track-{}", self.number),
            Some(disc) => write!(f, "track-{disc}-{}", self.number),
        }
    }
}
