//! The album's shape: one bar a track in playing order, height by length.
//!
//! The picture stands without script. Over it lies a range input, invisible but
//! for its thumb, which is exactly one bar wide: it brings pointer, touch and
//! keyboard along, and says the track that it stands on.

use leptos::{html, prelude::*};

use super::live_search::LiveSearch;
use crate::{
    browser,
    filter::{Shape, shape},
    review::{Length, Track},
};

#[component]
pub fn AlbumShape(
    /// The search in progress: its tracks stand out.
    search: LiveSearch,
    /// Every track of the album, in playing order.
    tracks: Vec<Track>,
) -> impl IntoView {
    let shape = StoredValue::new(Shape::new(&tracks));
    let all = shape.with_value(Shape::all);
    let description = shape::describe(&tracks);
    let shown = move || {
        shape.with_value(|shape| {
            search
                .selection
                .with(|selection| shape.shown(&selection.shown))
        })
    };
    // What the thumbs cut: from the top down to `max`, from `min` to the bottom.
    let too_long = move || {
        let max = search.max.get().unwrap_or(Length::MAX);
        shape.with_value(|shape| shape.y(max)).to_string()
    };
    let too_short = move || {
        let min = search.min.get().unwrap_or_default();
        shape.with_value(|shape| shape.y(min)).to_string()
    };
    view! {
        <div class="shape">
            <svg
                viewBox=Shape::VIEW_BOX
                preserveAspectRatio="none"
                role="img"
                aria-label=description
            >
                <path class="every" d=all />
                <path class="shown" d=shown />
                <rect class="cut" width=Shape::WIDTH height=too_long />
                <rect class="cut" width=Shape::WIDTH height=Shape::HEIGHT y=too_short />
            </svg>
            <Cursor search last=tracks.len() />
        </div>
    }
}

/// The bar under pointer or keys, named, and the way to its row.
#[component]
fn Cursor(
    /// The search in progress, for its tracks.
    search: LiveSearch,
    /// How many tracks there are.
    last: usize,
) -> impl IntoView {
    // Counted from one, as the input counts.
    let at = RwSignal::new(1usize);
    let named = RwSignal::new(false);
    let input = NodeRef::<html::Input>::new();
    // Not an attribute: a page that lets no inline style in would drop it.
    Effect::new(move || {
        if let Some(input) = input.get() {
            browser::set_style(&input, "--tracks", &last.to_string());
        }
    });
    let name = move || {
        search
            .tracks
            .with_value(|tracks| named_track(&tracks[at.get() - 1]))
    };
    let lead = move || {
        let track = at.get_untracked() - 1;
        search.lead_to(search.tracks.with_value(|tracks| tracks[track].place()));
    };
    let point = move |value: String| {
        at.set(value.parse().unwrap_or(1).clamp(1, last));
        named.set(true);
    };
    view! {
        <div class="controls cursor">
            <input
                type="range"
                node_ref=input
                min="1"
                max=last
                value="1"
                aria-label="Track by its place on the album; Enter leads to its row"
                aria-valuetext=name
                on:input:target=move |event| point(event.target().value())
                on:focus=move |_| named.set(true)
                on:blur=move |_| named.set(false)
                on:pointermove=move |event| {
                    if let Some(fraction) = browser::fraction_across(&event) {
                        point(((fraction * last as f64) as usize + 1).to_string());
                    }
                }
                on:pointerleave=move |_| named.set(false)
                on:click=move |_| lead()
                on:keydown=move |event| {
                    if event.key() == "Enter" {
                        lead();
                    }
                }
            />
            <output aria-hidden="true">{move || named.get().then(name)}</output>
        </div>
    }
}

fn named_track(track: &Track) -> String {
    format!(
        "{}. {} ({})",
        track.place().label(),
        track.title,
        track.length
    )
}
