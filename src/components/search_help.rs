//! The search help: a popover that the "?" beside the search box opens, with
//! examples that match the album's own tracks (`search::examples`). Each
//! example links to its search; the browser handles the link without a reload.

use super::markup::{Markup, element};
use model::{Example, payload::SEARCH_HELP_ID};
use search::SearchParams;

/// The help with these examples.
pub fn search_help(examples: &[Example]) -> Markup {
    element("div", |m| {
        m.attribute("id", SEARCH_HELP_ID);
        m.attribute("popover", "auto");
        m.attribute("role", "dialog");
        m.attribute("aria-labelledby", "search-help-heading");
        m.element("h3", |m| {
            m.attribute("id", "search-help-heading");
            m.text("What you can type");
        });
        m.element("dl", |m| {
            for example in examples {
                row(m, example);
            }
        });
        m.element("p", |m| {
            m.text_element("kbd", "/");
            m.text(" goes to the search box. ");
            m.text_element("kbd", "Esc");
            m.text(" clears it; press it again to reset the lengths. Words may be in any order, and all must match.");
        });
        m.element("button", |m| {
            m.attribute("type", "button");
            m.attribute("popovertarget", SEARCH_HELP_ID);
            m.attribute("popovertargetaction", "hide");
            m.text("Close");
        });
    })
}

fn row(m: &mut Markup, Example { text, meaning }: &Example) {
    let search = SearchParams {
        text: text.clone(),
        ..SearchParams::default()
    };
    m.element("dt", |m| {
        m.element("a", |m| {
            m.attribute("href", &search.to_address(""));
            m.text(text);
        });
    });
    m.text_element("dd", meaning);
}
