//! The length chart: one bar per track in playing order, its height the length.
//!
//! The publisher renders the chart as SVG, so it shows without script. A range input
//! on top handles pointer, touch and keyboard and announces its track. Only its thumb
//! is visible: exactly one bar wide, it frames the selected bar.

use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    prelude::*,
};

use super::{
    erased::{at, effect, text},
    fixed::fixed,
    search_store::SearchStore,
};
use crate::dom;
use model::{
    Length, Track,
    text::{count, number, parse_number},
};
use search::{LengthChart, export, length_chart};

/// The id of the range input over the chart.
const CURSOR: &str = "cursor";

#[component]
pub fn LengthChartView(
    /// The state of the search; the bars of shown tracks are highlighted.
    search: SearchStore,
) -> impl IntoView {
    let of_page = move |draw: fn(&[Track]) -> String| {
        text(move || {
            search.page_number();
            Some(search.with_tracks(draw))
        })
    };
    let shown = move || {
        Some(search.with_tracks(|tracks| {
            search.with(|now| LengthChart::new(tracks).shown(&now.selection.shown))
        }))
    };
    // The areas outside the length range: from the top down to `max`, and from `min`
    // to the bottom.
    let y = move |length| search.with_tracks(|tracks| number(LengthChart::new(tracks).y(length)));
    let too_long = move || Some(y(search.with(|now| now.search.max).unwrap_or(Length::MAX)));
    let too_short = move || Some(y(search.with(|now| now.search.min).unwrap_or_default()));
    view! {
        <div class=fixed("shape")>
            <svg
                viewBox=fixed(LengthChart::VIEW_BOX)
                preserveAspectRatio=fixed("none")
                role=fixed("img")
                aria-label=of_page(length_chart::describe)
            >
                <rect class=fixed("cut") width=fixed("100%") height=text(too_long) />
                <rect class=fixed("cut") width=fixed("100%") height=fixed("100%") y=text(too_short) />
                // After the cut areas, which would otherwise dim the bars.
                <path class=fixed("every") d=of_page(|tracks| LengthChart::new(tracks).all()) />
                <path class=fixed("shown") d=text(shown) />
            </svg>
            <Cursor search />
        </div>
    }
}

/// The range input over the chart: names the selected track, and goes to its row at
/// a click or Enter.
#[component]
fn Cursor(
    /// The state of the search, for its tracks.
    search: SearchStore,
) -> impl IntoView {
    let last = move || search.with_tracks(<[Track]>::len);
    // From 1, like the input's value.
    let place = RwSignal::new(1usize);
    // The name of the track, while it is selected.
    let shown_name = RwSignal::new(None::<String>);
    effect(move || {
        search.page_number();
        let last = count(last());
        // Through the CSSOM: the content security policy blocks a `style` attribute.
        dom::set_style(CURSOR, "--tracks", &last);
        dom::set_scale(CURSOR, "1", &last);
        place.set(1);
        dom::set_value(CURSOR, "1");
    });
    let name = move |place: usize| {
        search.with_tracks(|tracks| export::line(&tracks[place.min(tracks.len()) - 1]))
    };
    let lead = move || {
        let track = place.get_untracked() - 1;
        search.go_to(search.with_tracks(|tracks| tracks[track].place()));
    };
    let point = move |wanted: usize| {
        let wanted = wanted.clamp(1, last());
        place.set(wanted);
        // The thumb follows a hovering pointer, too.
        dom::set_value(CURSOR, &count(wanted));
        shown_name.set(Some(name(wanted)));
    };
    let point_at = move |event: &PointerEvent| {
        if let Some(fraction) = dom::fraction_across(event) {
            point((fraction * last() as f64) as usize + 1);
        }
    };
    view! {
        <div class=fixed("controls cursor")>
            <input
                id=fixed(CURSOR)
                type=fixed("range")
                min=fixed("1")
                max=fixed(move || count(last()))
                value=fixed("1")
                aria-label=fixed("Track by its place on the album; Enter leads to its row")
                aria-valuetext=text(move || {
                    search.page_number();
                    Some(name(place.get()))
                })
                on:input:capture=at(move |event| point(parse_number(&event_target_value(&event)).unwrap_or(1) as usize))
                on:focus:capture=at(move |_| shown_name.set(Some(name(place.get_untracked()))))
                on:blur:capture=at(move |_| shown_name.set(None))
                on:pointermove:capture=at(move |event| point_at(&event))
                on:pointerleave:capture=at(move |_| shown_name.set(None))
                // Not `click`: a tap on a range input fires none.
                on:pointerup:capture=at(move |event: PointerEvent| {
                    if event.button() == 0 {
                        point_at(&event);
                        lead();
                    }
                })
                on:keydown:capture=at(move |event: KeyboardEvent| {
                    if event.key() == "Enter" {
                        lead();
                    }
                })
            />
            <output aria-hidden=fixed("true")>{text(move || shown_name.get())}</output>
        </div>
    }
}
