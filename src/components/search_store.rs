//! The state of the search: signals that the controls write and the list reads.
//!
//! The crate `search` computes the results and `dom` updates the rows. This module
//! decides *when*: the rows update at each key, the address and the live region
//! only after a pause in typing.

use std::{ops::Range, time::Duration};

use leptos::prelude::*;

use super::{searched_page::SearchedPage, turn::Turn};
use crate::dom;
use model::{Track, TrackId, TracksFile, payload::SearchData, text::concat};
use search::{Field, Library, Query, SearchParams, SearchResults, UnicodeSupport};

/// Half a second without a key counts as a pause in typing. It also keeps writes
/// to the history below the 100 in 30 seconds at which Safari throws.
const PAUSE: Duration = Duration::from_millis(500);

/// The id of the status line. It receives the focus when a pressed button is
/// hidden.
pub(super) const STATUS: &str = "track-status";

/// The state of the page's search. Copies share it.
#[derive(Clone, Copy)]
pub struct SearchStore {
    /// The parameters. Read them through `outcome`, which holds a copy.
    search: RwSignal<SearchParams>,
    /// The results, and the number of the page that they are of.
    outcome: Memo<(usize, SearchResults)>,
    /// The text of the live region; it changes after a pause or a complete step.
    pub spoken: RwSignal<Option<String>>,
    /// The number of settled changes: after a pause, and at each complete step.
    pub settled: RwSignal<usize>,
    page: StoredValue<SearchedPage>,
    /// Counts the pages that were shown, so that what depends on the album follows.
    pages: RwSignal<usize>,
    /// The other albums; `None` until they are loaded.
    pub library: RwSignal<Option<Library>>,
    /// Started by each change that is not settled at once.
    pause: Turn,
}

pub(super) const UNICODE: UnicodeSupport = UnicodeSupport {
    normalize: dom::normalize,
    collator: dom::collator,
};

impl SearchStore {
    /// A search that shows all tracks of the page's album, in playing order.
    pub fn new(data: SearchData) -> Self {
        let search = RwSignal::new(SearchParams::default());
        let library = RwSignal::new(None::<Library>);
        let page = StoredValue::new(SearchedPage::new(data));
        let pages = RwSignal::new(0);
        // The memo owns the results, so that it neither clones nor compares them.
        let outcome = Memo::new_owning(move |before: Option<(usize, SearchResults)>| {
            let number = pages.get();
            page.with_value(|page| {
                let tracks = &page.data.tracks;
                let (mut now, is_new) = match before {
                    Some((of, before)) if of == number => (before, false),
                    Some((_, before)) => (before.of_next(tracks), true),
                    None => (SearchResults::all(tracks), true),
                };
                let index = || page.index();
                let changed = library.with(|library| {
                    let library = library.as_ref();
                    search.with(|search| now.update(search, tracks, index, library, UNICODE))
                });
                ((number, now), changed || is_new)
            })
        });
        Self {
            search,
            outcome,
            spoken: RwSignal::new(None),
            settled: RwSignal::new(0),
            page,
            pages,
            library,
            pause: Turn::new(),
        }
    }

    /// Shows another page's album, with the search in the address.
    pub fn show_page(self, data: SearchData) {
        dom::mark_shown();
        self.library.update(|library| {
            if let Some(library) = library {
                library.set_current(&data.slug);
            }
        });
        self.page.set_value(SearchedPage::new(data));
        self.spoken.set(None);
        self.pages.update(|number| *number += 1);
        self.restore(dom::address_params());
        self.reveal(&dom::target());
    }

    /// The number of the page that is shown. Subscribes to it: reads of the page
    /// and its tracks do not.
    pub fn page_number(&self) -> usize {
        self.pages.get()
    }

    /// Reads the results and subscribes to them.
    pub fn with<T>(&self, read: impl FnOnce(&SearchResults) -> T) -> T {
        self.outcome.with(|(_, now)| read(now))
    }

    /// Reads the results without subscribing.
    pub fn with_untracked<T>(&self, read: impl FnOnce(&SearchResults) -> T) -> T {
        self.outcome.with_untracked(|(_, now)| read(now))
    }

    /// Updates the search at each key in the box and each step of a thumb. The
    /// rows update at once, the address and the live region after a pause.
    pub fn input(&self, change: impl FnOnce(&mut SearchParams)) {
        self.search.update(change);
        let search = *self;
        let turn = self.pause.begin();
        let settle = move || {
            if search.pause.is(turn) {
                search.settle();
            }
        };
        set_timeout(settle, PAUSE);
    }

    /// Updates the search by one complete step, such as a click, and settles it:
    /// the address and the live region update at once.
    pub fn commit(&self, change: impl FnOnce(&mut SearchParams)) {
        self.search.update(change);
        self.settle();
    }

