//! Prose as JSON: a text is a string, everything else an object that its first
//! field names.
//!
//! | JSON | meaning |
//! |---|---|
//! | `{"p": […]}` | a paragraph of inlines |
//! | `{"h": 2, "in": […]}` | a heading of this level |
//! | `{"quote": […]}` | a quote of blocks |
//! | `{"list": [[…], …], "start": 1}` | items of blocks; `start` in an ordered list |
//! | `{"hr": 1}` | a break |
//! | `"text"` | text |
//! | `{"em": […]}`, `{"strong": […]}` | emphasis |
//! | `{"code": "text"}` | code |
//! | `{"a": "url", "in": […]}` | a link |
//! | `{"mention": 1, "disc": 2, "number": 3, "in": […]}` | a mention of a track; `disc` as in [`TrackId`] |
//! | `{"lang": "fr", "in": […]}` | text in another language |
//! | `{"br": 1}` | a line break |

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::reader::{Json, Reader};
use crate::{Block, Inline, TrackId};

impl Serialize for Block {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::Paragraph(content) => map.serialize_entry("p", content)?,
            Self::Heading { level, content } => {
                map.serialize_entry("h", level)?;
                map.serialize_entry("in", content)?;
            }
            Self::Quote(blocks) => map.serialize_entry("quote", blocks)?,
            Self::List { start, items } => {
                map.serialize_entry("list", items)?;
                if let Some(start) = start {
                    map.serialize_entry("start", start)?;
                }
            }
            Self::Break => map.serialize_entry("hr", &1)?,
        }
        map.end()
    }
}

impl Serialize for Inline {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Self::Text(text) = self {
            return serializer.serialize_str(text);
        }
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::Text(_) => {}
            Self::Emphasis(content) => map.serialize_entry("em", content)?,
            Self::Strong(content) => map.serialize_entry("strong", content)?,
            Self::Code(text) => map.serialize_entry("code", text)?,
            Self::Link { url, content } => {
                map.serialize_entry("a", url)?;
                map.serialize_entry("in", content)?;
            }
            Self::Track {
                place,
                mention,
                content,
            } => {
                map.serialize_entry("mention", mention)?;
                if let Some(disc) = place.disc {
                    map.serialize_entry("disc", &disc)?;
                }
                map.serialize_entry("number", &place.number)?;
                map.serialize_entry("in", content)?;
            }
            Self::Foreign { language, content } => {
                map.serialize_entry("lang", language)?;
                map.serialize_entry("in", content)?;
            }
            Self::LineBreak => map.serialize_entry("br", &1)?,
        }
        map.end()
    }
}

/// Reads a list of blocks.
pub(super) fn blocks<J: Json>(json: &Reader<'_, J>) -> Vec<Block> {
    json.map(|json| block(&json))
}

fn block<J: Json>(json: &Reader<'_, J>) -> Block {
    if let Some(content) = json.optional("p") {
        Block::Paragraph(inlines(&content))
    } else if let Some(level) = json.optional("h") {
        Block::Heading {
            level: level.as_number() as u8,
            content: inlines(&json.field("in")),
        }
    } else if let Some(quote) = json.optional("quote") {
        Block::Quote(blocks(&quote))
    } else if let Some(items) = json.optional("list") {
        Block::List {
            start: json.optional_number("start"),
            items: items.map(|item| blocks(&item)),
        }
    } else {
        json.number("hr");
        Block::Break
    }
}

fn inlines<J: Json>(json: &Reader<'_, J>) -> Vec<Inline> {
    json.map(|json| inline(&json))
}

fn inline<J: Json>(json: &Reader<'_, J>) -> Inline {
    let content = || inlines(&json.field("in"));
    if let Some(text) = json.if_text() {
        Inline::Text(text)
    } else if let Some(content) = json.optional("em") {
        Inline::Emphasis(inlines(&content))
    } else if let Some(content) = json.optional("strong") {
        Inline::Strong(inlines(&content))
    } else if let Some(text) = json.optional("code") {
        Inline::Code(text.as_text())
    } else if let Some(url) = json.optional("a") {
        Inline::Link {
            url: url.as_text(),
            content: content(),
        }
    } else if let Some(mention) = json.optional("mention") {
        Inline::Track {
            place: TrackId {
                disc: json.optional_number("disc"),
                number: json.number("number"),
            },
            mention: mention.as_number(),
            content: content(),
        }
    } else if let Some(language) = json.optional("lang") {
        Inline::Foreign {
            language: language.as_text(),
            content: content(),
        }
    } else {
        json.number("br");
        Inline::LineBreak
    }
}
