//! The button that copies the address of a track's row. The publisher renders it;
//! in the browser one event listener handles the buttons of all rows.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;

use super::search_store::SearchStore;
use crate::dom;

/// The class by which the listener finds the buttons.
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

/// Listens for clicks on the buttons from now on. The clicked button and the live
/// region show the outcome; the previously clicked button gets its text back.
pub fn copy_links(search: SearchStore) {
    let last = Rc::new(RefCell::new(None::<dom::RowButton>));
    dom::on_row_button(CLASS, move |button, row| {
        let last = Rc::clone(&last);
        dom::copy(dom::permalink(&row), move |done| {
            let words = match done {
                true => "Copied",
                false => "Copying is blocked here",
            };
            if let Some(before) = last.replace(Some(button.clone())) {
                before.say(WORDS);
            }
            button.say(words);
            search.spoken.set(Some(words.to_owned()));
        });
    });
}
