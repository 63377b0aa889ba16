//! The footer of the track list: export buttons, and results in other albums. An
//! island.

use leptos::prelude::*;

use super::{export_bar::ExportBar, other_albums::OtherAlbums, search_store::SearchStore};

#[component]
pub fn ListFooter(
    /// The state of the search.
    search: SearchStore,
) -> impl IntoView {
    view! {
        <ExportBar search />
        {search.has_others().then(|| view! { <OtherAlbums search /> })}
    }
}
