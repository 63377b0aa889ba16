//! The button that copies the address of a track's row.

use leptos::prelude::*;

use super::live_search::LiveSearch;
use crate::{browser, review::TrackPlace};

#[component]
pub fn CopyLink(
    /// The search in progress, which speaks what was done.
    search: LiveSearch,
    /// The track whose row is copied the address of.
    place: TrackPlace,
    /// What the last button pressed has to say; shared by all rows.
    said: RwSignal<Option<(TrackPlace, &'static str)>>,
) -> impl IntoView {
    let copy = move |_| {
        browser::copy(browser::permalink(&place.to_string()), move |done| {
            let words = match done {
                true => "Copied",
                false => "Not allowed here",
            };
            said.set(Some((place, words)));
            search.spoken.set(words.to_owned());
        });
    };
    let words = move || match said.get() {
        Some((pressed, words)) if pressed == place => words,
        _ => "Copy link",
    };
    view! {
        <button type="button" class="controls copy" on:click=copy>
            {words}
        </button>
    }
}
