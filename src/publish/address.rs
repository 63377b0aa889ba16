//! The addresses in a review's prose, changed for another place than the
//! review's own page.

use std::mem;

use super::link;
use crate::review::{Block, Inline};

/// Lets addresses that were relative to the review's page start from where that
/// page is reached by `folder`, which ends in `/`.
pub fn rebase(blocks: &mut [Block], folder: &str) {
    each_inline(blocks, &mut |inline| {
        if let Inline::Link { url, .. } = inline
            && link::is_relative(url)
        {
            *url = joined(folder, url);
        }
    });
}

/// A page's folder is one below the site's root; whoever goes up further leaves
/// the site, and the browser may work out to where.
fn joined(folder: &str, address: &str) -> String {
    let (folder, address) = match address.strip_prefix("../") {
        Some(address) => (parent(folder), address),
        None => (folder, address),
    };
    format!("{folder}{address}")
}

fn parent(folder: &str) -> &str {
    let name = folder.trim_end_matches('/');
    &folder[..name.rfind('/').map_or(0, |slash| slash + 1)]
}

/// Lets every address start from nowhere: `page` is the review's own, in full,
/// and mentions of tracks lead to their rows there.
pub fn make_absolute(blocks: &mut [Block], page: &str) {
    rebase(blocks, page);
    each_inline(blocks, &mut |inline| {
        if let Inline::Track { place, content, .. } = inline {
            *inline = Inline::Link {
                url: format!("{page}#{place}"),
                content: mem::take(content),
            };
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
            | Inline::Track { content, .. }
            | Inline::Foreign { content, .. } => each(content, change),
            Inline::Text(_) | Inline::Code(_) | Inline::LineBreak => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn an_address_is_joined_without_a_detour() {
        for (folder, address, expected) in [
            ("a/", "b.html", "a/b.html"),
            ("a/", "?q=c", "a/?q=c"),
            ("a/", "../b/", "b/"),
            ("a/", "../", ""),
            ("a/", "../../", "../"),
            (
                "https://example.org/x/a/",
                "../b/#track-1",
                "https://example.org/x/b/#track-1",
            ),
        ] {
            assert_eq!(joined(folder, address), expected);
        }
    }
}
