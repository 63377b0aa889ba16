//! Writes an article's blocks and inlines as elements.

use super::markup::Markup;
use model::{
    Block, Inline, mention_id,
    text::{concat, number},
};

/// Adds these blocks.
pub fn blocks(m: &mut Markup, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(content) => m.element("p", |m| inlines(m, content)),
            Block::Heading { level, content } => {
                let tag = match level {
                    2 => "h2",
                    3 => "h3",
                    _ => "h4",
                };
                m.element(tag, |m| inlines(m, content));
            }
            Block::Quote(content) => m.element("blockquote", |m| self::blocks(m, content)),
            Block::List { start, items } => list(m, *start, items),
            Block::Break => m.element("hr", |_| ()),
        }
    }
}

fn list(m: &mut Markup, start: Option<u32>, items: &[Vec<Block>]) {
    let tag = if start.is_some() { "ol" } else { "ul" };
    m.element(tag, |m| {
        if let Some(start) = start {
            m.attribute("start", &number(start));
        }
        for item in items {
            m.element("li", |m| blocks(m, item));
        }
    });
}

fn inlines(m: &mut Markup, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => m.text(text),
            Inline::Emphasis(content) => m.element("em", |m| self::inlines(m, content)),
            Inline::Strong(content) => m.element("strong", |m| self::inlines(m, content)),
            Inline::Code(text) => m.text_element("code", text),
            Inline::Link { url, content } => m.element("a", |m| {
                m.attribute("href", url);
                self::inlines(m, content);
            }),
            Inline::Track {
                place,
                mention,
                content,
            } => m.element("a", |m| {
                m.attribute("id", &mention_id(*mention));
                m.attribute("href", &concat(&["#", &place.row_id()]));
                self::inlines(m, content);
            }),
            Inline::Foreign { language, content } => m.element("span", |m| {
                m.attribute("lang", language);
                self::inlines(m, content);
            }),
            Inline::LineBreak => m.element("br", |_| ()),
        }
    }
}
