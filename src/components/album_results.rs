//! The search results in other albums, grouped by album: matching albums and
//! matching tracks. Each links to its album's page with the same search.

use leptos::prelude::*;

use super::{
    erased::{at, effect, flag, text},
    fixed::fixed,
    search_store::{SearchStore, UNICODE},
};
use crate::dom::{self, ResultAlbum, ResultTrack};
use model::text::{concat, count};
use search::{Found, FoundAlbum, Library, Query, SearchResults};

/// The number of results (tracks and whole albums) rendered at first, and added by
/// each press of the button. More would slow down each key.
const DRAWN: usize = 200;
/// The id of the element with the results.
const LIST: &str = "results";
/// The id of the element with the suggestions.
const OFFERS: &str = "other-offers";
const INVITATION: &str = "Type above to search the other albums as well.";

#[component]
pub fn AlbumResults(
    /// The state of the search.
    search: SearchStore,
    /// The other albums; `None` until they are loaded.
    library: RwSignal<Option<Library>>,
    /// The relative path from this page to the site's root.
    root: String,
) -> impl IntoView {
    let drawn = RwSignal::new(DRAWN);
    let status = RwSignal::new(None::<String>);
    // The live region: set when the albums have loaded, then when a search settles.
    // The visible status changes at each key.
    let spoken = RwSignal::new(None::<String>);
    let more = RwSignal::new(false);
    // A new search starts with the first results again.
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
                // In the next frame, as in `NoMatch`.
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
        <p class=fixed("found")>{text(move || status.get())}</p>
        <p class=fixed("spoken") role=fixed("status")>
            {text(move || spoken.get())}
        </p>
        <p id=fixed(OFFERS)></p>
        <div id=fixed(LIST)></div>
        <button
            type=fixed("button")
            hidden=flag(move || !more.get())
            on:click:capture=at(move |_| drawn.update(|drawn| *drawn += DRAWN))
        >
            {concat(&["Show ", &count(DRAWN), " more"])}
        </button>
    }
}

/// The titles and names to suggest; empty if there are results.
fn nearest(search: SearchStore, library: RwSignal<Option<Library>>, nothing: bool) -> Vec<String> {
    library.with_untracked(|library| match library {
        Some(library) if nothing => search.with_untracked(|now| library.nearest(&now.filter.query)),
        _ => Vec::new(),
    })
}

/// The first `most` results, ready to be rendered.
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
        let home = concat(&[root, &album.slug, "/"]);
        let page = concat(&[&home, &address]);
        let track = |&track: &usize| result(query, library, track, &page);
        Some(ResultAlbum {
            title: album.title.clone(),
            about,
            tracks: tracks.iter().map(track).collect(),
            // Without the search: an album's name matches no track on its page.
            page: if whole { home } else { page },
        })
    });
    drawn.collect()
}

fn result(query: &Query, library: &Library, track: usize, page: &str) -> ResultTrack {
    let marks = library.index().marks(track, query);
    let track = library.track(track);
    ResultTrack {
        href: concat(&[page, "#", &track.place().row_id()]),
        number: track.place().label(),
        title: track.title.clone(),
        marks,
        length: track.length.text(),
    }
}
