//! The search controls above the track list: an island.

use leptos::prelude::*;

use super::{
    fixed::fixed, length_chart::LengthChartView, length_range::LengthRange, no_match::NoMatch,
    scope_switch::ScopeSwitch, search_box::SearchBox, search_store::SearchStore,
    track_status::TrackStatus,
};

#[component]
pub fn SearchPanel(
    /// The state of the search.
    search: SearchStore,
) -> impl IntoView {
    view! {
        <div class=fixed("controls") role=fixed("search")>
            <SearchBox search />
            {search.has_others().then(|| view! { <ScopeSwitch search /> })}
        </div>
        <LengthChartView search />
        <div class=fixed("controls")>
            <LengthRange search />
        </div>
        <TrackStatus search />
        <NoMatch search />
    }
}
