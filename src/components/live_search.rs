//! The search in progress, as the signals that the controls write and the list
//! reads.
//!
//! What a filter means is `filter`'s business, how rows change is `browser`'s.
//! Here is decided *when*: rows follow each key, while the address and what is
//! spoken wait until the reader pauses.

use std::{cmp::Ordering, ops::Range, sync::OnceLock, time::Duration};

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use crate::{
    browser,
    filter::{Filter, Index, Query, Search, Selection, Sort, SortBy},
    review::{Album, Length, Track, TrackPlace},
};

/// Half a second without a key is a pause in typing. It also keeps writes to
/// the address below the 100 in 30 seconds at which Safari throws.
const PAUSE: Duration = Duration::from_millis(500);

/// The search in progress. Copies share their state.
#[derive(Clone, Copy)]
pub struct LiveSearch {
    pub text: RwSignal<String>,
    /// The thumbs' bounds; `None` where a thumb stands at its end.
    pub min: RwSignal<Option<Length>>,
    pub max: RwSignal<Option<Length>>,
    pub sort: RwSignal<Sort>,
    /// Whether every album of the site is searched.
    pub all: RwSignal<bool>,
    pub query: Memo<Query>,
    pub filter: Memo<Filter>,
    pub selection: Memo<Selection>,
    /// The tracks' indices in the order of the rows.
    pub order: Memo<Vec<usize>>,
    /// What is to be spoken; changes when the reader pauses.
    pub spoken: RwSignal<String>,
    /// How many changes are complete, such as when the reader pauses.
    pub settled: RwSignal<usize>,
    pub tracks: StoredValue<Vec<Track>>,
    index: StoredValue<OnceLock<Index>>,
    pause: StoredValue<Option<TimeoutHandle>>,
}

impl LiveSearch {
    /// A search that shows every track of the album.
    pub fn new(album: &Album) -> Self {
        let tracks = StoredValue::new(album.tracks.clone());
        let index = StoredValue::new(OnceLock::new());
        let text = RwSignal::new(String::new());
        let min = RwSignal::new(None);
        let max = RwSignal::new(None);
        let query = Memo::new(move |_| Query::parse(&text.read(), browser::normalize));
        let filter = Memo::new(move |_| Filter {
            query: query.get(),
            min: min.get(),
            max: max.get(),
        });
        let selection = Memo::new(move |_| {
            filter.with(|filter| match filter.is_empty() {
                // So the first render needs no index.
                true => tracks.with_value(|tracks| Selection::all(tracks)),
                false => with_index(index, tracks, |index| index.select(filter)),
            })
        });
        let sort = RwSignal::new(Sort::default());
        let order = Memo::new(move |_| tracks.with_value(|tracks| order(sort.get(), tracks)));
        Self {
            text,
            min,
            max,
            sort,
            all: RwSignal::new(false),
            query,
            filter,
            selection,
            order,
            spoken: RwSignal::new(String::new()),
            settled: RwSignal::new(0),
            tracks,
            index,
            pause: StoredValue::new(None),
        }
    }

    /// Asks the index, which is made when it is first asked.
    pub fn with_index<T>(&self, ask: impl FnOnce(&Index) -> T) -> T {
        with_index(self.index, self.tracks, ask)
    }

    /// The bytes of a track's title that the query marks.
    pub fn marks(&self, track: usize) -> Vec<Range<usize>> {
        self.query.with_untracked(|query| match query.is_empty() {
            true => Vec::new(),
            false => self.with_index(|index| index.marks(track, query)),
        })
    }

    /// The search as an address holds it.
    pub fn wanted(&self) -> Search {
        Search {
            text: self.text.get_untracked(),
            min: self.min.get_untracked(),
            max: self.max.get_untracked(),
            sort: self.sort.get_untracked(),
            all: self.all.get_untracked(),
        }
    }

    /// Takes a search over from the address or from what was entered before
    /// the page was live. Signals that are right already stay untouched.
    pub fn take_over(&self, wanted: Search) {
        let now = self.wanted();
        if now.text != wanted.text {
            self.text.set(wanted.text);
        }
        if (now.min, now.max) != (wanted.min, wanted.max) {
            self.min.set(wanted.min);
            self.max.set(wanted.max);
        }
        if now.sort != wanted.sort {
            self.sort.set(wanted.sort);
        }
        if now.all != wanted.all {
            self.all.set(wanted.all);
        }
    }

    /// Shows every track again; the order stays.
    pub fn clear(&self) {
        self.show_all();
        self.settle();
    }

    fn show_all(&self) {
        self.take_over(Search {
            sort: self.sort.get_untracked(),
            all: self.all.get_untracked(),
            ..Search::default()
        });
    }

    /// Leads to a track's row, as a link to it would.
    pub fn lead_to(&self, place: TrackPlace) {
        let id = place.to_string();
        browser::go_to(&id);
        self.reveal(&id);
    }

    /// Gives way where the search hides the row of this id, so that a link
    /// never leads nowhere. The history keeps the search an entry before.
    pub fn reveal(&self, id: &str) {
        let track = self.tracks.with_value(|tracks| {
            let is_it = |track: &Track| track.place().to_string() == id;
            tracks.iter().position(is_it)
        });
        let hidden = |track: usize| {
            self.selection
                .with_untracked(|selection| !selection.shown[track])
        };
        if track.is_some_and(hidden) {
            self.cancel_pause();
            self.show_all();
            browser::amend(&self.wanted());
            self.speak();
        }
    }

    /// Called at each key and each step of a thumb.
    pub fn changed(&self) {
        let search = *self;
        search.cancel_pause();
        if search
            .selection
            .with_untracked(|selection| selection.count == 0)
        {
            search.speak();
        }
        let pause = set_timeout_with_handle(move || search.settle(), PAUSE);
        self.pause.set_value(pause.ok());
    }

    /// Called when a change is complete: writes the address and speaks.
    pub fn settle(&self) {
        self.cancel_pause();
        browser::remember(&self.wanted());
        self.speak();
        self.settled.update(|settled| *settled += 1);
    }

    fn speak(&self) {
        let status = self.status_in_full();
        if self.spoken.with_untracked(|spoken| *spoken != status) {
            self.spoken.set(status);
        }
    }

    fn status_in_full(&self) -> String {
        let status = self.selection.with_untracked(Selection::status);
        match self.filter.with_untracked(Filter::describe) {
            Some(words) => format!("{status}, {words}"),
            None => status,
        }
    }

    fn cancel_pause(&self) {
        if let Some(pause) = self.pause.try_update_value(Option::take).flatten() {
            pause.clear();
        }
    }
}

fn with_index<T>(
    index: StoredValue<OnceLock<Index>>,
    tracks: StoredValue<Vec<Track>>,
    ask: impl FnOnce(&Index) -> T,
) -> T {
    index.with_value(|index| {
        let made = || tracks.with_value(|tracks| Index::new(tracks, browser::normalize));
        ask(index.get_or_init(made))
    })
}

/// Titles are compared as the reader's language does, which only a browser knows.
fn order(sort: Sort, tracks: &[Track]) -> Vec<usize> {
    match sort.by {
        SortBy::Title => sort.order(tracks, browser::collator()),
        SortBy::Number | SortBy::Length => sort.order(tracks, |_, _| Ordering::Equal),
    }
}
