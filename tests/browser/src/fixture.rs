//! Pages that were not published: the site's own page with another review in
//! it, rendered by the same components. So a story or a measurement can have an
//! album of any size on the release site.
//!
//! The page is rendered by the source that this package is compiled with, and
//! hydrated by the wasm of the built site: both must be of the same state.

use liner_notes::{
    payload::{DATA_ID, Page, ROOT_ID},
    publish,
    review::{Album, Block, Date, Inline, Review, Track},
};

#[path = "../../../benches/tracks/mod.rs"]
mod tracks;

pub use tracks::tracks;

/// A published page with `review` in place of its own.
///
/// # Panics
/// Where the page is not one of the publisher's.
pub fn page(index_html: &str, review: &Review) -> String {
    with_body(
        index_html,
        &publish::page::body(&Page::alone(review.clone())),
    )
}

/// A published page with `body`, root and data, in place of its own.
pub(crate) fn with_body(index_html: &str, body: &str) -> String {
    let root = format!("<div id=\"{ROOT_ID}\"");
    let data = format!("id=\"{DATA_ID}\">");
    let parts = index_html.split_once(&root).and_then(|(before, rest)| {
        let (_, rest) = rest.split_once(&data)?;
        let (_, after) = rest.split_once("</script>")?;
        Some((before, after))
    });
    let (before, after) = parts.expect("a published page has its root, then its data");
    [before, body, after].concat()
}

/// A review with these tracks, and as little else as a review can have.
pub fn review_with(tracks: Vec<Track>) -> Review {
    let date = Date {
        iso: "2026-11-21".to_owned(),
        words: "21 November 2026".to_owned(),
    };
    Review {
        slug: "fixture".to_owned(),
        series: None,
        title: "A Fixture".to_owned(),
        standfirst: "An album of any size.".to_owned(),
        author: None,
        published: date.clone(),
        draft: false,
        film: None,
        source: None,
        album: Album {
            title: "A Fixture".to_owned(),
            composer: "Nobody".to_owned(),
            released: date,
            label: None,
            edition: None,
            tracks,
        },
        article: vec![Block::Paragraph(vec![Inline::Text(
            "Nothing is said of it.".to_owned(),
        )])],
        reading_minutes: 1,
    }
}

#[cfg(test)]
mod tests {
    use super::with_body;

    #[test]
    fn only_the_root_and_the_data_are_replaced() {
        let page = "<body>\n<div id=\"app\" data-nodes=\"1\"><div>a</div></div>\n\
            <script type=\"application/json\" id=\"review-data\">{}</script>\n</body>";
        assert_eq!(with_body(page, "NEW"), "<body>\nNEW\n</body>");
    }
}
