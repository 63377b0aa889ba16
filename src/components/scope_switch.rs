//! The switch between searching this album and searching every album of the site.

use leptos::prelude::*;

use super::{
    erased::{at, effect},
    fixed::fixed,
    search_store::SearchStore,
};
use crate::dom;

#[component]
pub fn ScopeSwitch(
    /// The state of the search; the switch sets its scope.
    search: SearchStore,
) -> impl IntoView {
    effect(move || dom::set_checked("every-album", search.with(|now| now.search.all)));
    view! {
        <label class=fixed("album-switch")>
            <input
                id=fixed("every-album")
                type=fixed("checkbox")
                role=fixed("switch")
                on:change:capture=at(move |event| {
                    search.commit(|search| search.all = event_target_checked(&event));
                })
            />
            " Search every album"
        </label>
    }
}
