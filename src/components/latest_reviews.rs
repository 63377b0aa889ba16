//! The newest of the other reviews in a few lines, before the text of the front
//! page: on a phone the list at the foot of the page is twenty screens away.

use leptos::prelude::*;

use model::Entry;

#[component]
pub fn LatestReviews(
    /// The reviews, the newest first; nothing is shown where there are none.
    entries: Vec<Entry>,
    /// Where every review is listed.
    all: Option<String>,
) -> impl IntoView {
    let item = |(href, words): (String, String)| {
        view! {
            <li>
                <a href=href>{words}</a>
            </li>
        }
    };
    (!entries.is_empty()).then(|| {
        let all = all.map(|href| (href, "All reviews".to_owned()));
        let links = entries.into_iter().map(|entry| (entry.url, entry.title));
        view! {
            <nav class="latest" aria-labelledby="latest-heading">
                <h2 id="latest-heading">"Other reviews"</h2>
                <ul>{links.chain(all).map(item).collect_view()}</ul>
            </nav>
        }
    })
}
