//! Two thumbs on one track that bound the length of what is shown.

use std::ops::RangeInclusive;

use leptos::prelude::*;

use super::live_search::LiveSearch;
use crate::review::Length;

#[component]
pub fn LengthRange(
    /// The search in progress; the thumbs write its bounds.
    search: LiveSearch,
    /// The album's shortest and longest track: the ends of the scale.
    span: RangeInclusive<Length>,
) -> impl IntoView {
    let (shortest, longest) = span.into_inner();
    // An address may hold bounds beyond the scale; the thumbs stay on it.
    let min = move || {
        search
            .min
            .get()
            .unwrap_or(shortest)
            .clamp(shortest, longest)
    };
    let max = move || search.max.get().unwrap_or(longest).clamp(shortest, longest);
    let set_min = move |wanted: Length| {
        let length = wanted.min(max());
        search.min.set((length > shortest).then_some(length));
        search.changed();
        length
    };
    let set_max = move |wanted: Length| {
        let length = wanted.max(min());
        search.max.set((length < longest).then_some(length));
        search.changed();
        length
    };
    view! {
        <fieldset class="length-range">
            <legend class="spoken">"Length"</legend>
            <div class="thumbs">
                <input
                    id="min-length"
                    type="range"
                    aria-label="Shortest length"
                    min=shortest.seconds().to_string()
                    max=longest.seconds().to_string()
                    value=shortest.seconds().to_string()
                    aria-valuetext=move || min().to_string()
                    prop:value=move || min().seconds().to_string()
                    on:input:target=move |event| {
                        let length = set_min(seconds(&event.target().value()));
                        event.target().set_value(&length.seconds().to_string());
                    }
                    on:change=move |_| search.settle()
                />
                <input
                    id="max-length"
                    type="range"
                    aria-label="Longest length"
                    min=shortest.seconds().to_string()
                    max=longest.seconds().to_string()
                    value=longest.seconds().to_string()
                    aria-valuetext=move || max().to_string()
                    prop:value=move || max().seconds().to_string()
                    on:input:target=move |event| {
                        let length = set_max(seconds(&event.target().value()));
                        event.target().set_value(&length.seconds().to_string());
                    }
                    on:change=move |_| search.settle()
                />
            </div>
            <p class="bounds" aria-hidden="true">
                <span>{move || min().to_string()}</span>
                <span>{move || max().to_string()}</span>
            </p>
        </fieldset>
    }
}

/// A range input's value is always a number.
fn seconds(value: &str) -> Length {
    Length::from_seconds(value.parse().unwrap_or_default())
}
