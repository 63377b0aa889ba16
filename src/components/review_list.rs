//! A list of reviews, each a link with the album's facts below it.

use leptos::prelude::*;

use model::Entry;

#[component]
pub fn ReviewList(
    /// The reviews, in the order in which they are to be listed.
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
        // Without markers, and a list to Safari's screen reader all the same:
        // it stands in a `nav`.
        <ul class="reviews">
            {entries.into_iter().map(item).collect_view()}
        </ul>
    }
}
