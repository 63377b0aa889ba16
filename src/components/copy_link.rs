//! The button that copies the address of a track's row. The publisher renders
//! it; in the browser one listener serves the buttons of all rows.

use leptos::prelude::*;

use super::search_store::SearchStore;
use crate::dom;

/// The buttons' class, which the listener knows them by.
const CLASS: &str = "copy";
const WORDS: &str = "Copy link";

#[component]
pub fn CopyLink() -> impl IntoView {
    let class = format!("controls {CLASS}");
    view! {
        <button type="button" class=class>
            {WORDS}
        </button>
    }
}

/// Has the buttons copy from now on; the last one pressed says what was done,
/// and the search speaks it.
pub fn copy_links(search: SearchStore) {
    let last = StoredValue::new_local(None::<dom::RowButton>);
    dom::on_row_button(CLASS, move |button, row| {
        dom::copy(dom::permalink(&row), move |done| {
            let words = match done {
                true => "Copied",
                false => "Not allowed here",
            };
            last.update_value(|last| {
                if let Some(before) = last.replace(button.clone()) {
                    before.say(WORDS);
                }
            });
            button.say(words);
            search.spoken.set(Some(words.to_owned()));
        });
    });
}
