//! The article as typed blocks and inlines. There is no variant for raw HTML,
//! so content cannot inject any.

use super::{
    TrackId,
    text::{concat, number},
};

/// A block of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Paragraph(Vec<Inline>),
    Heading {
        /// 2 to 4; level 1 is the page's title.
        level: u8,
        content: Vec<Inline>,
    },
    Quote(Vec<Block>),
    List {
        /// The first number of an ordered list, at most nine digits (CommonMark 0.31,
        /// 5.2); `None` for a bulleted list.
        start: Option<u32>,
        items: Vec<Vec<Block>>,
    },
    Break,
}

/// A run of text inside a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    Text(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Code(String),
    /// A link out of the review. Its scheme was validated: `http`, `https`,
    /// `mailto`, or a relative address.
    Link {
        url: String,
        content: Vec<Inline>,
    },
    /// A mention of a track of this album, shown as a link to its row.
    Track {
        place: TrackId,
        /// Counted from 1 through the article; see [`mention_id`].
        mention: u32,
        content: Vec<Inline>,
    },
    /// Text in another language than the page's.
    Foreign {
        /// A BCP 47 language tag, such as `fr`.
        language: String,
        content: Vec<Inline>,
    },
    LineBreak,
}

/// The id of a mention's element, which the track's row links back to.
pub fn mention_id(mention: u32) -> String {
    concat(&["mention-", &number(mention)])
}

/// All mentions of tracks, in the order of the article.
pub fn mentions(article: &[Block]) -> Vec<(TrackId, u32)> {
    let mut found = Vec::new();
    in_blocks(article, &mut found);
    found
}

fn in_blocks(blocks: &[Block], found: &mut Vec<(TrackId, u32)>) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => {
                in_inlines(content, found)
            }
            Block::Quote(blocks) => in_blocks(blocks, found),
            Block::List { items, .. } => items.iter().for_each(|item| in_blocks(item, found)),
            Block::Break => {}
        }
    }
}

fn in_inlines(inlines: &[Inline], found: &mut Vec<(TrackId, u32)>) {
    for inline in inlines {
        match inline {
            Inline::Track { place, mention, .. } => found.push((*place, *mention)),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Link { content, .. }
            | Inline::Foreign { content, .. } => in_inlines(content, found),
            Inline::Text(_) | Inline::Code(_) | Inline::LineBreak => {}
        }
    }
}
