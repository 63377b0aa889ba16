//! The button that copies the address of a track's row. The publisher renders it;
//! in the browser one event listener handles the buttons of all rows.

use std::cell::RefCell;

use leptos::prelude::*;

use super::{markup::Markup, search_store::SearchStore};
use crate::dom;

/// The class by which the listener finds the buttons.
const CLASS: &str = "copy";
/// All classes of a button.
const BUTTON: &str = "controls copy";
const WORDS: &str = "Copy link";

/// Adds the button of a row.
pub fn copy_link(m: &mut Markup) {
    m.element("button", |m| {
        m.attribute("type", "button");
        m.class(BUTTON);
        m.text(WORDS);
    });
}

/// The button that shows the outcome of its click, if any. Copies share it. It lives
/// as long as the page; `Rc` would add bytes of wasm.
#[derive(Clone, Copy)]
pub struct ClickedButton(&'static RefCell<Option<dom::RowButton>>);

impl ClickedButton {
    /// Gives the button its text back.
    pub fn reset(self) {
        if let Some(button) = self.0.take() {
            button.say(WORDS);
        }
    }
}

/// Listens for clicks on the buttons from now on. The live region and the clicked
/// button show the outcome; the next click or search resets the returned button.
pub fn copy_links(search: SearchStore) -> ClickedButton {
    let clicked = ClickedButton(Box::leak(Box::default()));
    dom::on_row_button(CLASS, move |button, row| {
        dom::copy(dom::permalink(&search.lasting_path(), &row), move |done| {
            let words = match done {
                true => "Copied",
                false => "Copying is blocked here",
            };
            clicked.reset();
            button.say(words);
            clicked.0.replace(Some(button));
            search.spoken.set(Some(words.to_owned()));
        });
    });
    clicked
}
