//! The search in progress, as the signals that the controls write and the list
//! reads.
//!
//! What a filter means is `filter`'s business, how rows change is `browser`'s.
//! Here is decided *when*: rows follow each key, while the address and what is
//! spoken wait until the reader pauses.

use std::{ops::Range, sync::OnceLock, time::Duration};

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::track_status::STATUS;
use crate::dom;
use model::{Track, TrackId};
use search::{Index, Query, SearchParams, SearchResults, UnicodeSupport};

/// Half a second without a key is a pause in typing. It also keeps writes to
/// the address below the 100 in 30 seconds at which Safari throws.
const PAUSE: Duration = Duration::from_millis(500);

/// The search in progress. Copies share their state.
#[derive(Clone, Copy)]
pub struct SearchStore {
    /// What is asked for. What it comes to is always read with it.
    search: RwSignal<SearchParams>,
    outcome: Memo<SearchResults>,
    /// What is to be spoken; changes when the reader pauses.
    pub spoken: RwSignal<Option<String>>,
    /// How many changes are complete, such as when the reader pauses.
    pub settled: RwSignal<usize>,
    pub tracks: StoredValue<Vec<Track>>,
    index: StoredValue<OnceLock<Index>>,
    pause: StoredValue<Option<TimeoutHandle>>,
}

pub(super) const UNICODE: UnicodeSupport = UnicodeSupport {
    normalize: dom::normalize,
    collator: dom::collator,
};

impl SearchStore {
    /// A search that shows every one of an album's tracks, in playing order.
    pub fn new(tracks: Vec<Track>) -> Self {
        let search = RwSignal::new(SearchParams::default());
        let tracks = StoredValue::new(tracks);
        let index = StoredValue::new(OnceLock::new());
        let outcome = Memo::new(move |before: Option<&SearchResults>| {
            tracks.with_value(|tracks| {
                index.with_value(|index| {
                    let index = || made(index, tracks);
                    SearchResults::new(search.get(), before, tracks, index, UNICODE)
                })
            })
        });
        Self {
            search,
            outcome,
            spoken: RwSignal::new(None),
            settled: RwSignal::new(0),
            tracks,
            index,
            pause: StoredValue::new(None),
        }
    }

    /// Reads what the search comes to, and follows it.
    pub fn with<T>(&self, read: impl FnOnce(&SearchResults) -> T) -> T {
        self.outcome.with(read)
    }

    /// The same without following it.
    pub fn with_untracked<T>(&self, read: impl FnOnce(&SearchResults) -> T) -> T {
        self.outcome.with_untracked(read)
    }

    /// Changes the search while the reader goes on: at each key in the box and
    /// each step of a thumb. The rows follow at once, the address and the live
    /// region after a pause.
    pub fn input(&self, change: impl FnOnce(&mut SearchParams)) {
        self.search.update(change);
        self.cancel_pause();
        let search = *self;
        let pause = set_timeout_with_handle(move || search.settle(), PAUSE);
        self.pause.set_value(pause.ok());
    }

    /// Changes the search by one complete step, such as a click: address and live
    /// region are updated at once.
    pub fn commit(&self, change: impl FnOnce(&mut SearchParams)) {
        self.search.update(change);
        self.settle();
    }

    /// Starts with the search of the address, or with what was entered before
    /// hydration; from then on follows the history and the keyboard.
    pub fn start(self, initial: SearchParams) {
        self.restore(initial);
        dom::mark_opened();
        // An address may lead to a row that its own search hides.
        self.reveal(&dom::target());
        if dom::is_at_top() && self.with_untracked(|now| !now.filter.is_empty()) {
            dom::show_found();
        }
        dom::on_popstate(move |params, followed| {
            self.restore(params);
            if let Some(id) = followed {
                self.reveal(&id);
            }
        });
        dom::on_search_link(move |params| {
            self.commit(|search| *search = params);
            dom::focus(STATUS);
            dom::show_found();
        });
        // First the text, then the thumbs.
        dom::on_key(move || {
            self.commit(|search| match search.text.is_empty() {
                true => search.show_all(),
                false => search.text.clear(),
            });
        });
        // Made soon, the index does not delay the first key.
        set_timeout(move || self.with_index(|_| ()), Duration::ZERO);
    }

