//! Searches the site's other albums with the same filter as this one: one index
//! of all their tracks, whose matches are grouped by album, and one of the
//! albums' names.

use std::{cmp::Ordering, ops::Range};

use super::{
    Field, Filter, Index, Matches, Predicate, Query, SearchParams, Sort, Term, fold::Normalize,
};
use model::{
    CataloguedAlbum, RunningTime, Track,
    text::{self, concat},
};

/// The maximum number of suggestions.
const MOST_SUGGESTED: usize = 3;

/// The site's albums, in the order of `tracks.json`. One of them, the album of the
/// current page, is left out of all answers.
pub struct Library {
    albums: Vec<IndexedAlbum>,
    /// The index of the current page's album, if it is among them.
    current: Option<usize>,
    tracks: Vec<Track>,
    index: Index,
    /// The names of all albums, one per row.
    names: Index,
    /// The album and the text of each row in `names`.
    named: Vec<Name>,
}

/// A name of an album.
struct Name {
    album: usize,
    /// Whether it is the name of its artist, or else of its composers.
    is_credit: bool,
    text: String,
}

/// An album, and the position of its tracks in the library.
struct IndexedAlbum {
    album: CataloguedAlbum,
    /// The index of its first track; they end at the next album's first.
    first: usize,
}

/// The matches in a library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The albums whose names match come first, then albums of which only
    /// tracks match.
    pub albums: Vec<FoundAlbum>,
    /// The number of albums whose names match.
    pub whole: usize,
    /// The number of matching tracks, and their total length.
    pub count: usize,
    pub running_time: RunningTime,
}

/// The matches in one album.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundAlbum {
    /// The album's index in the library.
    pub album: usize,
    /// Whether the query is only text, and the album's names contain all of it.
    pub whole: bool,
    /// The matching tracks, as indices in the library.
    pub tracks: Vec<usize>,
}

impl Library {
    /// Indexes the albums; `slug` is the album of the current page.
    pub fn new(albums: Vec<CataloguedAlbum>, slug: &str, normalize: Normalize) -> Self {
        let mut library = Self {
            albums: Vec::with_capacity(albums.len()),
            current: None,
            tracks: Vec::new(),
            index: Index::new(&[], normalize),
            names: Index::new(&[], normalize),
            named: Vec::new(),
        };
        for mut album in albums {
            let at = library.albums.len();
            library.add_name(at, false, &album.title, normalize);
            library.add_name(at, true, &album.credit, normalize);
            for name in &album.also {
                library.add_name(at, false, name, normalize);
            }
            let first = library.tracks.len();
            let tracks = album.take_tracks();
            library.index.add_album(&tracks, normalize);
            library.tracks.extend(tracks);
            library.albums.push(IndexedAlbum { album, first });
        }
        library.set_current(slug);
        library
    }

    /// Leaves out the album `slug`, that of the current page, from now on.
    pub fn set_current(&mut self, slug: &str) {
        let is_current = |album: &IndexedAlbum| album.album.slug == slug;
        self.current = self.albums.iter().position(is_current);
    }

    fn add_name(&mut self, album: usize, is_credit: bool, name: &str, normalize: Normalize) {
        self.names.add_name(name, normalize);
        self.named.push(Name {
            album,
            is_credit,
            text: name.to_owned(),
        });
    }

    /// Applies a search, and returns the filter that was used. A text that
    /// matches nothing is parsed again as everyday words, as in
    /// [`Index::answer`].
    pub fn answer(&self, search: &SearchParams, normalize: Normalize) -> (Filter, Found) {
        let mut filter = search.filter(normalize);
        let mut found = self.find(&filter);
        if found.albums.is_empty() && !filter.is_empty() {
            filter.query = Query::natural(&search.text, self.index.has_discs(), normalize);
            found = self.find(&filter);
        }
        (filter, found)
    }

    /// Applies a filter. If an album's names contain all texts of the query,
    /// the album matches as a whole; if the filter has other conditions, such
    /// as a length, its tracks that satisfy those match. An empty filter
    /// matches nothing here, because the reader has not searched yet.
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
            if self.current == Some(album) {
                continue;
            }
            let whole = named && only_text;
            let is_found = |&track: &usize| shown[track] || named && !whole && beside_text[track];
            let tracks: Vec<usize> = self.range(album).filter(is_found).collect();
            found.count += tracks.len();
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
        let tracks = found.albums.iter().flat_map(|album| &album.tracks);
        found.running_time = tracks.map(|&track| self.tracks[track].length).sum();
        found
    }

    /// One flag per album: whether its names contain all texts of the query, of
    /// which there must be one, and none that is excluded.
    fn with_names_for(&self, query: &Query) -> Vec<bool> {
        let terms = query.terms();
        let mut albums = vec![terms.iter().any(Term::is_text); self.albums.len()];
        for term in terms {
            let Predicate::Text(field, needle) = &term.test else {
                continue;
            };
            let mut holding = vec![false; albums.len()];
            let held = self.names.with_text(Field::Title, needle);
            for (name, held) in self.named.iter().zip(held) {
                let is_meant = match field {
                    Field::Any => true,
                    Field::Title => !name.is_credit,
                    Field::Artist => name.is_credit,
                };
                holding[name.album] |= held && is_meant;
            }
            for (album, holding) in albums.iter_mut().zip(holding) {
                *album &= holding != term.excluded;
            }
        }
        albums
    }

    /// The matching tracks of an album, in the reader's order.
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

    /// Names and titles to suggest if nothing matches, nearest first.
    pub fn nearest(&self, query: &Query) -> Vec<String> {
        let mut suggestions: Vec<String> = Vec::new();
        let mut suggest = |title: &String| {
            if suggestions.len() < MOST_SUGGESTED && !suggestions.contains(title) {
                suggestions.push(title.clone());
            }
        };
        let current = self.current.map_or(0..0, |album| self.range(album));
        let is_other = |name: usize| self.current != Some(self.named[name].album);
        for name in self.names.nearest_among(query, &is_other) {
            suggest(&self.named[name].text);
        }
        let is_other = |track: usize| !current.contains(&track);
        for track in self.index.nearest_among(query, &is_other) {
            suggest(&self.tracks[track].title);
        }
        suggestions
    }

    /// The number of an album's tracks and its running time, as text.
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

    /// The index of all tracks, for marking titles.
    pub fn index(&self) -> &Index {
        &self.index
    }
}

impl Found {
    /// The status line: `40 tracks in 12 other albums · 2:31:07`, `1 whole
    /// album`, or both.
    pub fn status(&self) -> String {
        let many = |count: usize, one: &str| match count {
            1 => concat(&["1 ", one]),
            _ => concat(&[&text::count(count), " ", one, "s"]),
        };
        let whole = many(self.whole, "whole album");
        if self.count == 0 {
            return match self.whole {
                0 => "No track of another album matches.".to_owned(),
                _ => whole,
            };
        }
        let albums = self.albums.iter().filter(|album| !album.tracks.is_empty());
        let tracks = concat(&[
            &many(self.count, "track"),
            " in ",
            &many(albums.count(), "other album"),
            " · ",
            &self.running_time.text(),
        ]);
        match self.whole {
            0 => tracks,
            _ => concat(&[&whole, ", ", &tracks]),
        }
    }
}
