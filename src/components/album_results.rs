//! The tracks found in other albums, album by album, each a link to its row on
//! that album's page with the same search.

use leptos::prelude::*;

use super::live_search::LiveSearch;
use crate::filter::{Found, Library};

/// Rows that are drawn at first, and with each press of the button. More would
/// make a key slow, and nobody reads them before typing on.
const DRAWN: usize = 200;

#[component]
pub fn AlbumResults(
    /// The search in progress.
    search: LiveSearch,
    /// The other albums; there by now.
    library: StoredValue<Option<Library>>,
    /// What leads from this page to the site's root.
    root: String,
) -> impl IntoView {
    let found = Memo::new(move |_| {
        search
            .filter
            .with(|filter| ask(library, |library| library.find(filter)))
    });
    let drawn = RwSignal::new(DRAWN);
    Effect::new(move || {
        found.track();
        drawn.set(DRAWN);
    });
    let status = move || match search.filter.with(|filter| filter.is_empty()) {
        true => "Type above to search the other albums as well.".to_owned(),
        false => found.with(Found::status),
    };
    let albums = move || {
        search.text.track();
        let address = search.wanted().to_address("");
        let mut left = drawn.get();
        found.with(|found| {
            let shown = found.albums.iter().map_while(|(album, tracks)| {
                let tracks = &tracks[..tracks.len().min(left)];
                left -= tracks.len();
                (!tracks.is_empty())
                    .then(|| one(search, library, (*album, tracks), &root, &address))
            });
            shown.collect::<Vec<_>>()
        })
    };
    let more = move || {
        let more = found.with(|found| found.count > drawn.get());
        more.then(|| {
            view! {
                <button type="button" on:click=move |_| drawn.update(|drawn| *drawn += DRAWN)>
                    {format!("Show {DRAWN} more")}
                </button>
            }
            .into_any()
        })
    };
    view! {
        <p role="status">{status}</p>
        {albums}
        {more}
    }
}

fn ask<T: Default>(library: StoredValue<Option<Library>>, ask: impl FnOnce(&Library) -> T) -> T {
    library.with_value(|library| library.as_ref().map(ask).unwrap_or_default())
}

/// An album's heading and those of its tracks that were found. Erased: the type
/// of the whole would be deeper than the compiler goes.
fn one(
    search: LiveSearch,
    library: StoredValue<Option<Library>>,
    (album, tracks): (usize, &[usize]),
    root: &str,
    address: &str,
) -> Option<AnyView> {
    ask(library, |library| {
        let album = library.album(album);
        let page = format!("{root}{}/{address}", album.slug);
        let rows = tracks.iter().map(|&track| {
            let marks = search
                .query
                .with_untracked(|query| library.index().marks(track, query));
            let track = library.track(track);
            let href = format!("{page}#{}", track.place());
            let title = marked(&track.title, &marks);
            view! {
                <li value=track.number.to_string()>
                    <a href=href>{title}</a>
                    " "
                    <span class="length">{track.length.to_string()}</span>
                </li>
            }
        });
        let heading = view! {
            <h4>
                <a href=page.clone()>{album.title.clone()}</a>
                " "
                <span>{album.composer.clone()}</span>
            </h4>
            <ol>{rows.collect_view()}</ol>
        };
        Some(heading.into_any())
    })
}

/// A title with these bytes of it marked.
fn marked(title: &str, marks: &[std::ops::Range<usize>]) -> Vec<impl IntoView + use<>> {
    let mut parts = Vec::new();
    let mut at = 0;
    for mark in marks {
        parts.push((
            title[at..mark.start].to_owned(),
            title[mark.clone()].to_owned(),
        ));
        at = mark.end;
    }
    parts.push((title[at..].to_owned(), String::new()));
    let part = |(plain, marked): (String, String)| {
        (
            plain,
            (!marked.is_empty()).then(|| view! { <mark>{marked}</mark> }),
        )
    };
    parts.into_iter().map(part).collect()
}
