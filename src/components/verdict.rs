//! The end of a review: its verdict in one sentence, and its rating.

use super::markup::Markup;
use model::Review;

/// Adds the verdict and the rating of this review, if there are any.
pub fn verdict(m: &mut Markup, review: &Review) {
    if review.verdict.is_none() && review.rating.is_none() {
        return;
    }
    m.element("p", |m| {
        m.class("verdict");
        m.text(review.verdict.as_deref().unwrap_or_default());
        if let Some(rating) = &review.rating {
            m.text(" ");
            m.element("span", |m| {
                m.class("rating");
                m.text(&rating.value);
                m.text(" out of ");
                m.text(&rating.best);
            });
        }
    });
}