    /// Starts from the parameters in the address and in the inputs as they were
    /// before hydration, then listens to history, link and keyboard events.
    pub fn start(self, initial: SearchParams) {
        let is_new = initial != dom::address_params();
        self.restore(initial);
        dom::mark_opened();
        if is_new {
            // On the way back, a new entry would drop those ahead.
            self.search.with_untracked(dom::replace_params);
            self.speak();
        }
        // The hash of an address may name a row that its own search hides.
        self.reveal(&dom::target());
        if dom::is_at_top() && self.with_untracked(|now| !now.filter.is_empty()) {
            dom::show_found();
        }
        dom::on_popstate(move |params, followed| {
            if self.restore(params) {
                self.speak();
            }
            if let Some(id) = followed {
                self.reveal(&id);
            }
        });
        dom::on_search_link(move |params| {
            self.commit(|search| *search = params);
            dom::focus(STATUS);
            dom::show_found();
        });
        // The first Esc clears the text, the second the length range.
        dom::on_key(move || {
            self.commit(|search| match search.text.is_empty() {
                true => search.show_all(),
                false => search.text.clear(),
            });
        });
        // Build the index early, so that it does not delay the first key.
        set_timeout(
            move || self.page.with_value(|page| _ = page.index()),
            Duration::ZERO,
        );
    }

    /// Reads the page's data.
    pub fn with_page<T>(&self, read: impl FnOnce(&SearchData) -> T) -> T {
        self.page.with_value(|page| read(&page.data))
    }

    /// Reads the tracks of the album, in playing order.
    pub fn with_tracks<T>(&self, read: impl FnOnce(&[Track]) -> T) -> T {
        self.with_page(|page| read(&page.tracks))
    }

    /// Whether the site has other albums.
    pub fn has_others(&self) -> bool {
        self.with_page(|page| page.every_album.is_some())
    }

    /// The relative path from this page to the site's root.
    pub fn root(&self) -> String {
        let root = |file: &TracksFile| file.root.clone();
        self.with_page(|page| page.every_album.as_ref().map(root).unwrap_or_default())
    }

    /// The relative path from here to the review's own page, where this is the front page.
    pub fn lasting_path(&self) -> String {
        match self.has_others() && self.root().is_empty() {
            true => self.with_page(|page| concat(&[&page.slug, "/"])),
            false => String::new(),
        }
    }

    /// Titles to suggest; empty unless nothing matches.
    pub fn nearest(&self) -> Vec<String> {
        self.with_untracked(|now| match now.selection.count {
            0 => self.page.with_value(|page| page.nearest(&now.filter.query)),
            _ => Vec::new(),
        })
    }

    /// A track's title or artist, and its byte ranges that match the query.
    pub fn marked(&self, track: usize, field: Field) -> (String, Vec<Range<usize>>) {
        self.with_untracked(|now| {
            self.page
                .with_value(|page| page.marked(track, field, &now.filter.query))
        })
    }

    /// Replaces the search with one from the address, and returns whether it was
    /// another; writes neither the address nor the live region.
    fn restore(&self, params: SearchParams) -> bool {
        // A pending pause would write the previous search to the address.
        self.pause.begin();
        let changes = self.search.with_untracked(|search| *search != params);
        if changes {
            self.search.set(params);
        }
        changes
    }

    /// Shows all tracks and keeps the sort order. Moves the focus to the status
    /// line, because the pressed button is hidden afterwards.
    pub fn clear(&self) {
        self.commit(SearchParams::show_all);
        dom::focus(STATUS);
    }

    /// Shows title suggestions in the element with this id; choosing one searches
    /// for it.
    pub fn suggest(self, id: &str, titles: Vec<String>) {
        dom::show_suggestions(id, titles, move |title| {
            self.commit(|search| {
                search.show_all();
                search.text = Query::text_for(title);
            });
            dom::focus(STATUS);
        });
    }

    /// Goes to a track's row, as a link to it would.
    pub fn go_to(&self, place: TrackId) {
        let id = place.row_id();
        dom::go_to(&id);
        self.reveal(&id);
    }

    /// Resets the filter if it hides the row with this id, so that a link always
    /// reaches its row. The previous history entry keeps the search.
    fn reveal(&self, id: &str) {
        let track = self.with_tracks(|tracks| {
            let is_it = |track: &Track| track.place().row_id() == id;
            tracks.iter().position(is_it)
        });
        let hidden = |track: usize| self.with_untracked(|now| !now.selection.shown[track]);
        if track.is_some_and(hidden) {
            self.pause.begin();
            self.search.update(SearchParams::show_all);
            self.search.with_untracked(dom::replace_params);
            self.speak();
        }
    }

    /// Writes the address and the live region at once, without waiting for the
    /// pause. Controls call it at their `change` event.
    pub fn settle(&self) {
        self.pause.begin();
        self.search.with_untracked(dom::push_params);
        self.speak();
        self.settled.update(|settled| *settled += 1);
    }

    /// Writes the results to the live region.
    fn speak(&self) {
        let nearest = self.nearest();
        let words = self.with_untracked(|now| now.announcement(&nearest));
        if self
            .spoken
            .with_untracked(|spoken| spoken.as_ref() != Some(&words))
        {
            self.spoken.set(Some(words));
        }
    }
}
