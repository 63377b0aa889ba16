//! The tracks found in other albums, album by album, each a link to its row on
//! that album's page with the same search.

use leptos::prelude::*;

use super::{
    follow::{at, effect, flag, text},
    live_search::LiveSearch,
};
use crate::{
    browser::{self, ResultAlbum, ResultTrack},
    filter::{Found, Library, Outcome, Query},
};

/// Tracks that are drawn at first, and with each press of the button. More
/// would make a key slow, and nobody reads them before typing on.
const DRAWN: usize = 200;
/// The id of the element that they are drawn into.
const LIST: &str = "results";
const INVITATION: &str = "Type above to search the other albums as well.";

#[component]
pub fn AlbumResults(
    /// The search in progress.
    search: LiveSearch,
    /// The other albums; `None` until they are there.
    library: RwSignal<Option<Library>>,
    /// What leads from this page to the site's root.
    root: String,
) -> impl IntoView {
    let drawn = RwSignal::new(DRAWN);
    let status = RwSignal::new(None::<String>);
    // As with the album's own: seen at each key, spoken at a pause, and at once
    // where nothing is found.
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
        library.with(|library| {
            search.with(|now| {
                let Some(library) = library.as_ref().filter(|_| now.search.all) else {
                    return;
                };
                let found = library.find(&now.filter);
                status.set(Some(match now.filter.is_empty() {
                    true => INVITATION.to_owned(),
                    false => found.status(),
                }));
                if found.count == 0 {
                    spoken.set(status.get_untracked());
                }
                more.set(found.count > most);
                browser::show_results(LIST, albums(now, library, &found, most, &root));
            });
        });
    });
    effect(move || {
        search.settled.track();
        library.track();
        spoken.set(status.get_untracked());
    });
    view! {
        <p class="found">{text(move || status.get())}</p>
        <p class="spoken" role="status">
            {text(move || spoken.get())}
        </p>
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

/// The first `most` tracks of what was found, ready to be drawn.
fn albums(
    now: &Outcome,
    library: &Library,
    found: &Found,
    most: usize,
    root: &str,
) -> Vec<ResultAlbum> {
    let address = now.search.to_address("");
    let mut left = most;
    let drawn = found.albums.iter().map_while(|(album, tracks)| {
        let tracks = &tracks[..tracks.len().min(left)];
        left -= tracks.len();
        let album = library.album(*album);
        let page = format!("{root}{}/{address}", album.slug);
        let track = |&track: &usize| result(&now.filter.query, library, track, &page);
        let tracks: Vec<_> = tracks.iter().map(track).collect();
        (!tracks.is_empty()).then(|| ResultAlbum {
            title: album.title.clone(),
            composer: album.composer.clone(),
            tracks,
            page,
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
