//! An album, its tracks in playing order, and the ids of tracks.

use std::{
    fmt,
    ops::{Range, RangeInclusive},
};

use serde::Serialize;

use super::{
    Date, Length, RunningTime, length,
    text::{concat, listed, number},
};

/// The reviewed album.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Album {
    pub title: String,
    /// Who performs it; required where no composer is given.
    pub artist: Option<String>,
    pub composers: Vec<String>,
    pub released: Date,
    pub label: Option<String>,
    /// The label's number of the release, such as `BLP 1577`.
    pub catalogue: Option<String>,
    /// Its digits, of which the last one was checked.
    pub barcode: Option<String>,
    /// The address of the release at MusicBrainz.
    pub musicbrainz: Option<String>,
    /// Where it can be heard.
    pub listen: Vec<Listen>,
    /// A sentence about a later or physical release.
    pub edition: Option<String>,
    /// The tracks of all discs, in playing order.
    pub tracks: Vec<Track>,
    /// The headings of the track list, in its order.
    pub groups: Vec<Group>,
}

/// Where an album can be heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Listen {
    /// The name of the service, or else of the host.
    pub name: String,
    /// An absolute `https` or `http` URL.
    pub url: String,
}

/// Tracks under a heading of the track list: a disc, or a part of one such as a
/// side or a suite. A disc contains the groups that begin on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Group {
    /// `Disc 2: The Songs`, `Side A`.
    pub title: String,
    /// Its tracks, by their places in playing order; not empty.
    pub tracks: Range<usize>,
}

impl Group {
    /// Its running time.
    pub fn running_time(&self, tracks: &[Track]) -> RunningTime {
        let tracks = tracks.get(self.tracks.clone()).unwrap_or_default();
        tracks.iter().map(|track| track.length).sum()
    }
}

impl Album {
    /// Who the album is listed by: its artist, or else its composers.
    pub fn credit(&self) -> String {
        self.artist.clone().unwrap_or_else(|| self.composed_by())
    }

    /// The composers as one text: `A`, `A and B`, or `A, B and C`.
    pub fn composed_by(&self) -> String {
        listed(&self.composers)
    }

    pub fn running_time(&self) -> RunningTime {
        self.tracks.iter().map(|track| track.length).sum()
    }
}

/// The start of each track, measured from the start of the album. It is unknown
/// after a track of unknown length.
pub fn starts(tracks: &[Track]) -> impl Iterator<Item = Option<Length>> {
    tracks.iter().scan(Some(Length::ZERO), |clock, track| {
        let start = *clock;
        *clock = start
            .zip(track.length)
            .map(|(start, length)| start + length);
        Some(start)
    })
}

/// Whether tracks have different artists, so that each row shows its own.
pub fn artists_differ(tracks: &[Track]) -> bool {
    let first = tracks.first().map(|track| &track.artist);
    tracks.iter().any(|track| Some(&track.artist) != first)
}

/// The shortest and the longest known length; `None` if none is known.
pub fn length_span(tracks: &[Track]) -> Option<RangeInclusive<Length>> {
    length::span(tracks.iter().filter_map(|track| track.length))
}

/// One track, as printed on the sleeve.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Track {
    /// Disc number, from 1; `None` on an album of a single disc.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disc: Option<u32>,
    /// Track number, from 1 on each disc.
    pub number: u32,
    pub title: String,
    /// Who performs it, where the writer says so for each track.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub artist: Option<String>,
    /// `None` if nobody knows it.
    #[serde(rename = "seconds")]
    pub length: Option<Length>,
    /// A remark such as `bonus track`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whether the writer recommends it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub pick: bool,
}

impl Track {
    pub fn place(&self) -> TrackId {
        TrackId {
            disc: self.disc,
            number: self.number,
        }
    }
}

/// Identifies a track by its disc and its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TrackId {
    /// As in [`Track::disc`].
    pub disc: Option<u32>,
    /// As in [`Track::number`].
    pub number: u32,
}

impl TrackId {
    /// The number as shown: `14`, or `2-3` for disc 2, track 3. The disc is
    /// part of it because numbers start again on each disc.
    pub fn label(&self) -> String {
        match self.disc {
            None => number(self.number),
            Some(disc) => concat(&[&number(disc), "-", &number(self.number)]),
        }
    }

    /// The id of the track's row, used in links and scripts: `track-14`, or
    /// `track-2-3` for disc 2, track 3.
    pub fn row_id(&self) -> String {
        concat(&["track-", &self.label()])
    }

    /// The accessible name of the number: `Track 14`, or `Disc 2 track 3
    /// (2-3)`. It contains the visible label, as voice control requires (WCAG
    /// 2.5.3, Label in Name).
    pub fn in_words(&self) -> String {
        match self.disc {
            None => concat(&["Track ", &number(self.number)]),
            Some(disc) => concat(&[
                "Disc ",
                &number(disc),
                " track ",
                &number(self.number),
                " (",
                &self.label(),
                ")",
            ]),
        }
    }
}

/// As [`TrackId::row_id`].
impl fmt::Display for TrackId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.row_id())
    }
}
