//! A short list of the newest other reviews before the text of the front page. On
//! a phone the full list at the end of the page is twenty screens away.

use super::markup::Markup;
use model::Others;

/// Adds the list, newest first; nothing if there are no such reviews.
pub fn latest_reviews(m: &mut Markup, others: &Others) {
    if others.latest.is_empty() {
        return;
    }
    m.element("nav", |m| {
        m.class("latest");
        m.attribute("aria-labelledby", "latest-heading");
        m.element("h2", |m| {
            m.attribute("id", "latest-heading");
            m.text("Other reviews");
        });
        m.element("ul", |m| {
            for entry in &others.latest {
                item(m, &entry.url, &entry.title);
            }
            if let Some(all) = &others.all {
                item(m, all, "All reviews");
            }
        });
    });
}

fn item(m: &mut Markup, href: &str, words: &str) {
    m.element("li", |m| {
        m.element("a", |m| {
            m.attribute("href", href);
            m.text(words);
        });
    });
}