    /// Asks the index, which is made when it is first asked.
    pub fn with_index<T>(&self, ask: impl FnOnce(&Index) -> T) -> T {
        self.tracks
            .with_value(|tracks| self.index.with_value(|index| ask(made(index, tracks))))
    }

    /// The titles that may have been meant; none where something matches.
    pub fn nearest(&self) -> Vec<String> {
        let nearest = self.with_untracked(|now| match now.selection.count {
            0 => self.with_index(|index| index.nearest(&now.filter.query)),
            _ => Vec::new(),
        });
        let title =
            |tracks: &Vec<Track>| nearest.iter().map(|&at| tracks[at].title.clone()).collect();
        self.tracks.with_value(title)
    }

    /// The bytes of a track's title that the query marks.
    pub fn marks(&self, track: usize) -> Vec<Range<usize>> {
        self.with_untracked(|now| match now.filter.query.is_empty() {
            true => Vec::new(),
            false => self.with_index(|index| index.marks(track, &now.filter.query)),
        })
    }

    /// Replaces the search by one from the address, and writes nothing.
    fn restore(&self, params: SearchParams) {
        // What was typed before must not be written any more.
        self.cancel_pause();
        if self.search.with_untracked(|search| *search != params) {
            self.search.set(params);
        }
    }

    /// Shows every track again, for a button that then goes away: the focus goes
    /// to the status. The order stays.
    pub fn clear(&self) {
        self.commit(SearchParams::show_all);
        dom::focus(STATUS);
    }

    /// Offers titles in the element of this id; one that is chosen is what is
    /// searched for from then on.
    pub fn offer(self, id: &str, titles: Vec<String>) {
        dom::offer(id, titles, move |title| {
            self.commit(|search| {
                search.show_all();
                search.text = Query::text_for(title);
            });
            dom::focus(STATUS);
        });
    }

    /// Leads to a track's row, as a link to it would.
    pub fn lead_to(&self, place: TrackId) {
        let id = place.to_string();
        dom::go_to(&id);
        self.reveal(&id);
    }

    /// Gives way where the search hides the row of this id, so that a link
    /// never leads nowhere. The history keeps the search an entry before.
    fn reveal(&self, id: &str) {
        let track = self.tracks.with_value(|tracks| {
            let is_it = |track: &Track| track.place().to_string() == id;
            tracks.iter().position(is_it)
        });
        let hidden = |track: usize| self.with_untracked(|now| !now.selection.shown[track]);
        if track.is_some_and(hidden) {
            self.cancel_pause();
            self.search.update(SearchParams::show_all);
            self.search.with_untracked(dom::replace_params);
            self.speak();
        }
    }

    /// Writes the address and updates the live region, without waiting for the
    /// pause: at the `change` event of a control.
    pub fn settle(&self) {
        self.cancel_pause();
        self.search.with_untracked(dom::push_params);
        self.speak();
        self.settled.update(|settled| *settled += 1);
    }

    /// Speaks what was found. Where that is nothing, the search itself is left
    /// out: a further letter would have the same spoken again.
    fn speak(&self) {
        let nearest = self.nearest().join(", ");
        let words = self.with_untracked(|now| {
            let mut words = "No track matches.".to_owned();
            if now.selection.count > 0 {
                words = now.selection.status();
                if let Some(search) = now.filter.describe() {
                    words += ", ";
                    words += &search;
                }
            }
            if !nearest.is_empty() {
                words += " Did you mean ";
                words += &nearest;
                words += "?";
            }
            if let Some(hint) = now.filter.query.advice() {
                words += " ";
                words += &hint;
            }
            words
        });
        if self
            .spoken
            .with_untracked(|spoken| spoken.as_ref() != Some(&words))
        {
            self.spoken.set(Some(words));
        }
    }

    fn cancel_pause(&self) {
        if let Some(pause) = self.pause.try_update_value(Option::take).flatten() {
            pause.clear();
        }
    }
}

fn made<'a>(index: &'a OnceLock<Index>, tracks: &[Track]) -> &'a Index {
    index.get_or_init(|| Index::new(tracks, dom::normalize))
}
