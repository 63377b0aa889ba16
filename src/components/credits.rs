//! The footer of a review: the album's title and composer, its edition, and the
//! source that the review is based on.

use super::markup::Markup;
use model::Review;

/// Adds the credits of this review.
pub fn credits(m: &mut Markup, review: &Review) {
    let album = &review.album;
    m.element("footer", |m| {
        m.class("credits");
        m.element("p", |m| {
            m.text_element("cite", &album.title);
            m.text(", music by ");
            m.text(&album.composer);
            m.text(". ");
            m.text(album.edition.as_deref().unwrap_or_default());
        });
        if let Some(source) = &review.source {
            m.element("p", |m| {
                m.text("After ");
                m.element("a", |m| {
                    m.attribute("href", &source.url);
                    m.attribute("rel", "external");
                    m.text("“");
                    m.text(&source.title);
                    m.text("”");
                });
                for text in [", ", &source.publisher, ", ", &source.published.words, "."] {
                    m.text(text);
                }
            });
        }
    });
}
