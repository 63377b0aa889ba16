//! A list of reviews, each a link followed by the album's facts.

use super::markup::Markup;
use model::Entry;

/// Adds a list of these reviews, in their order.
///
/// VoiceOver announces a list without markers as a list only inside a `nav`, so
/// callers put it in one.
pub fn review_list(m: &mut Markup, entries: &[Entry]) {
    m.element("ul", |m| {
        m.class("reviews");
        for entry in entries {
            m.element("li", |m| {
                m.element("a", |m| {
                    m.attribute("href", &entry.url);
                    m.text(&entry.title);
                });
                m.text(" ");
                m.text_element("span", &entry.facts);
            });
        }
    });
}
