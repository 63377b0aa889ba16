//! A list of reviews, each a link followed by the album's facts.

use leptos::prelude::*;

use model::Entry;

#[component]
pub fn ReviewList(
    /// The reviews, in list order.
    entries: Vec<Entry>,
) -> impl IntoView {
    let item = |entry: Entry| {
        view! {
            <li>
                <a href=entry.url>{entry.title}</a>
                " "
                <span>{entry.facts}</span>
            </li>
        }
    };
    view! {
        // VoiceOver announces a list without markers as a list only inside a `nav`,
        // so callers put it in one.
        <ul class="reviews">
            {entries.into_iter().map(item).collect_view()}
        </ul>
    }
}
