//! Two range inputs on one scale, for the shortest and longest length to show.
//! Hidden where no length is known.

use std::ops::RangeInclusive;

use leptos::prelude::*;

use super::{
    erased::{at, effect, flag, text},
    fixed::fixed,
    search_store::SearchStore,
};
use crate::dom;
use model::{
    Length, length_span,
    text::{number, parse_number},
};
use search::split;

/// The ids of the inputs: part of the automation contract.
const MIN: &str = "min-length";
const MAX: &str = "max-length";

#[component]
pub fn LengthRange(
    /// The state of the search; the thumbs write its length bounds.
    search: SearchStore,
) -> impl IntoView {
    // The ends of the scale.
    let span = move || search.with_tracks(length_span);
    let ends = move || span().map(RangeInclusive::into_inner).unwrap_or_default();
    let is_hidden = move || {
        search.page_number();
        span().is_none()
    };
    // The bounds of an address may be off the scale; the thumbs are clamped to it.
    let min = move || {
        let (shortest, longest) = ends();
        let min = search.with(|now| now.search.min);
        min.unwrap_or(shortest).clamp(shortest, longest)
    };
    let max = move || {
        let (shortest, longest) = ends();
        let max = search.with(|now| now.search.max);
        max.unwrap_or(longest).clamp(shortest, longest)
    };
    let set_min = move |event| {
        let length = seconds(&event_target_value(&event)).min(max());
        search.input(|search| search.min = (length > ends().0).then_some(length));
        // Even if the signal is unchanged: the thumb must not pass the other one.
        show(MIN, length);
    };
    let set_max = move |event| {
        let length = seconds(&event_target_value(&event)).max(min());
        search.input(|search| search.max = (length < ends().1).then_some(length));
        show(MAX, length);
    };
    let shortest_end = move || number(ends().0.seconds());
    let longest_end = move || number(ends().1.seconds());
    let mut scale_of = 0;
    effect(move || {
        let page = search.page_number();
        if scale_of != page {
            scale_of = page;
            // First, because the browser keeps the values within the scale.
            for thumb in [MIN, MAX] {
                dom::set_scale(thumb, &shortest_end(), &longest_end());
            }
        }
        show(MIN, min());
        show(MAX, max());
        let split = number(split(min(), max(), ends()));
        for thumb in [MIN, MAX] {
            dom::set_style(thumb, "--split", &split);
        }
    });
    let in_words = |length: Box<dyn Fn() -> Length + Send>| text(move || Some(length().text()));
    view! {
        <fieldset class=fixed("length-range") hidden=flag(is_hidden)>
            <legend class="spoken">"Length"</legend>
            <div class=fixed("thumbs")>
                <input
                    id=fixed(MIN)
                    type=fixed("range")
                    aria-label=fixed("Shortest length")
                    min=fixed(shortest_end)
                    max=fixed(longest_end)
                    value=fixed(shortest_end)
                    aria-valuetext=in_words(Box::new(min))
                    on:input:capture=at(set_min)
                    on:change:capture=at(move |_| search.settle())
                />
                <input
                    id=fixed(MAX)
                    type=fixed("range")
                    aria-label=fixed("Longest length")
                    min=fixed(shortest_end)
                    max=fixed(longest_end)
                    value=fixed(longest_end)
                    aria-valuetext=in_words(Box::new(max))
                    on:input:capture=at(set_max)
                    on:change:capture=at(move |_| search.settle())
                />
            </div>
            <p class=fixed("bounds") aria-hidden=fixed("true")>
                <span>{in_words(Box::new(min))}</span>
                <span>{in_words(Box::new(max))}</span>
            </p>
        </fieldset>
    }
}

fn show(thumb: &'static str, length: Length) {
    dom::set_value(thumb, &number(length.seconds()));
}

/// A range input's value is always a number.
fn seconds(value: &str) -> Length {
    Length::from_seconds(parse_number(value).unwrap_or_default())
}
