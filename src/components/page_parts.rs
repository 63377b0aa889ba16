//! The parts of a page that never change while it is shown. The publisher renders
//! them into the page; the browser builds them anew for another review.

use super::{
    credits::credits,
    latest_reviews::latest_reviews,
    markup::{Markup, element},
    masthead::masthead,
    other_reviews::other_reviews,
    prose,
    search_help::search_help,
    track_table::track_groups,
    verdict::verdict,
};
use crate::dom;
use leptos::{prelude::Render, tachys::renderer::types::Element};
use model::Page;

/// What surrounds the islands, in the order of the page.
pub struct PageParts {
    pub masthead: Markup,
    /// The article's text, with the credits.
    pub text: Markup,
    pub help: Markup,
    /// The groups of rows of the track table.
    pub groups: Vec<Markup>,
    /// Links to other reviews; `None` on a site of one review.
    pub others: Option<Markup>,
}

impl PageParts {
    pub fn new(page: &Page) -> Self {
        let Page {
            review,
            others,
            examples,
        } = page;
        Self {
            masthead: masthead(review),
            text: text(page),
            help: search_help(examples),
            groups: track_groups(review),
            others: other_reviews(others),
        }
    }

    /// Puts the parts in the place of those that the page has.
    pub fn show(self, long: bool) {
        const ARTICLE: &str = ".review";
        const PANEL: &str = ".review > .tracks";
        dom::replace(
            ".review > .masthead",
            [self.masthead.build()],
            ARTICLE,
            PANEL,
        );
        dom::replace(".review > .text", [self.text.build()], ARTICLE, PANEL);
        dom::replace("#search-help", [self.help.build()], PANEL, "#tracks");
        dom::replace("#tracks > tbody", built(self.groups), "#tracks", "");
        dom::replace("#app > .others", built(self.others), "#app", "");
        dom::set_long(long);
    }
}

fn built(parts: impl IntoIterator<Item = Markup>) -> impl IntoIterator<Item = Element> {
    parts.into_iter().map(Render::build)
}

fn text(page: &Page) -> Markup {
    let Page { review, others, .. } = page;
    element("div", |m| {
        m.class("text");
        latest_reviews(m, others);
        m.element("div", |m| {
            m.class("prose");
            prose::blocks(m, &review.article);
        });
        verdict(m, review);
        credits(m, review);
        // Sticky on a phone, so it is in reach throughout the text.
        m.element("a", |m| {
            m.class("to-tracks");
            m.attribute("href", "#tracks-heading");
            m.text("Find a track");
        });
    })
}
