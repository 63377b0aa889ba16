//! The footer of a review: the album's credits and edition, where it can be heard,
//! and the source that the review is based on.

use super::markup::Markup;
use model::{Review, text::concat};

/// Adds the credits of this review.
pub fn credits(m: &mut Markup, review: &Review) {
    let album = &review.album;
    m.element("footer", |m| {
        m.class("credits");
        m.element("p", |m| {
            m.text_element("cite", &album.title);
            let music = album.composed_by();
            if !music.is_empty() {
                m.text(", music by ");
                m.text(&music);
            }
            if let Some(artist) = &album.artist {
                m.text(", performed by ");
                m.text(artist);
            }
            m.text(".");
            if let Some(edition) = &album.edition {
                m.text(" ");
                m.text(edition);
            }
            if let Some(barcode) = &album.barcode {
                m.text(" Barcode ");
                m.text(barcode);
                m.text(".");
            }
        });
        if !album.listen.is_empty() {
            m.element("p", |m| {
                m.text("Listen: ");
                for (at, link) in album.listen.iter().enumerate() {
                    m.text(if at > 0 { ", " } else { "" });
                    external(m, &link.url, &link.name);
                }
            });
        }
        if let Some(url) = &album.musicbrainz {
            m.element("p", |m| {
                m.text("More about the release: ");
                external(m, url, "MusicBrainz");
            });
        }
        if let Some(source) = &review.source {
            m.element("p", |m| {
                m.text("After ");
                external(m, &source.url, &concat(&["“", &source.title, "”"]));
                for text in [", ", &source.publisher, ", ", &source.published.words, "."] {
                    m.text(text);
                }
            });
        }
    });
}

/// A link to another site.
fn external(m: &mut Markup, url: &str, text: &str) {
    m.element("a", |m| {
        m.attribute("href", url);
        m.attribute("rel", "external");
        m.text(text);
    });
}
