//! What to do where nothing matches: titles that may have been meant, and a
//! way back to all of them.

use leptos::prelude::*;

use super::{
    erased::{at, effect, flag, text},
    search_store::SearchStore,
};

/// The id of the element that the titles are offered in.
const OFFERS: &str = "offers";

#[component]
pub fn NoMatch(
    /// The search in progress; a choice here changes its text.
    search: SearchStore,
    /// Whether there are other albums, whose results stand further down.
    switch: bool,
) -> impl IntoView {
    let all = move || switch && search.with(|now| now.search.all);
    let told = move || match all() {
        true => "No track of this album matches.",
        false => "No track matches.",
    };
    let matches = move || search.with(|now| now.selection.count > 0);
    // What is near takes as long as all else that a key does: it gets a frame
    // of its own.
    effect(move || {
        search.with(|_| ());
        request_animation_frame(move || search.offer(OFFERS, search.nearest()));
    });
    view! {
        <div id="no-match" class="notice" hidden=flag(matches)>
            <p>
                {text(move || Some(told().to_owned()))} " "
                {switch
                    .then(|| {
                        view! {
                            <a href="#other-albums-heading" hidden=flag(move || !all())>
                                "See other albums"
                            </a>
                        }
                    })}
            </p>
            <p id=OFFERS></p>
            <button type="button" on:click:capture=at(move |_| search.clear())>
                "Show all tracks"
            </button>
        </div>
    }
}
