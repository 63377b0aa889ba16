//! Two thumbs on one track that bound the length of what is shown.

use std::ops::RangeInclusive;

use leptos::prelude::*;

use super::search::Search;
use crate::review::Length;

#[component]
pub fn LengthRange(
    /// What the reader looks for; the thumbs write its bounds.
    search: Search,
    /// The album's shortest and longest track: the ends of the scale.
    span: RangeInclusive<Length>,
) -> impl IntoView {
    let (shortest, longest) = span.into_inner();
    view! {
        <fieldset class="length-range">
            <legend>"Length"</legend>
            <div class="thumbs">
                <input
                    id="min-length"
                    type="range"
                    aria-label="Shortest length"
                    min=shortest.seconds().to_string()
                    max=longest.seconds().to_string()
                    value=shortest.seconds().to_string()
                    aria-valuetext=move || search.min.get().to_string()
                    prop:value=move || search.min.get().seconds().to_string()
                    on:input:target=move |event| {
                        let wanted = seconds(&event.target().value());
                        let min = wanted.min(search.max.get_untracked());
                        event.target().set_value(&min.seconds().to_string());
                        search.min.set(min);
                    }
                />
                <input
                    id="max-length"
                    type="range"
                    aria-label="Longest length"
                    min=shortest.seconds().to_string()
                    max=longest.seconds().to_string()
                    value=longest.seconds().to_string()
                    aria-valuetext=move || search.max.get().to_string()
                    prop:value=move || search.max.get().seconds().to_string()
                    on:input:target=move |event| {
                        let wanted = seconds(&event.target().value());
                        let max = wanted.max(search.min.get_untracked());
                        event.target().set_value(&max.seconds().to_string());
                        search.max.set(max);
                    }
                />
            </div>
            <p class="bounds" aria-hidden="true">
                <span>{move || search.min.get().to_string()}</span>
                <span>{move || search.max.get().to_string()}</span>
            </p>
        </fieldset>
    }
}

/// A range input's value is always a number.
fn seconds(value: &str) -> Length {
    Length::from_seconds(value.parse().unwrap_or_default())
}
