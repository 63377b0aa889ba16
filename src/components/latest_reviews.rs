//! A short list of the newest other reviews before the text of the front page. On
//! a phone the full list at the end of the page is twenty screens away.

use leptos::prelude::*;

use model::Entry;

#[component]
pub fn LatestReviews(
    /// The reviews, newest first; nothing is rendered if there are none.
    entries: Vec<Entry>,
    /// The address of the list of all reviews.
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
