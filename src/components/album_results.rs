//! The albums found beside this one, and the tracks found in others, album by
//! album, each a link to its row on that album's page with the same search.

use leptos::prelude::*;

use super::{
    erased::{at, effect, flag, text},
    search_store::{SearchStore, UNICODE},
};
use crate::dom::{self, ResultAlbum, ResultTrack};
use search::{Found, FoundAlbum, Library, Query, SearchResults};

/// Tracks and whole albums that are drawn at first, and with each press of the button. More
/// would make a key slow, and nobody reads them before typing on.
const DRAWN: usize = 200;
/// The id of the element that they are drawn into.
const LIST: &str = "results";
/// The id of the element that near titles are offered in.
const OFFERS: &str = "other-offers";
const INVITATION: &str = "Type above to search the other albums as well.";

#[component]
pub fn AlbumResults(
    /// The search in progress.
    search: SearchStore,
    /// The other albums; `None` until they are there.
    library: RwSignal<Option<Library>>,
    /// What leads from this page to the site's root.
    root: String,
) -> impl IntoView {
    let drawn = RwSignal::new(DRAWN);
    let status = RwSignal::new(None::<String>);
    // As with the album's own: seen at each key, spoken at a pause, and first
    // when the albums are there.
    let spoken = RwSignal::new(None::<String>);
    let more = RwSignal::new(false);
    // A new search begins with the first tracks again.
    effect(move || {
        search.with(|_| ());
        if drawn.get_untracked() != DRAWN {
            drawn.set(DRAWN);
        }
    });
    effect(move || {
        let most = drawn.get();
        library.with(|loaded| {
            search.with(|now| {
                let Some(loaded) = loaded.as_ref().filter(|_| now.search.all) else {
                    return;
                };
                let (filter, found) = loaded.answer(&now.search, dom::normalize);
                status.set(Some(match filter.is_empty() {
                    true => INVITATION.to_owned(),
                    false => found.status(),
                }));
                let drawable = found.whole + found.count;
                if spoken.with_untracked(Option::is_none) {
                    spoken.set(status.get_untracked());
                }
                more.set(drawable > most);
                // As with this album's own titles, in a frame of its own.
                request_animation_frame(move || {
                    search.offer(OFFERS, nearest(search, library, drawable == 0));
                });
                dom::show_results(
                    LIST,
                    albums(now, &filter.query, loaded, &found, most, &root),
                );
            });
        });
    });
    effect(move || {
        search.settled.track();
        spoken.set(status.get_untracked());
    });
    view! {
        <p class="found">{text(move || status.get())}</p>
        <p class="spoken" role="status">
            {text(move || spoken.get())}
        </p>
        <p id=OFFERS></p>
        <div id=LIST></div>
        <button
            type="button"
            hidden=flag(move || !more.get())
            on:click:capture=at(move |_| drawn.update(|drawn| *drawn += DRAWN))
        >
            {format!("Show {DRAWN} more")}
        </button>
    }
}

/// The titles and names to offer; none where something is found.
fn nearest(search: SearchStore, library: RwSignal<Option<Library>>, nothing: bool) -> Vec<String> {
    library.with_untracked(|library| match library {
        Some(library) if nothing => search.with_untracked(|now| library.nearest(&now.filter.query)),
        _ => Vec::new(),
    })
}

/// The first `most` of what was found, ready to be drawn.
fn albums(
    now: &SearchResults,
    query: &Query,
    library: &Library,
    found: &Found,
    most: usize,
    root: &str,
) -> Vec<ResultAlbum> {
    let address = now.search.to_address("");
    let sort = now.search.sort;
    let compare = UNICODE.comparison(sort);
    let mut left = most;
    let drawn = found.albums.iter().map_while(|found| {
        if left == 0 {
            return None;
        }
        let FoundAlbum { album, whole, .. } = *found;
        left -= usize::from(whole);
        let mut tracks = library.sorted(found, sort, &*compare);
        tracks.truncate(left);
        left -= tracks.len();
        let mut about = library.album(album).composer.clone();
        if whole {
            about.push_str(" · ");
            about.push_str(&library.size(album));
        }
        let album = library.album(album);
        let home = format!("{root}{}/", album.slug);
        let page = format!("{home}{address}");
        let track = |&track: &usize| result(query, library, track, &page);
        Some(ResultAlbum {
            title: album.title.clone(),
            about,
            tracks: tracks.iter().map(track).collect(),
            // Its page would find none of its tracks by its own name.
            page: if whole { home } else { page },
        })
    });
    drawn.collect()
}

fn result(query: &Query, library: &Library, track: usize, page: &str) -> ResultTrack {
    let marks = library.index().marks(track, query);
    let track = library.track(track);
    ResultTrack {
        href: format!("{page}#{}", track.place()),
        number: track.place().label(),
        title: track.title.clone(),
        marks,
        length: track.length.to_string(),
    }
}
