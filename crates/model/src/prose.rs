//! The article as typed blocks and inlines. There is no variant for HTML, so
//! no content can bring its own.

use super::TrackId;

/// A block of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Paragraph(Vec<Inline>),
    Heading {
        /// 2 to 4: the page's own title is the only first-level heading.
        level: u8,
        content: Vec<Inline>,
    },
    Quote(Vec<Block>),
    List {
        /// The first number of an ordered list; `None` where it has bullets.
        start: Option<u64>,
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
    /// A link out of the review; the publisher has let only `http`, `https`,
    /// `mailto` and relative addresses through.
    Link {
        url: String,
        content: Vec<Inline>,
    },
    /// A mention of a track of this album.
    Track {
        place: TrackId,
        /// Counted from one through the article; tells its element's id.
        mention: u32,
        content: Vec<Inline>,
    },
    /// Words in another language than the page's.
    Foreign {
        /// A BCP 47 language tag, such as `fr`.
        language: String,
        content: Vec<Inline>,
    },
    LineBreak,
}

/// The id of the element that is a mention, which rows lead back to.
pub fn mention_id(mention: u32) -> String {
    format!("mention-{mention}")
}

/// Every mention of a track, in the order of the article.
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
