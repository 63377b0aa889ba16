//! The notice that nothing matches, with title suggestions and a button that shows
//! all tracks.

use leptos::prelude::*;

use super::{
    erased::{at, effect, flag, text},
    fixed::fixed,
    search_store::SearchStore,
};

/// The id of the element with the suggestions.
const SUGGESTIONS: &str = "suggestions";

#[component]
pub fn NoMatch(
    /// The state of the search; choosing a suggestion sets its text.
    search: SearchStore,
) -> impl IntoView {
    // Their results are below the list.
    let switch = search.has_others();
    let all = move || switch && search.with(|now| now.search.all);
    let message = move || match all() {
        true => "No track of this album matches.",
        false => "No track matches.",
    };
    let matches = move || search.with(|now| now.selection.count > 0);
    let mut suggests = false;
    effect(move || {
        let suggested = suggests;
        suggests = !matches();
        if suggested || suggests {
            // Computing suggestions takes as long as the rest of a key's work, so it
            // runs in the next frame.
            request_animation_frame(move || search.suggest(SUGGESTIONS, search.nearest()));
        }
    });
    view! {
        <div id=fixed("no-match") class=fixed("notice") hidden=flag(matches)>
            <p>
                {text(move || Some(message().to_owned()))} " "
                {switch
                    .then(|| {
                        view! {
                            <a href=fixed("#other-albums-heading") hidden=flag(move || !all())>
                                "See other albums"
                            </a>
                        }
                    })}
            </p>
            <p id=fixed(SUGGESTIONS)></p>
            <button type=fixed("button") on:click:capture=at(move |_| search.clear())>
                "Show all tracks"
            </button>
        </div>
    }
}
