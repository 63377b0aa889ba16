//! The controls above the list: what they leave of it is shown at once.

use leptos::prelude::*;

use super::{
    length_chart::LengthChartView, length_range::LengthRange, no_match::NoMatch,
    scope_switch::ScopeSwitch, search_box::SearchBox, search_store::SearchStore,
    track_status::TrackStatus,
};

#[component]
pub fn SearchPanel(
    /// The search in progress.
    search: SearchStore,
    /// Whether there are other albums to be searched.
    switch: bool,
) -> impl IntoView {
    view! {
        <div class="controls" role="search">
            <SearchBox search />
            {switch.then(|| view! { <ScopeSwitch search /> })}
        </div>
        <LengthChartView search />
        <div class="controls">
            <LengthRange search />
        </div>
        <TrackStatus search />
        <NoMatch search switch />
    }
}
