//! The page of one review: the article, its tracks beside it, and links to other
//! reviews below.
//!
//! The publisher renders it. On a published page the browser hydrates its islands
//! (`island.rs`); when the reader goes on to another review, it replaces the rest
//! (`page_parts.rs`).

use leptos::prelude::*;

use super::{page_parts::PageParts, track_panel::TrackPanel};
use model::{Page, payload::SearchData};

#[component]
pub fn App(
    /// All the data that the page is rendered from.
    page: Page,
) -> impl IntoView {
    let PageParts {
        masthead,
        text,
        help,
        groups,
        others,
    } = PageParts::new(&page);
    let data = SearchData::of(page);
    view! {
        <main>
            <article class="review">
                {masthead}
                {text}
                <TrackPanel data help groups />
            </article>
        </main>
        {others}
    }
}
