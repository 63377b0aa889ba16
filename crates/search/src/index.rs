//! An index of tracks, which applies a filter: which rows match, how many they
//! are, how long they play, and which bytes of a title or artist to mark.
//!
//! Built once per page (and once for all albums), then queried at each key
//! press. A term is searched in all rows at once, because the folded titles are
//! one string, and the folded artists another.

use std::ops::Range;

use super::{
    Field, Filter, LengthRange, Matches, Needle, Predicate, Query, Term,
    fold::{Folded, Normalize},
};
use model::{Length, Track, TrackId, starts};

/// Folded titles, lengths and start times of tracks, in playing order.
#[derive(Clone, Debug)]
pub struct Index {
    rows: Vec<Row>,
    titles: Folded,
    artists: Folded,
    /// Whether a track has an artist of its own.
    has_artists: bool,
}

/// A track without its title.
#[derive(Clone, Copy, Debug)]
struct Row {
    place: TrackId,
    /// `None` if it is unknown.
    length: Option<Length>,
    /// `None` if the length of an earlier track is unknown.
    start: Option<Length>,
    /// Whether the writer recommends it.
    pick: bool,
    /// Whether no track of its album is longer, or shorter.
    longest: bool,
    shortest: bool,
}

impl Index {
    /// Folds the titles and computes when each track starts.
    pub fn new(tracks: &[Track], normalize: Normalize) -> Self {
        let mut index = Self {
            rows: Vec::with_capacity(tracks.len()),
            titles: Folded::default(),
            artists: Folded::default(),
            has_artists: false,
        };
        index.add_album(tracks, normalize);
        index
    }

    /// Adds the tracks of another album; start times begin at zero again.
    pub(super) fn add_album(&mut self, tracks: &[Track], normalize: Normalize) {
        let lengths = || tracks.iter().filter_map(|track| track.length);
        let (longest, shortest) = (lengths().max(), lengths().min());
        let is = |track: &Track, extreme| track.length.is_some() && track.length == extreme;
        for (track, start) in tracks.iter().zip(starts(tracks)) {
            self.titles.add(&track.title, normalize);
            let artist = track.artist.as_deref();
            self.artists.add(artist.unwrap_or_default(), normalize);
            self.has_artists |= artist.is_some();
            self.rows.push(Row {
                place: track.place(),
                length: track.length,
                start,
                pick: track.pick,
                longest: is(track, longest),
                shortest: is(track, shortest),
            });
        }
    }

    /// Adds a name that belongs to no track; it has no number and no length.
    pub(super) fn add_name(&mut self, name: &str, normalize: Normalize) {
        self.titles.add(name, normalize);
        self.artists.add("", normalize);
        self.rows.push(Row {
            place: TrackId {
                disc: None,
                number: 0,
            },
            length: None,
            start: None,
            pick: false,
            longest: false,
            shortest: false,
        });
    }

    /// Applies a filter.
    pub fn select(&self, filter: &Filter) -> Matches {
        let shown = self.rows_of(filter, &|_| true);
        let lengths = || {
            let pairs = self.rows.iter().zip(&shown);
            pairs.filter_map(|(row, &shown)| shown.then_some(row.length))
        };
        Matches {
            count: lengths().count(),
            running_time: lengths().sum(),
            shown,
        }
    }

    /// Applies `filter`, whose query was parsed from `text`, and returns the
    /// filter that was used. If the query matches nothing, even without the
    /// thumbs, the text is parsed again as everyday words ([`Query::natural`]).
    pub fn answer(
        &self,
        mut filter: Filter,
        text: &str,
        normalize: Normalize,
    ) -> (Filter, Matches) {
        let mut selection = self.select(&filter);
        let only_query = Filter {
            query: filter.query,
            ..Filter::default()
        };
        let found = selection.count > 0 || self.rows_of(&only_query, &|_| true).contains(&true);
        filter.query = match found {
            true => only_query.query,
            false => Query::natural(text, self.has_discs(), normalize),
        };
        if !found {
            selection = self.select(&filter);
        }
        (filter, selection)
    }

    /// Whether the tracks are on several discs, so that `2-3` is a track.
    pub(super) fn has_discs(&self) -> bool {
        self.rows.iter().any(|row| row.place.disc.is_some())
    }

