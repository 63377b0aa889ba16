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
    payload::{SearchData, TRACKS_FILE},
    text::{concat, count, number},
};
use search::Library;

#[component]
pub fn OtherAlbums(
    /// The state of the search; the section shows while its scope is every album.
    search: SearchStore,
) -> impl IntoView {
    // The number of bytes received so far, while loading.
    let loading = RwSignal::new(None::<String>);
    // The reason why loading failed.
    let failure = RwSignal::new(None::<String>);
    let load = move || {
        loading.set(Some(count(0)));
        failure.set(None);
        spawn_local(async move {
            let url = concat(&[&search.root(), TRACKS_FILE]);
            let progress = move |bytes| loading.set(Some(count(bytes)));
            match dom::fetch_albums(&url, progress).await {
                Ok(albums) => {
                    let index =
                        |page: &SearchData| Library::new(albums, &page.slug, dom::normalize);
                    search.library.set(Some(search.with_page(index)));
                }
                Err(reason) => failure.set(Some(reason)),
            }
            loading.set(None);
        });
    };
    effect(move || {
        let asked =
            loading.with_untracked(Option::is_some) || failure.with_untracked(Option::is_some);
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
    let bytes = move || {
        let bytes = |page: &SearchData| page.every_album.as_ref().map_or(0, |file| file.bytes);
        number(search.with_page(bytes))
    };
    view! {
        <section
            class=fixed("controls other-albums")
            aria-labelledby=fixed("other-albums-heading")
            hidden=flag(move || !search.with(|now| now.search.all))
        >
            <h3 id="other-albums-heading">"Other albums"</h3>
            <p role=fixed("status") hidden=flag(move || loading.with(Option::is_none))>
                "Loading every album… "
                <progress
                    aria-label=fixed("Loading every album")
                    max=fixed(bytes)
                    value=text(move || loading.get())
                ></progress>
            </p>
            <div class=fixed("notice") role=fixed("alert") hidden=flag(move || failure.with(Option::is_none))>
                <p>{text(message)}</p>
                <button type=fixed("button") on:click:capture=at(move |_| load())>
                    "Try again"
                </button>
            </div>
            <AlbumResults search />
        </section>
    }
}
