//! An index of tracks, which applies a filter: which rows match, how many they
//! are, how long they play, and which bytes of a title to mark.
//!
//! Built once per page (and once for all albums), then queried at each key
//! press. A term is searched in all rows at once, because the folded titles are
//! one string.

use std::ops::Range;

use super::{
    Filter, LengthRange, Needle, Predicate, Query, Term,
    fold::{Folded, Normalize},
};
use model::{Length, RunningTime, Track, TrackId, starts, text};

/// Folded titles, lengths and start times of tracks, in playing order.
#[derive(Clone, Debug)]
pub struct Index {
    rows: Vec<Row>,
    titles: Folded,
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
}

/// The tracks that match a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matches {
    /// One flag per track, in playing order.
    pub shown: Vec<bool>,
    /// The number of matching tracks.
    pub count: usize,
    /// The total length of the matching tracks.
    pub running_time: RunningTime,
}

impl Matches {
    /// The result of an empty filter: every track.
    pub fn all(tracks: &[Track]) -> Self {
        Self {
            shown: vec![true; tracks.len()],
            count: tracks.len(),
            running_time: tracks.iter().map(|track| track.length).sum(),
        }
    }

    /// The status line: `26 tracks · 1:35:45`, `8 of 26 tracks · 31:20`, or
    /// `12 tracks · at least 41:20`.
    pub fn status(&self) -> String {
        let all = self.shown.len();
        let of_all = match self.count == all {
            true => String::new(),
            false => text::concat(&[&text::count(self.count), " of "]),
        };
        let noun = match all {
            1 => " track · ",
            _ => " tracks · ",
        };
        text::concat(&[&of_all, &text::count(all), noun, &self.running_time.text()])
    }
}

impl Index {
    /// Folds the titles and computes when each track starts.
    pub fn new(tracks: &[Track], normalize: Normalize) -> Self {
        let mut index = Self {
            rows: Vec::with_capacity(tracks.len()),
            titles: Folded::default(),
        };
        index.add_album(tracks, normalize);
        index
    }

    /// Adds the tracks of another album; start times begin at zero again.
    pub(super) fn add_album(&mut self, tracks: &[Track], normalize: Normalize) {
        for (track, start) in tracks.iter().zip(starts(tracks)) {
            self.titles.add(&track.title, normalize);
            self.rows.push(Row {
                place: track.place(),
                length: track.length,
                start,
                pick: track.pick,
            });
        }
    }

    /// Adds a name that belongs to no track; it has no number and no length.
    pub(super) fn add_name(&mut self, name: &str, normalize: Normalize) {
        self.titles.add(name, normalize);
        self.rows.push(Row {
            place: TrackId {
                disc: None,
                number: 0,
            },
            length: None,
            start: None,
            pick: false,
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

    /// The byte ranges of a title to mark: sorted, disjoint, and of whole
    /// clusters. `track` is the index in playing order.
    pub fn marks(&self, track: usize, query: &Query) -> Vec<Range<usize>> {
        // One flag per byte.
        let mut marked: Vec<bool> = Vec::new();
        for needle in query.needles() {
            let column = needle.column(&self.titles);
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
            Predicate::Title(needle) => self.titled(needle),
            Predicate::Length(span) => self.long(*span),
            Predicate::UnknownLength => self.rows_where(&|row| row.length.is_none()),
            Predicate::LengthOrTitle(span, needle) => {
                let pairs = self.long(*span).into_iter().zip(self.titled(needle));
                pairs.map(|(long, titled)| long || titled).collect()
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
            Predicate::Longest => self.of_length(self.lengths().max()),
            Predicate::Shortest => self.of_length(self.lengths().min()),
            Predicate::Either(terms) => {
                let mut either = vec![false; self.rows.len()];
                for term in terms {
                    for (either, passed) in either.iter_mut().zip(self.satisfying(term)) {
                        *either |= passed;
                    }
                }
                either
            }
        }
    }

    /// One flag per row: whether its title contains the text.
    pub(super) fn titled(&self, needle: &Needle) -> Vec<bool> {
        needle.column(&self.titles).rows_with(needle.folded())
    }

    fn long(&self, span: LengthRange) -> Vec<bool> {
        self.rows_where(&|row| row.length.is_some_and(|length| span.holds(length)))
    }

    /// One flag per row: whether its length is known and is this one.
    fn of_length(&self, length: Option<Length>) -> Vec<bool> {
        self.rows_where(&|row| row.length.is_some() && row.length == length)
    }

    /// The known lengths.
    fn lengths(&self) -> impl Iterator<Item = Length> {
        self.rows.iter().filter_map(|row| row.length)
    }

    fn rows_where(&self, holds: &dyn Fn(&Row) -> bool) -> Vec<bool> {
        self.rows.iter().map(holds).collect()
    }
}

impl Row {
    /// Whether enough is known of the track to say that the predicate does not
    /// hold.
    fn decides(&self, test: &Predicate) -> bool {
        match test {
            Predicate::Length(_)
            | Predicate::LengthOrTitle(..)
            | Predicate::Longest
            | Predicate::Shortest => self.length.is_some(),
            Predicate::At(_) => self.start.is_some() && self.length.is_some(),
            _ => true,
        }
    }
}
