//! The pages without the app: the list of all reviews, whose links are all it
//! does. They load neither script nor wasm.

use leptos::prelude::*;

use super::{
    shelf::{self, Shelf},
    shell::{APP, Shell, Slots},
    site::Site,
};
use crate::components::ReviewList;

/// The page that lists every review, one folder below the site's root.
pub fn all(shell: &Shell, site: &Site, shelf: &Shelf) -> String {
    let title = format!("All reviews · {}", site.name);
    let canonical = site.url.as_ref().map(|url| format!("{url}{}", shelf::ALL));
    let head = view! {
        <title>{title}</title>
        {canonical.map(|url| view! { <link rel="canonical" href=url /> })}
    };
    let body = view! {
        <main class="page">
            <nav class="others" aria-labelledby="heading">
                <h1 id="heading">"All reviews"</h1>
                <ReviewList entries=shelf.all("../") />
            </nav>
        </main>
    };
    shell.without(APP).fill(&Slots {
        language: &site.language,
        head: &head.to_html(),
        body: &body.to_html(),
        root: "../",
    })
}