    /// The byte ranges to mark in a title, or in an artist: sorted, disjoint, and
    /// of whole clusters. `track` is the index in playing order.
    pub fn marks(&self, track: usize, field: Field, query: &Query) -> Vec<Range<usize>> {
        // One flag per byte.
        let mut marked: Vec<bool> = Vec::new();
        let texts = query.texts();
        for (_, needle) in texts.filter(|(of, _)| *of == Field::Any || *of == field) {
            let column = needle.column(self.folded(field));
            for found in column.originals(track, needle.folded()) {
                marked.resize(marked.len().max(found.end), false);
                marked[found].fill(true);
            }
        }
        // The end of the last range.
        marked.push(false);
        let mut marks = Vec::new();
        let mut start = 0;
        for (at, &is_marked) in marked.iter().enumerate() {
            if !is_marked {
                if start < at {
                    marks.push(start..at);
                }
                start = at + 1;
            }
        }
        marks
    }

    /// One flag per row: whether it matches the filter. Only terms for which
    /// `counts` is true are applied.
    pub(super) fn rows_of(&self, filter: &Filter, counts: &dyn Fn(&Term) -> bool) -> Vec<bool> {
        let mut shown = match filter.thumbs() {
            Some(span) => self.long(span),
            None => vec![true; self.rows.len()],
        };
        for term in filter.query.terms().iter().filter(|term| counts(term)) {
            for (shown, passed) in shown.iter_mut().zip(self.satisfying(term)) {
                *shown &= passed;
            }
        }
        shown
    }

    /// The folded words of a title, separated by single spaces.
    pub(super) fn words(&self, track: usize) -> &str {
        self.titles.words.text(track)
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// One flag per row: whether it satisfies the term. What is unknown
    /// satisfies neither a predicate nor its opposite.
    fn satisfying(&self, term: &Term) -> Vec<bool> {
        let mut passed = self.passing(&term.test);
        if term.excluded {
            for (passed, row) in passed.iter_mut().zip(&self.rows) {
                *passed = !*passed && row.decides(&term.test);
            }
        }
        passed
    }

    /// One flag per row: whether it satisfies the predicate.
    fn passing(&self, test: &Predicate) -> Vec<bool> {
        match test {
            Predicate::Text(field, needle) => self.with_text(*field, needle),
            Predicate::Length(span) => self.long(*span),
            Predicate::UnknownLength => self.rows_where(&|row| row.length.is_none()),
            Predicate::LengthOrText(span, needle) => {
                either(self.long(*span), self.with_text(Field::Any, needle))
            }
            Predicate::Number(range) => self.rows_where(&|row| {
                (range.first..=range.last).contains(&row.place.number)
                    && (range.disc.is_none() || row.place.disc == range.disc)
            }),
            Predicate::At(time) => self.rows_where(&|row| {
                let played = row.start.zip(row.length);
                played.is_some_and(|(start, length)| start <= *time && *time < start + length)
            }),
            Predicate::Pick => self.rows_where(&|row| row.pick),
            Predicate::Longest => self.rows_where(&|row| row.longest),
            Predicate::Shortest => self.rows_where(&|row| row.shortest),
            Predicate::Either(terms) => {
                let none = vec![false; self.rows.len()];
                let passed = terms.iter().map(|term| self.satisfying(term));
                passed.fold(none, either)
            }
        }
    }

    /// One flag per row: whether its text contains the needle.
    pub(super) fn with_text(&self, field: Field, needle: &Needle) -> Vec<bool> {
        let found = |field| needle.column(self.folded(field)).rows_with(needle.folded());
        match field {
            Field::Any if self.has_artists => either(found(Field::Title), found(Field::Artist)),
            _ => found(field),
        }
    }

    fn folded(&self, field: Field) -> &Folded {
        match field {
            Field::Artist => &self.artists,
            Field::Any | Field::Title => &self.titles,
        }
    }

    fn long(&self, span: LengthRange) -> Vec<bool> {
        self.rows_where(&|row| row.length.is_some_and(|length| span.holds(length)))
    }

    fn rows_where(&self, holds: &dyn Fn(&Row) -> bool) -> Vec<bool> {
        self.rows.iter().map(holds).collect()
    }
}

/// One flag per row: whether one of two flags is set.
fn either(mut one: Vec<bool>, other: Vec<bool>) -> Vec<bool> {
    for (one, other) in one.iter_mut().zip(other) {
        *one |= other;
    }
    one
}

impl Row {
    /// Whether enough is known of the track to say that the predicate does not
    /// hold.
    fn decides(&self, test: &Predicate) -> bool {
        match test {
            Predicate::Length(_)
            | Predicate::LengthOrText(..)
            | Predicate::Longest
            | Predicate::Shortest => self.length.is_some(),
            Predicate::At(_) => self.start.is_some() && self.length.is_some(),
            _ => true,
        }
    }
}
