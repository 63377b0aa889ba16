//! The tracks found in other albums, album by album, each a link to its row on
//! that album's page with the same search.

use leptos::{html, prelude::*};

use super::live_search::LiveSearch;
use crate::{
    browser::{self, ResultAlbum, ResultTrack},
    filter::{Found, Library},
};

/// Tracks that are drawn at first, and with each press of the button. More
/// would make a key slow, and nobody reads them before typing on.
const DRAWN: usize = 200;

#[component]
pub fn AlbumResults(
    /// The search in progress.
    search: LiveSearch,
    /// The other albums; `None` until they are there.
    library: RwSignal<Option<Library>>,
    /// What leads from this page to the site's root.
    root: String,
) -> impl IntoView {
    let found = Memo::new(move |_| {
        // Once the switch is off again, nobody asks.
        if !search.all.get() {
            return None;
        }
        let find = |library: &Library| search.filter.with(|filter| library.find(filter));
        library.with(|library| library.as_ref().map(find))
    });
    let drawn = RwSignal::new(DRAWN);
    Effect::new(move || {
        found.track();
        drawn.set(DRAWN);
    });
    let status = move || {
        found.with(|found| match found {
            None => String::new(),
            Some(_) if search.filter.with(|filter| filter.is_empty()) => {
                "Type above to search the other albums as well.".to_owned()
            }
            Some(found) => found.status(),
        })
    };
    let spoken = RwSignal::new(String::new());
    let speak = move || spoken.set(untrack(status));
    Effect::new(move || {
        search.settled.track();
        library.track();
        speak();
    });
    let list = NodeRef::<html::Div>::new();
    Effect::new(move || {
        search.text.track();
        if let Some(list) = list.get() {
            let albums = albums(search, library, found, drawn.get(), &root);
            if albums.is_empty() {
                speak();
            }
            browser::show_results(&list, albums);
        }
    });
    let more = move || {
        let count = found.with(|found| found.as_ref().map_or(0, |found| found.count));
        count > drawn.get()
    };
    view! {
        <p class="found">{status}</p>
        // As with the album's own: seen at each key, spoken at a pause, and at
        // once where nothing is found.
        <p class="spoken" role="status">
            {move || spoken.get()}
        </p>
        <div node_ref=list></div>
        <button
            type="button"
            hidden=move || !more()
            on:click=move |_| drawn.update(|drawn| *drawn += DRAWN)
        >
            {format!("Show {DRAWN} more")}
        </button>
    }
}

/// The first `most` tracks of what was found, ready to be drawn.
fn albums(
    search: LiveSearch,
    library: RwSignal<Option<Library>>,
    found: Memo<Option<Found>>,
    most: usize,
    root: &str,
) -> Vec<ResultAlbum> {
    let address = search.wanted().to_address("");
    let mut left = most;
    library.with_untracked(|library| {
        found.with(|found| {
            let (Some(library), Some(found)) = (library, found) else {
                return Vec::new();
            };
            let drawn = found.albums.iter().map_while(|(album, tracks)| {
                let tracks = &tracks[..tracks.len().min(left)];
                left -= tracks.len();
                let album = library.album(*album);
                let page = format!("{root}{}/{address}", album.slug);
                let track = |&track: &usize| result(search, library, track, &page);
                let tracks: Vec<_> = tracks.iter().map(track).collect();
                (!tracks.is_empty()).then(|| ResultAlbum {
                    title: album.title.clone(),
                    composer: album.composer.clone(),
                    tracks,
                    page,
                })
            });
            drawn.collect()
        })
    })
}

fn result(search: LiveSearch, library: &Library, track: usize, page: &str) -> ResultTrack {
    let marks = search
        .query
        .with_untracked(|query| library.index().marks(track, query));
    let track = library.track(track);
    ResultTrack {
        href: format!("{page}#{}", track.place()),
        number: track.place().label(),
        title: track.title.clone(),
        marks,
        length: track.length.to_string(),
    }
}
