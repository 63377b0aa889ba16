//! What to do where nothing matches: titles that may have been meant, and a
//! way back to all of them.

use leptos::prelude::*;

use super::{
    follow::{at, effect, flag},
    live_search::LiveSearch,
    track_status::STATUS,
};
use crate::{browser, filter::Query, review::Track};

/// The id of the element that the titles are offered in.
const OFFERS: &str = "offers";

#[component]
pub fn NoMatch(
    /// The search in progress; a choice here changes its text.
    search: LiveSearch,
) -> impl IntoView {
    let matches = move || search.with(|now| now.selection.count > 0);
    let choose = move |title: &str| {
        search.show_all();
        search.ask(|search| search.text = Query::text_for(title));
        search.settle();
        browser::focus(STATUS);
    };
    // What is near takes as long as all else that a key does: it gets a frame
    // of its own.
    effect(move || {
        search.with(|_| ());
        request_animation_frame(move || browser::offer(OFFERS, nearest(search), choose));
    });
    view! {
        <div id="no-match" class="notice" hidden=flag(matches)>
            <p>"No track matches."</p>
            <p id=OFFERS></p>
            <button type="button" on:click:capture=at(move |_| search.clear())>
                "Show all tracks"
            </button>
        </div>
    }
}

/// The titles to offer; none where something matches.
fn nearest(search: LiveSearch) -> Vec<String> {
    let nearest = search.with_untracked(|now| match now.selection.count {
        0 => search.with_index(|index| index.nearest(&now.filter.query)),
        _ => Vec::new(),
    });
    let title = |tracks: &Vec<Track>| nearest.iter().map(|&at| tracks[at].title.clone()).collect();
    search.tracks.with_value(title)
}
