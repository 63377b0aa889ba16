//! Every other album of the site, searched with the same filter as this one:
//! one index for all of them, its answer grouped by album.

use super::{Filter, Index, fold::Normalize};
use crate::review::{CataloguedAlbum, Length, Track};

/// The site's albums but one, in the order of `tracks.json`.
pub struct Library {
    albums: Vec<Shelved>,
    tracks: Vec<Track>,
    index: Index,
}

/// An album, and which tracks of the library are its own.
struct Shelved {
    album: CataloguedAlbum,
    /// The first of them; they go on to the next album's first.
    first: usize,
}

/// What a filter finds in a library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The albums that have some, each with its tracks, as the library counts.
    pub albums: Vec<(usize, Vec<usize>)>,
    pub count: usize,
    pub running_time: Length,
}

impl Library {
    /// All albums but that of `slug`, whose page it is.
    pub fn new(albums: Vec<CataloguedAlbum>, slug: &str, normalize: Normalize) -> Self {
        let mut library = Self {
            albums: Vec::with_capacity(albums.len()),
            tracks: Vec::new(),
            index: Index::new(&[], normalize),
        };
        for mut album in albums {
            if album.slug != slug {
                let first = library.tracks.len();
                let tracks = album.take_tracks();
                library.index.add_album(&tracks, normalize);
                library.tracks.extend(tracks);
                library.albums.push(Shelved { album, first });
            }
        }
        library
    }

    /// The tracks that a filter shows, album by album. One that is empty, and
    /// would show everything, finds nothing: nobody asked yet.
    pub fn find(&self, filter: &Filter) -> Found {
        if filter.is_empty() {
            return Found::default();
        }
        let selection = self.index.select(filter);
        let mut albums: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut album = 0;
        for (track, _) in selection
            .shown
            .iter()
            .enumerate()
            .filter(|(_, shown)| **shown)
        {
            while self
                .albums
                .get(album + 1)
                .is_some_and(|next| next.first <= track)
            {
                album += 1;
            }
            match albums.last_mut() {
                Some((last, tracks)) if *last == album => tracks.push(track),
                _ => albums.push((album, vec![track])),
            }
        }
        Found {
            albums,
            count: selection.count,
            running_time: selection.running_time,
        }
    }

    pub fn album(&self, album: usize) -> &CataloguedAlbum {
        &self.albums[album].album
    }

    pub fn track(&self, track: usize) -> &Track {
        &self.tracks[track]
    }

    /// For marking: tracks count as the library's.
    pub fn index(&self) -> &Index {
        &self.index
    }
}

impl Found {
    /// `40 tracks in 12 other albums · 2:31:07`.
    pub fn status(&self) -> String {
        let many = |count: usize, one: &str| match count {
            1 => format!("1 {one}"),
            _ => format!("{count} {one}s"),
        };
        match self.count {
            0 => "No track of another album matches.".to_owned(),
            count => format!(
                "{} in {} · {}",
                many(count, "track"),
                many(self.albums.len(), "other album"),
                self.running_time
            ),
        }
    }
}
