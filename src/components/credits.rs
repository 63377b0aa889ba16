//! The footer of a review: the album's credits and edition, where it can be heard,
//! and the source that the review is based on.

use leptos::prelude::*;

use model::{Album, Review};

#[component]
pub fn Credits(
    /// The review whose credits are shown.
    review: Review,
) -> impl IntoView {
    let album = review.album;
    let (credits, edition) = (credits(&album), edition(&album));
    let listen = album.listen.into_iter().map(|link| (link.name, link.url));
    view! {
        <footer class="credits">
            <p>
                <cite>{album.title}</cite>
                {credits}
                {edition}
            </p>
            {links("Listen: ", listen.collect())}
            {links(
                "More about the release: ",
                album.musicbrainz.map(|url| ("MusicBrainz".to_owned(), url)).into_iter().collect(),
            )}
            {review
                .source
                .map(|source| {
                    view! {
                        <p>
                            "After "
                            <a href=source.url rel="external">
                                {format!("“{}”", source.title)}
                            </a>
                            {format!(", {}, {}.", source.publisher, source.published.words)}
                        </p>
                    }
                })}
        </footer>
    }
}

/// Who made the album: `, music by A, performed by B. `
fn credits(album: &Album) -> String {
    let music = Some(album.composed_by()).filter(|music| !music.is_empty());
    let music = music.map(|music| format!(", music by {music}"));
    let artist = album.artist.as_ref();
    let artist = artist.map(|artist| format!(", performed by {artist}"));
    let made: String = music.into_iter().chain(artist).collect();
    made + ". "
}

/// The edition and the barcode; `None` if there are neither.
fn edition(album: &Album) -> Option<String> {
    let barcode = album.barcode.as_ref();
    let barcode = barcode.map(|digits| format!("Barcode {digits}."));
    let parts: Vec<String> = album.edition.clone().into_iter().chain(barcode).collect();
    Some(parts.join(" ")).filter(|text| !text.is_empty())
}

/// Links to other sites, by their names; nothing if there are none.
fn links(before: &'static str, links: Vec<(String, String)>) -> impl IntoView {
    let mut views = Vec::new();
    for (at, (name, url)) in links.into_iter().enumerate() {
        views.extend((at > 0).then(|| ", ".into_any()));
        views.push(view! { <a href=url rel="external">{name}</a> }.into_any());
    }
    (!views.is_empty()).then(|| view! { <p>{before} {views}</p> })
}
