//! Buttons that export the shown tracks: to the clipboard, as CSV or as JSON.

use leptos::prelude::*;

use super::{
    erased::{at, text},
    fixed::fixed,
    search_store::SearchStore,
};
use crate::dom;
use model::{Track, text::concat};
use search::{SearchResults, export};

#[component]
pub fn ExportBar(
    /// The state of the search; its shown tracks are exported in their order.
    search: SearchStore,
) -> impl IntoView {
    // The message is about the tracks shown when the button was pressed: those of
    // the search with this number.
    let (said, said_of) = (RwSignal::new(None::<String>), RwSignal::new(0));
    let say = move |words: Option<&str>| {
        said_of.set(search.with_untracked(|now| now.turn));
        said.set(words.map(ToOwned::to_owned));
    };
    let message = move || {
        let is_current = search.with(|now| now.turn) == said_of.get();
        said.get().filter(|_| is_current)
    };
    let copy = move |_| {
        dom::copy(taken(search, export::text), move |done| {
            say(Some(match done {
                true => "Copied.",
                false => "The browser did not allow copying; a file works.",
            }));
        });
    };
    let save = move |ending: &str, kind, text: String| {
        let name = search.with_page(|page| concat(&[&page.slug, ".", ending]));
        dom::save(&name, kind, &text);
        say(None);
    };
    view! {
        <div class=fixed("controls take-along")>
            <span>"What is shown:"</span>
            <button type=fixed("button") on:click:capture=at(copy)>
                "Copy"
            </button>
            <button
                type=fixed("button")
                on:click:capture=at(move |_| save("csv", "text/csv", taken(search, export::csv)))
            >
                "Save as CSV"
            </button>
            <button
                type=fixed("button")
                on:click:capture=at(move |_| save("json", "application/json", taken(search, |tracks| export::json(tracks, dom::quote))))
            >
                "Save as JSON"
            </button>
            <span role=fixed("status")>{text(message)}</span>
        </div>
    }
}

/// The shown tracks in their order, formatted by `form`.
fn taken(search: SearchStore, form: fn(&[&Track]) -> String) -> String {
    search.with_tracks(|tracks| {
        let shown =
            |now: &SearchResults| now.shown().map(|track| &tracks[track]).collect::<Vec<_>>();
        form(&search.with_untracked(shown))
    })
}
