//! What the search finds in the site's other albums. Their tracks are fetched
//! when they are first asked for, and kept.

use leptos::{prelude::*, task::spawn_local};

use super::{album_results::AlbumResults, live_search::LiveSearch};
use crate::{
    browser,
    filter::Library,
    payload::{TRACKS_FILE, decode_albums},
    review::TracksFile,
};

/// How far the other albums' tracks are.
#[derive(Clone, PartialEq, Eq)]
enum State {
    /// Nobody has asked for them.
    Unasked,
    Loading,
    /// They could not be had, and why.
    Failed(String),
    Ready,
}

#[component]
pub fn OtherAlbums(
    /// The search in progress, which may reach beyond this album.
    search: LiveSearch,
    /// Where the tracks are.
    file: TracksFile,
    /// The slug of this page's review, whose album is no other.
    slug: String,
) -> impl IntoView {
    let state = RwSignal::new(State::Unasked);
    let loaded = RwSignal::new(0);
    let library = StoredValue::new(None::<Library>);
    let TracksFile { root, bytes } = file;
    let url = format!("{root}{TRACKS_FILE}");
    let load = move || {
        state.set(State::Loading);
        loaded.set(0);
        let (url, slug) = (url.clone(), slug.clone());
        spawn_local(async move {
            let fetched = browser::fetch(&url, move |bytes| loaded.set(bytes)).await;
            let albums = fetched.and_then(|json| {
                decode_albums(&json).map_err(|_| "the file is damaged".to_owned())
            });
            state.set(match albums {
                Ok(albums) => {
                    library.set_value(Some(Library::new(albums, &slug, browser::normalize)));
                    State::Ready
                }
                Err(reason) => State::Failed(reason),
            });
        });
    };
    let first = load.clone();
    Effect::new(move || {
        if search.all.get() && state.with_untracked(|state| *state == State::Unasked) {
            first();
        }
    });
    let load = StoredValue::new(load);
    let root = StoredValue::new(root);
    let content = move || {
        match state.get() {
        State::Unasked | State::Loading => view! {
            <p role="status">
                "Loading every album… " <progress max=bytes prop:value=move || loaded.get()></progress>
            </p>
        }
        .into_any(),
        State::Failed(reason) => view! {
            <div class="notice" role="alert">
                <p>{format!("The other albums could not be loaded: {reason}.")}</p>
                <button type="button" on:click=move |_| load.with_value(|load| load())>
                    "Try again"
                </button>
            </div>
        }
        .into_any(),
        State::Ready => view! { <AlbumResults search library root=root.get_value() /> }.into_any(),
    }
    };
    view! {
        <Show when=move || search.all.get()>
            <section class="controls other-albums" aria-labelledby="other-albums-heading">
                <h3 id="other-albums-heading">"Other albums"</h3>
                {content.clone()}
            </section>
        </Show>
    }
}
