//! An album as an entry of `tracks.json`, the file that a page fetches when a
//! reader searches all albums.
//!
//! A track is `[title, seconds, pick, artist]`, with `null` for an unknown length
//! and 1 for a pick, without what it lacks at the end; its number is its index in
//! the disc's list. At 100,000 tracks this takes 9.3
//! bytes per track after brotli. Objects with field names take 11.1; separate
//! lists of titles and lengths also take 9.3.

use serde::{Serialize, Serializer};

use super::{Length, Review, Track};

/// One album of the site, as `tracks.json` holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CataloguedAlbum {
    /// The folder of the album's review.
    pub slug: String,
    /// The review's title.
    pub title: String,
    /// The artist, or else the composers: [`Album::credit`](crate::Album::credit).
    pub credit: String,
    /// Further names to search: the album's and the works' titles, where they
    /// differ from the review's, the year of release, and the composers of an
    /// artist's album.
    pub also: Vec<String>,
    /// One list per disc.
    pub discs: Vec<Vec<CataloguedTrack>>,
}

/// A track, without its number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CataloguedTrack {
    pub title: String,
    /// As in [`Track::length`].
    pub length: Option<Length>,
    /// As in [`Track::pick`].
    pub pick: bool,
    /// As in [`Track::artist`].
    pub artist: Option<String>,
}

impl Serialize for CataloguedTrack {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (title, pick) = (&self.title, u32::from(self.pick));
        match &self.artist {
            Some(artist) => (title, self.length, pick, artist).serialize(serializer),
            None if self.pick => (title, self.length, pick).serialize(serializer),
            None => (title, self.length).serialize(serializer),
        }
    }
}

impl CataloguedAlbum {
    pub fn new(review: &Review) -> Self {
        let mut discs: Vec<Vec<_>> = Vec::new();
        for track in &review.album.tracks {
            let disc = track.disc.unwrap_or(1) as usize;
            discs.resize_with(discs.len().max(disc), Vec::new);
            discs[disc - 1].push(CataloguedTrack {
                title: track.title.clone(),
                length: track.length,
                pick: track.pick,
                artist: track.artist.clone(),
            });
        }
        Self {
            slug: review.slug.clone(),
            title: review.title.clone(),
            credit: review.album.credit(),
            also: other_names(review),
            discs,
        }
    }

    /// Moves the tracks out of the album, in playing order.
    pub fn take_tracks(&mut self) -> Vec<Track> {
        let discs = std::mem::take(&mut self.discs);
        let single = discs.len() == 1;
        let numbered = discs.into_iter().zip(1..).flat_map(|(tracks, disc)| {
            let numbered = tracks.into_iter().zip(1..);
            numbered.map(move |(track, number)| (disc, number, track))
        });
        numbered
            .map(|(disc, number, track)| Track {
                disc: (!single).then_some(disc),
                number,
                title: track.title,
                artist: track.artist,
                length: track.length,
                note: None,
                pick: track.pick,
            })
            .collect()
    }
}

fn other_names(review: &Review) -> Vec<String> {
    let Review { album, works, .. } = review;
    let works = works.iter().map(|work| work.title.as_str());
    let year = album.released.year();
    let composers = match album.artist {
        Some(_) => &album.composers[..],
        None => &[],
    };
    let names = [album.title.as_str()]
        .into_iter()
        .chain(works)
        .chain([year]);
    let names = names.chain(composers.iter().map(String::as_str));
    let names = names.filter(|name| *name != review.title);
    let mut names: Vec<String> = names.map(ToOwned::to_owned).collect();
    names.dedup();
    names
}
