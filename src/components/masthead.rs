//! The header of a review: series, title, standfirst, byline and the album's
//! facts, beside a drawing of the album as a record.

use super::markup::{Markup, element};
use model::{
    Date, Review, Work, WorkKind, record,
    text::{join, listed, number, split},
};
use search::Matches;

/// The header of this review.
pub fn masthead(review: &Review) -> Markup {
    let album = &review.album;
    element("header", |m| {
        m.class("masthead");
        record_drawing(m, review);
        if let Some(series) = &review.series {
            m.element("p", |m| {
                m.class("kicker");
                m.text(series);
            });
        }
        m.text_element("h1", &title(&review.title));
        m.element("p", |m| {
            m.class("standfirst");
            m.text(&review.standfirst);
        });
        byline(m, review);
        m.element("dl", |m| {
            m.class("facts");
            fact(m, "Music", &album.composed_by());
            fact(m, "Artist", album.artist.as_deref().unwrap_or_default());
            for work in &review.works {
                work_facts(m, work);
            }
            m.element("div", |m| {
                m.text_element("dt", "Released");
                m.element("dd", |m| day(m, &album.released));
            });
            let label: Vec<String> = [&album.label, &album.catalogue]
                .into_iter()
                .flatten()
                .cloned()
                .collect();
            fact(m, "Label", &join(&label, ", "));
            fact(m, "Album", &Matches::all(&album.tracks).status());
        });
        m.element("a", |m| {
            m.class("jump");
            m.attribute("href", "#tracks-heading");
            m.text("Jump to the tracks");
        });
    })
}

/// A no-break space keeps a dash off the start of a line.
fn title(title: &str) -> String {
    let parts: Vec<String> = split(title, " –").map(ToOwned::to_owned).collect();
    join(&parts, "\u{a0}–")
}

/// Decorative: the track list has the same information.
fn record_drawing(m: &mut Markup, review: &Review) {
    m.element("svg", |m| {
        m.class("record");
        m.attribute("viewBox", record::VIEW_BOX);
        m.attribute("aria-hidden", "true");
        circle(m, "vinyl", record::EDGE);
        m.element("path", |m| {
            m.class("bands");
            m.attribute("d", &record::bands(&review.album.tracks));
        });
        circle(m, "label", record::LABEL);
        circle(m, "hole", record::HOLE);
    });
}

fn circle(m: &mut Markup, class: &str, radius: u32) {
    m.element("circle", |m| {
        m.class(class);
        m.attribute("r", &number(radius));
    });
}

fn byline(m: &mut Markup, review: &Review) {
    m.element("p", |m| {
        m.class("byline");
        if !review.authors.is_empty() {
            m.element("span", |m| {
                m.class("author");
                m.text("By ");
                m.text(&listed(&review.authors));
            });
        }
        day(m, &review.published);
        m.text(" ");
        if let Some(updated) = &review.updated {
            m.element("span", |m| {
                m.text("Updated ");
                day(m, updated);
            });
            m.text(" ");
        }
        m.element("span", |m| {
            m.text(&number(review.reading_minutes));
            m.text(" min read");
        });
    });
}

/// What the music was written for.
fn work_facts(m: &mut Markup, work: &Work) {
    let (term, maker) = match work.kind {
        WorkKind::Film => ("Film", "Director"),
        WorkKind::Game => ("Game", "Developer"),
        WorkKind::Show => ("Series", ""),
        WorkKind::Stage => ("Stage", ""),
    };
    fact(m, term, &work.title);
    fact(m, maker, work.maker.as_deref().unwrap_or_default());
    fact(m, "Platform", work.platform.as_deref().unwrap_or_default());
}

/// One fact about the album; nothing if it is empty.
fn fact(m: &mut Markup, term: &str, text: &str) {
    if !text.is_empty() {
        m.element("div", |m| {
            m.text_element("dt", term);
            m.text_element("dd", text);
        });
    }
}

/// A date in words, in a `time` element with its ISO form.
fn day(m: &mut Markup, date: &Date) {
    m.element("time", |m| {
        m.attribute("datetime", &date.iso);
        m.text(&date.words);
    });
}
