//! The search results in other albums, grouped by album: matching albums and
//! matching tracks. Each links to its album's page with the same search.

use leptos::prelude::*;

use super::{
    erased::{at, effect, flag, text},
    fixed::fixed,
    search_store::{SearchStore, UNICODE},
};
use crate::dom;
use model::text::{concat, count};
use search::{Field, Found, Library, Query, SearchResults, export};

/// The number of results (tracks and whole albums) rendered at first, and added by
/// each press of the button. More would slow down each key.
const DRAWN: usize = 200;
/// The id of the element with the results.
const LIST: &str = "results";
/// The id of the element with the suggestions.
const SUGGESTIONS: &str = "other-suggestions";
const INVITATION: &str = "Type above to search the other albums as well.";

#[component]
pub fn AlbumResults(
    /// The state of the search.
    search: SearchStore,
) -> impl IntoView {
    // More results are rendered for one search only, by its number.
    let (drawn, drawn_for) = (RwSignal::new(DRAWN), RwSignal::new(0));
    let most = move |now: &SearchResults| match drawn_for.get() == now.turn {
        true => drawn.get(),
        false => DRAWN,
    };
    let more = move || search.with(|now| drawable(now) > most(now));
    let draw_more = move |_| {
        let turn = search.with_untracked(|now| now.turn);
        if drawn_for.get_untracked() != turn {
            drawn_for.set(turn);
            drawn.set(DRAWN);
        }
        drawn.update(|drawn| *drawn += DRAWN);
    };
    effect(move || {
        search.with(|now| {
            search.library.with_untracked(|library| {
                if let (Some(library), Some((filter, found))) = (library, &now.others) {
                    let root = search.root();
                    show(now, &filter.query, library, found, most(now), &root);
                }
            });
        });
        // In the next frame, as in `NoMatch`.
        request_animation_frame(move || search.suggest(SUGGESTIONS, nearest(search)));
    });
    // The visible status changes at each key; the live region when the albums have
    // loaded and when a search settles.
    let spoken = move || {
        search.library.track();
        search.settled.track();
        search.with_untracked(status)
    };
    view! {
        <p class=fixed("found")>{text(move || search.with(status))}</p>
        <p class=fixed("spoken") role=fixed("status")>
            {text(spoken)}
        </p>
        <p id=fixed(SUGGESTIONS)></p>
        <div id=fixed(LIST)></div>
        <button
            type=fixed("button")
            hidden=flag(move || !more())
            on:click:capture=at(draw_more)
        >
            {concat(&["Show ", &count(DRAWN), " more"])}
        </button>
    }
}

fn status(now: &SearchResults) -> Option<String> {
    let (filter, found) = now.others.as_ref()?;
    Some(match filter.is_empty() {
        true => INVITATION.to_owned(),
        false => found.status(),
    })
}

/// The number of results.
fn drawable(now: &SearchResults) -> usize {
    let others = now.others.as_ref();
    others.map_or(0, |(_, found)| found.whole + found.count)
}

/// The titles and names to suggest; empty if there are results.
fn nearest(search: SearchStore) -> Vec<String> {
    search.library.with_untracked(|library| {
        search.with_untracked(|now| match library {
            Some(library) if now.others.is_some() && drawable(now) == 0 => {
                library.nearest(&now.filter.query)
            }
            _ => Vec::new(),
        })
    })
}

/// Shows the first `most` results.
fn show(
    now: &SearchResults,
    query: &Query,
    library: &Library,
    found: &Found,
    most: usize,
    root: &str,
) {
    let list = dom::ResultList::new(LIST);
    let address = now.search.to_address("");
    let sort = now.search.sort;
    let compare = UNICODE.comparison(sort);
    let mut left = most;
    for found in &found.albums {
        if left == 0 {
            break;
        }
        left -= usize::from(found.whole);
        let mut tracks = library.sorted(found, sort, &*compare);
        tracks.truncate(left);
        left -= tracks.len();
        let album = library.album(found.album);
        let home = concat(&[root, &album.slug, "/"]);
        let page = concat(&[&home, &address]);
        let rows = match found.whole {
            // Without the search: an album's name matches no track on its page.
            true => {
                let about = [&*album.credit, " · ", &library.size(found.album)];
                list.album(&home, &album.title, &concat(&about))
            }
            false => list.album(&page, &album.title, &album.credit),
        };
        for at in tracks {
            let track = library.track(at);
            let id = track.place();
            let marks = |field| library.index().marks(at, field, query);
            rows.track(&dom::ResultTrack {
                number: &id.label(),
                href: &concat(&[&page, "#", &id.row_id()]),
                title: &track.title,
                title_marks: &marks(Field::Title),
                artist: track.artist.as_deref().unwrap_or_default(),
                artist_marks: &marks(Field::Artist),
                length: &export::length(track),
            });
        }
    }
}
