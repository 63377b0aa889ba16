//! Every album's tracks in the form of `tracks.json`, which is fetched only when
//! a reader searches all of them.
//!
//! A track is a pair, its number the place in its disc's list: 9.3 bytes a track
//! after brotli at 100,000 tracks, where objects with names take 11.1 and lists
//! of titles and of lengths apart the same 9.3.

use serde::Serialize;

use super::{Length, Review, Track};

/// One album of the site, as `tracks.json` holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CataloguedAlbum {
    /// The folder of the review's page.
    pub slug: String,
    /// The review's title.
    pub title: String,
    pub composer: String,
    /// What else the album is known by: its own title and the film's, where they
    /// are others than the review's, and the year of its release.
    pub also: Vec<String>,
    /// Titles and lengths in seconds, disc by disc.
    pub discs: Vec<Vec<(String, Length)>>,
}

impl CataloguedAlbum {
    pub fn new(review: &Review) -> Self {
        let mut discs: Vec<Vec<_>> = Vec::new();
        for track in &review.album.tracks {
            let disc = track.disc.unwrap_or(1) as usize;
            discs.resize_with(discs.len().max(disc), Vec::new);
            discs[disc - 1].push((track.title.clone(), track.length));
        }
        Self {
            slug: review.slug.clone(),
            title: review.title.clone(),
            composer: review.album.composer.clone(),
            also: other_names(review),
            discs,
        }
    }

    /// The tracks in playing order, taken out of the album.
    pub fn take_tracks(&mut self) -> Vec<Track> {
        let discs = std::mem::take(&mut self.discs);
        let single = discs.len() == 1;
        let numbered = discs.into_iter().zip(1..).flat_map(|(tracks, disc)| {
            let numbered = tracks.into_iter().zip(1..);
            numbered.map(move |(track, number)| (disc, number, track))
        });
        numbered
            .map(|(disc, number, (title, length))| Track {
                disc: (!single).then_some(disc),
                number,
                title,
                length,
            })
            .collect()
    }
}

fn other_names(review: &Review) -> Vec<String> {
    let Review { album, film, .. } = review;
    let film = film.as_ref().map(|film| film.title.as_str());
    let year = &album.released.iso[..4];
    let mut names: Vec<String> = Vec::new();
    for name in [Some(album.title.as_str()), film, Some(year)] {
        let name = name.filter(|name| *name != review.title);
        names.extend(name.map(ToOwned::to_owned));
    }
    names.dedup();
    names
}
