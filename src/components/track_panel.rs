//! The section beside the article: search panel, help, track table and list footer.

use leptos::prelude::*;

use super::{
    island::island, list_footer::ListFooter, search_help::SearchHelp, search_panel::SearchPanel,
    search_store::SearchStore, track_table::TrackTable,
};
use model::{
    Review, TracksFile, mentions,
    payload::{LIST_FOOTER_ID, PageData, SEARCH_PANEL_ID},
};

#[component]
pub fn TrackPanel(
    /// The review whose album's tracks are listed.
    review: Review,
    /// Every album's tracks; `None` on a site of one review.
    every_album: Option<TracksFile>,
) -> impl IntoView {
    let mentions = mentions(&review.article);
    let Review { album, slug, .. } = review;
    let search = SearchStore::new(PageData {
        slug,
        tracks: album.tracks.clone(),
        every_album,
    });
    let panel = move || view! { <SearchPanel search /> };
    let footer = move || view! { <ListFooter search /> };
    view! {
        <section class="tracks" aria-labelledby="tracks-heading">
            <h2 id="tracks-heading" tabindex="-1">
                "Tracks"
            </h2>
            <p id="search-failed" class="notice" role="alert" hidden></p>
            {island("div", None, SEARCH_PANEL_ID, panel)}
            <SearchHelp album=album.clone() />
            <TrackTable search album mentions />
            {island("div", None, LIST_FOOTER_ID, footer)}
        </section>
    }
}
