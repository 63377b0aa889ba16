//! The article as typed blocks and inlines. There is no variant for HTML, so
//! no content can bring its own.

use serde::{Deserialize, Serialize};

use super::TrackPlace;

/// A block of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
        place: TrackPlace,
        content: Vec<Inline>,
    },
    LineBreak,
}
