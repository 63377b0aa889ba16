//! The section with search results from the site's other albums. Their tracks are
//! fetched when the reader first turns on the `ScopeSwitch`, and kept.

use leptos::{prelude::*, task::spawn_local};

use super::{
    album_results::AlbumResults,
    erased::{at, effect, flag, text},
    fixed::fixed,
    search_store::SearchStore,
};
use crate::dom;
use model::{
    TracksFile,
    payload::TRACKS_FILE,
    text::{concat, count, number},
};
use search::Library;

#[component]
pub fn OtherAlbums(
    /// The state of the search; the section shows while its scope is every album.
    search: SearchStore,
    /// The location and size of the file with the tracks of every album.
    file: TracksFile,
    /// The slug of this page's review, whose album is left out.
    slug: String,
) -> impl IntoView {
    let TracksFile { root, bytes } = file;
    let loading = RwSignal::new(false);
    let loaded = RwSignal::new(0);
    // The reason why loading failed.
    let failure = RwSignal::new(None::<String>);
    let asked = StoredValue::new((concat(&[&root, TRACKS_FILE]), slug));
    let load = move || {
        loading.set(true);
        loaded.set(0);
        failure.set(None);
        spawn_local(async move {
            let (url, slug) = asked.get_value();
            match dom::fetch_albums(&url, move |bytes| loaded.set(bytes)).await {
                Ok(albums) => {
                    search
                        .library
                        .set(Some(Library::new(albums, &slug, dom::normalize)));
                }
                Err(reason) => failure.set(Some(reason)),
            }
            loading.set(false);
        });
    };
    effect(move || {
        let asked = loading.get_untracked() || failure.with_untracked(Option::is_some);
        if search.with(|now| now.search.all)
            && !asked
            && search.library.with_untracked(Option::is_none)
        {
            load();
        }
    });
    let message = move || {
        let reason = failure.get()?;
        Some(concat(&[
            "The other albums could not be loaded: ",
            &reason,
            ".",
        ]))
    };
    view! {
        <section
            class=fixed("controls other-albums")
            aria-labelledby=fixed("other-albums-heading")
            hidden=flag(move || !search.with(|now| now.search.all))
        >
            <h3 id="other-albums-heading">"Other albums"</h3>
            <p role=fixed("status") hidden=flag(move || !loading.get())>
                "Loading every album… "
                <progress
                    aria-label=fixed("Loading every album")
                    max=fixed(move || number(bytes))
                    value=text(move || Some(count(loaded.get())))
                ></progress>
            </p>
            <div class=fixed("notice") role=fixed("alert") hidden=flag(move || failure.with(Option::is_none))>
                <p>{text(message)}</p>
                <button type=fixed("button") on:click:capture=at(move |_| load())>
                    "Try again"
                </button>
            </div>
            <AlbumResults search root />
        </section>
    }
}
