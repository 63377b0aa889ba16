//! Every other album of the site, searched with the same filter as this one:
//! one index for all of their tracks, its answer grouped by album, and one for
//! the names that albums are known by.

use std::{cmp::Ordering, ops::Range};

use super::{Filter, Index, Matches, Predicate, Query, SearchParams, Sort, Term, fold::Normalize};
use model::{CataloguedAlbum, Length, Track};

/// More offers would be a list to search in its turn.
const MOST_OFFERED: usize = 3;

/// The site's albums but one, in the order of `tracks.json`.
pub struct Library {
    albums: Vec<Shelved>,
    tracks: Vec<Track>,
    index: Index,
    /// The names of all albums, a row each.
    names: Index,
    /// Each of them, and whose it is.
    named: Vec<(usize, String)>,
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
    /// First the albums that were found as a whole, then those of which there
    /// are tracks.
    pub albums: Vec<FoundAlbum>,
    /// How many of them were found as a whole.
    pub whole: usize,
    /// How many tracks there are, and how long they run.
    pub count: usize,
    pub running_time: Length,
}

/// What a filter finds of an album.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundAlbum {
    /// As the library counts.
    pub album: usize,
    /// All that was asked for is text, and in the album's own names.
    pub whole: bool,
    /// The tracks, as the library counts.
    pub tracks: Vec<usize>,
}

impl Library {
    /// All albums but that of `slug`, whose page it is.
    pub fn new(albums: Vec<CataloguedAlbum>, slug: &str, normalize: Normalize) -> Self {
        let mut library = Self {
            albums: Vec::with_capacity(albums.len()),
            tracks: Vec::new(),
            index: Index::new(&[], normalize),
            names: Index::new(&[], normalize),
            named: Vec::new(),
        };
        for mut album in albums {
            if album.slug != slug {
                let at = library.albums.len();
                library.add_name(at, &album.title, normalize);
                library.add_name(at, &album.composer, normalize);
                for name in &album.also {
                    library.add_name(at, name, normalize);
                }
                let first = library.tracks.len();
                let tracks = album.take_tracks();
                library.index.add_album(&tracks, normalize);
                library.tracks.extend(tracks);
                library.albums.push(Shelved { album, first });
            }
        }
        library
    }

    fn add_name(&mut self, album: usize, name: &str, normalize: Normalize) {
        self.names.add_name(name, normalize);
        self.named.push((album, name.to_owned()));
    }

    /// What a search finds, and the filter as it was read: in everyday words where
    /// it finds nothing as it stands, as [`Index::answer`] does for one album.
    pub fn answer(&self, search: &SearchParams, normalize: Normalize) -> (Filter, Found) {
        let mut filter = search.filter(normalize);
        let mut found = self.find(&filter);
        if found.albums.is_empty() && !filter.is_empty() {
            filter.query = Query::natural(&search.text, self.index.has_discs(), normalize);
            found = self.find(&filter);
        }
        (filter, found)
    }

    /// What a filter finds. An album whose names hold every text is found as a
    /// whole; where more than texts is asked for, such as a length, those of its
    /// tracks are that have it. One that is empty, and would show everything,
    /// finds nothing: nobody asked yet.
    pub fn find(&self, filter: &Filter) -> Found {
        let mut found = Found::default();
        if filter.is_empty() {
            return found;
        }
        let terms = filter.query.terms();
        let only_text = filter.thumbs().is_none() && terms.iter().all(Term::is_text);
        let named = self.with_names_for(&filter.query);
        let shown = self.index.rows_of(filter, &|_| true);
        let beside_text = self.index.rows_of(filter, &|term| !term.is_text());
        let mut in_part = Vec::new();
        for (album, &named) in named.iter().enumerate() {
            let whole = named && only_text;
            let is_found = |&track: &usize| shown[track] || named && !whole && beside_text[track];
            let tracks: Vec<usize> = self.range(album).filter(is_found).collect();
            found.count += tracks.len();
            found.running_time = tracks.iter().fold(found.running_time, |time, &track| {
                time + self.tracks[track].length
            });
            if !whole && tracks.is_empty() {
                continue;
            }
            found.whole += usize::from(whole);
            let part = FoundAlbum {
                album,
                whole,
                tracks,
            };
            match whole {
                true => &mut found.albums,
                false => &mut in_part,
            }
            .push(part);
        }
        found.albums.extend(in_part);
        found
    }

    /// For each album whether its names hold every text, if there is one, and none
    /// that is excluded.
    fn with_names_for(&self, query: &Query) -> Vec<bool> {
        let terms = query.terms();
        let mut albums = vec![terms.iter().any(Term::is_text); self.albums.len()];
        for term in terms {
            let Predicate::Title(needle) = &term.test else {
                continue;
            };
            let mut holding = vec![false; albums.len()];
            for ((album, _), held) in self.named.iter().zip(self.names.titled(needle)) {
                holding[*album] |= held;
            }
            for (album, holding) in albums.iter_mut().zip(holding) {
                *album &= holding != term.excluded;
            }
        }
        albums
    }

    /// What of an album was found, in the reader's order.
    pub fn sorted(
        &self,
        found: &FoundAlbum,
        sort: Sort,
        compare_titles: &dyn Fn(&str, &str) -> Ordering,
    ) -> Vec<usize> {
        let Range { start, end } = self.range(found.album);
        let order = sort.order(&self.tracks[start..end], compare_titles);
        let tracks = order.into_iter().map(|track| start + track);
        tracks
            .filter(|track| found.tracks.binary_search(track).is_ok())
            .collect()
    }

    /// Names and titles to offer where nothing is found, nearest first.
    pub fn nearest(&self, query: &Query) -> Vec<String> {
        let mut offers: Vec<String> = Vec::new();
        let mut offer = |offer: &String| {
            if offers.len() < MOST_OFFERED && !offers.contains(offer) {
                offers.push(offer.clone());
            }
        };
        for name in self.names.nearest(query) {
            offer(&self.named[name].1);
        }
        for track in self.index.nearest(query) {
            offer(&self.tracks[track].title);
        }
        offers
    }

    /// An album's tracks and running time in words.
    pub fn size(&self, album: usize) -> String {
        Matches::all(&self.tracks[self.range(album)]).status()
    }

    fn range(&self, album: usize) -> Range<usize> {
        let next = self.albums.get(album + 1);
        self.albums[album].first..next.map_or(self.tracks.len(), |next| next.first)
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
    /// `40 tracks in 12 other albums · 2:31:07`, `1 whole album`, or both.
    pub fn status(&self) -> String {
        let many = |count: usize, one: &str| match count {
            1 => format!("1 {one}"),
            _ => format!("{count} {one}s"),
        };
        let whole = many(self.whole, "whole album");
        if self.count == 0 {
            return match self.whole {
                0 => "No track of another album matches.".to_owned(),
                _ => whole,
            };
        }
        let albums = self.albums.iter().filter(|album| !album.tracks.is_empty());
        let tracks = format!(
            "{} in {} · {}",
            many(self.count, "track"),
            many(albums.count(), "other album"),
            self.running_time
        );
        match self.whole {
            0 => tracks,
            _ => format!("{whole}, {tracks}"),
        }
    }
}
