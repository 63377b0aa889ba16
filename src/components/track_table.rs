//! The track list: every row is rendered once and stays; a search only shows
//! and hides rows.

use leptos::{html, prelude::*};

use super::search::Search;
use crate::{browser, review::Track};

#[component]
pub fn TrackTable(
    /// Every track of the album, in playing order.
    tracks: Vec<Track>,
    /// What the reader looks for.
    search: Search,
) -> impl IntoView {
    let body = NodeRef::<html::Tbody>::new();
    // One effect for all rows: an effect for each would cost more memory and
    // more time a key than the rows themselves.
    Effect::new(move || {
        if let Some(body) = body.get() {
            search
                .selection
                .with(|selection| browser::show_rows(&body, &selection.shown));
        }
    });
    view! {
        <table id="tracks">
            <thead>
                <tr>
                    <th scope="col" class="number">
                        <abbr title="Number">"No."</abbr>
                    </th>
                    <th scope="col">"Title"</th>
                    <th scope="col" class="length">
                        "Length"
                    </th>
                </tr>
            </thead>
            <tbody node_ref=body>{tracks.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}

fn row(track: Track) -> impl IntoView {
    let id = track.place().to_string();
    view! {
        <tr id=id data-seconds=track.length.seconds().to_string()>
            <td class="number">{track.number.to_string()}</td>
            <td class="title">{track.title}</td>
            <td class="length">{track.length.to_string()}</td>
        </tr>
    }
}
