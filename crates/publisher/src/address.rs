//! The addresses in a review's prose, changed for another place than the
//! review's own page.

use std::mem;

use model::{Block, Inline};
use source::link;

/// Changes the addresses of a review that is shown at the site's root as well:
/// those that were relative to its own page start from `folder`, which ends in
/// `/`. A search, such as `?q=storm`, is one of this page, wherever it is.
pub fn move_to_root(blocks: &mut [Block], folder: &str) {
    rebase(blocks, folder, |url| !url.starts_with('?'));
}

/// Puts `folder` before the relative addresses that are `moved`.
fn rebase(blocks: &mut [Block], folder: &str, moved: impl Fn(&str) -> bool) {
    each_inline(blocks, &mut |inline| {
        if let Inline::Link { url, .. } = inline
            && link::is_relative(url)
            && moved(url)
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
    rebase(blocks, page, |_| true);
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
    use super::{joined, make_absolute, move_to_root};
    use model::{Block, Inline};

    #[test]
    fn a_search_stays_on_the_page_that_it_is_a_link_of() {
        let link = |url: &str| {
            let url = url.to_owned();
            let content = Vec::new();
            vec![Block::Paragraph(vec![Inline::Link { url, content }])]
        };
        for (url, at_root, absolute) in [
            ("?q=storm", "?q=storm", "https://example.org/a/?q=storm"),
            ("../b/", "b/", "https://example.org/b/"),
        ] {
            let mut moved = link(url);
            move_to_root(&mut moved, "a/");
            assert_eq!(moved, link(at_root));
            let mut moved = link(url);
            make_absolute(&mut moved, "https://example.org/a/");
            assert_eq!(moved, link(absolute));
        }
    }

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
