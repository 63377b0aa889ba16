//! The addresses in a review's prose, changed for another place than the
//! review's own page.

use super::link;
use crate::review::{Block, Inline};

/// Lets addresses that were relative to the review's page start from where that
/// page is reached by `folder`, which ends in `/`.
pub fn rebase(blocks: &mut [Block], folder: &str) {
    each_inline(blocks, &mut |inline| {
        if let Inline::Link { url, .. } = inline
            && link::is_relative(url)
        {
            url.insert_str(0, folder);
        }
    });
}

/// Calls `change` for every run of text, outer ones first.
fn each_inline(blocks: &mut [Block], change: &mut impl FnMut(&mut Inline)) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => each(content, change),
            Block::Quote(blocks) => each_inline(blocks, change),
            Block::List { items, .. } => {
                items.iter_mut().for_each(|item| each_inline(item, change));
            }
            Block::Break => {}
        }
    }
}

fn each(inlines: &mut [Inline], change: &mut impl FnMut(&mut Inline)) {
    for inline in inlines {
        change(inline);
        match inline {
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Link { content, .. }
            | Inline::Track { content, .. } => each(content, change),
            Inline::Text(_) | Inline::Code(_) | Inline::LineBreak => {}
        }
    }
}
