//! Links to other reviews: the previous, the next, and a list of the newest. A
//! site with one review has none.

use super::{
    markup::{Markup, element},
    review_list::review_list,
};
use model::{Entry, Others};

/// The links; `None` if there are no other reviews.
pub fn other_reviews(others: &Others) -> Option<Markup> {
    let all = others.all.as_ref()?;
    Some(element("nav", |m| {
        m.class("others");
        m.attribute("aria-labelledby", "others-heading");
        m.element("h2", |m| {
            m.attribute("id", "others-heading");
            m.text("More reviews");
        });
        m.element("p", |m| {
            m.class("neighbours");
            neighbour(m, "prev", "Previous", others.previous.as_ref());
            m.text(" ");
            neighbour(m, "next", "Next", others.next.as_ref());
        });
        if !others.newest.is_empty() {
            review_list(m, &others.newest);
        }
        m.element("p", |m| {
            m.element("a", |m| {
                m.attribute("href", all);
                m.text("All reviews");
            });
        });
    }))
}

fn neighbour(m: &mut Markup, rel: &str, word: &str, entry: Option<&Entry>) {
    let Some(entry) = entry else { return };
    m.element("a", |m| {
        m.attribute("href", &entry.url);
        m.attribute("rel", rel);
        m.text_element("span", word);
        m.text(" ");
        m.text(&entry.title);
    });
}
