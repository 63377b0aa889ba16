//! A column header with a button over it that sorts by the column.

use leptos::prelude::*;

use super::{
    erased::{at, text},
    fixed::fixed,
    search_store::SearchStore,
};
use search::SortBy;

#[component]
pub fn SortHeader(
    /// The state of the search; a click changes its sort order.
    search: SearchStore,
    /// The column to sort by.
    by: SortBy,
    /// The header's text.
    label: &'static str,
) -> impl IntoView {
    let (class, button) = match by {
        SortBy::Number => ("number", "Sort by number"),
        SortBy::Title => ("title", "Sort by title"),
        SortBy::Artist => ("artist", "Sort by artist"),
        SortBy::Length => ("length", "Sort by length"),
    };
    let order = move || {
        let sort = search.with(|now| now.search.sort);
        let direction = match sort.descending {
            true => "descending",
            false => "ascending",
        };
        (sort.by == by).then(|| direction.to_owned())
    };
    let click = move |_| {
        search.commit(|search| search.sort = search.sort.clicked(by));
        let order = search.with_untracked(|now| now.search.sort.in_words());
        search.spoken.set(Some(order.to_owned()));
    };
    view! {
        <th scope=fixed("col") class=fixed(class) aria-sort=text(order)>
            {label}
            <button type=fixed("button") class=fixed("controls sort") aria-label=fixed(button) on:click:capture=at(click)></button>
        </th>
    }
}
