//! What to do where nothing matches: titles that may have been meant, and a
//! way back to all of them.

use leptos::prelude::*;

use super::live_search::LiveSearch;
use crate::filter::Query;

#[component]
pub fn NoMatch(
    /// The search in progress; a choice here changes its text.
    search: LiveSearch,
) -> impl IntoView {
    let nothing = Memo::new(move |_| search.selection.with(|selection| selection.count == 0));
    let nearest = move || {
        let tracks = search
            .query
            .with(|query| search.with_index(|index| index.nearest(query)));
        let title = |track: usize| {
            search
                .tracks
                .with_value(|tracks| tracks[track].title.clone())
        };
        tracks.into_iter().map(title).collect::<Vec<_>>()
    };
    let offers = move || {
        let titles = nearest();
        (!titles.is_empty()).then(|| {
            let offers = titles.into_iter().map(|title| offer(search, title));
            view! { <p>"Did you mean " {offers.collect_view()} "?"</p> }
        })
    };
    view! {
        <Show when=move || nothing.get()>
            <div id="no-match" class="notice">
                <p>"No track matches."</p>
                {offers}
                <button type="button" on:click=move |_| search.clear()>
                    "Show all tracks"
                </button>
            </div>
        </Show>
    }
}

fn offer(search: LiveSearch, title: String) -> impl IntoView {
    let text = Query::text_for(&title);
    let choose = move |_| {
        search.clear();
        search.text.set(text.clone());
        search.settle();
    };
    view! {
        <button type="button" class="offer" on:click=choose>
            {title}
        </button>
    }
}
