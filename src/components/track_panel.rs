//! The section beside the article: search panel, help, track table and list footer.

use leptos::prelude::*;

use super::{
    island::island, list_footer::ListFooter, markup::Markup, search_panel::SearchPanel,
    search_store::SearchStore, track_table::TrackTable,
};
use model::payload::{LIST_FOOTER_ID, SEARCH_PANEL_ID, SearchData};

#[component]
pub fn TrackPanel(
    /// What the search needs to know of the page.
    data: SearchData,
    /// The search help.
    help: Markup,
    /// The groups of rows of the table.
    groups: Vec<Markup>,
) -> impl IntoView {
    let search = SearchStore::new(data);
    let panel = move || view! { <SearchPanel search /> };
    let footer = move || view! { <ListFooter search /> };
    view! {
        <section class="tracks" aria-labelledby="tracks-heading">
            <h2 id="tracks-heading" tabindex="-1">
                "Tracks"
            </h2>
            <p id="search-failed" class="notice" role="alert" hidden></p>
            {island("div", None, SEARCH_PANEL_ID, panel)}
            {help}
            <TrackTable search groups />
            {island("div", None, LIST_FOOTER_ID, footer)}
        </section>
    }
}
