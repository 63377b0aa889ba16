//! The one box that a reader types a search into, and what of it was not
//! understood.

use leptos::{html, prelude::*};

use super::live_search::LiveSearch;

#[component]
pub fn SearchBox(
    /// The search in progress; the box writes its text.
    search: LiveSearch,
) -> impl IntoView {
    let q = NodeRef::<html::Input>::new();
    // Written only where it differs: the caret would jump to the end.
    Effect::new(move || {
        let text = search.text.read();
        if let Some(q) = q.get()
            && q.value() != *text
        {
            q.set_value(&text);
        }
    });
    view! {
        <div class="search-box">
            <label for="q">"Find a track"</label>
            // The browser's memory of form fields would fill the box without
            // an event; what was typed is kept by the page itself.
            <input
                id="q"
                type="search"
                placeholder="storm, >5:00, 2:00..4:00, #14"
                aria-describedby="q-understood"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                node_ref=q
                on:input:target=move |event| {
                    search.text.set(event.target().value());
                    search.changed();
                }
                on:change=move |_| search.settle()
            />
            <p id="q-understood" class="hint">
                {move || search.query.with(not_understood)}
            </p>
        </div>
    }
}

/// Which terms are searched as text although they look like more.
fn not_understood(query: &crate::filter::Query) -> Option<String> {
    let terms: Vec<String> = query
        .misunderstood()
        .map(|term| format!("“{term}”"))
        .collect();
    (!terms.is_empty()).then(|| {
        format!(
            "{} is searched as words: a length is written 4:30, a range 2:00..4:00.",
            terms.join(" and ")
        )
    })
}
