//! Rewrites the addresses in a review's prose for a page other than the
//! review's own: the front page, and the feed.

use std::mem;

use model::{Block, Inline};
use source::link;

/// Rewrites addresses for the copy of a review in the site's root. Those
/// relative to the review's own page get the prefix `folder`, which ends in
/// `/`. A query such as `?q=storm` refers to the current page and is kept.
pub fn move_to_root(blocks: &mut [Block], folder: &str) {
    rebase(blocks, folder, |url| !url.starts_with('?'));
}

/// Prefixes `folder` to the relative addresses for which `moved` is true.
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

/// Resolves one `../`, as pages are one folder below the site's root. Further
/// ones leave the site, and the browser resolves them. The root itself is `./`,
/// because an address without a path would keep the search in the reader's
/// address; so is whatever a browser may read differently at the start.
fn joined(folder: &str, address: &str) -> String {
    let (folder, address) = match address.strip_prefix("../") {
        Some(address) => (parent(folder), address),
        None => (folder, address),
    };
    let is_name = address.starts_with(|c: char| c.is_alphanumeric() || c == '.');
    match folder {
        "" if !is_name => format!("./{address}"),
        _ => format!("{folder}{address}"),
    }
}

fn parent(folder: &str) -> &str {
    let name = folder.trim_end_matches('/');
    &folder[..name.rfind('/').map_or(0, |slash| slash + 1)]
}

/// Makes all addresses absolute. `page` is the absolute URL of the review's
/// page; mentions of tracks become links to its rows.
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

/// Calls `change` for every inline, outer ones before inner ones.
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
    use proptest::prelude::*;
    use source::link::{self, Target};
    use url::Url;

    fn link(url: &str) -> Vec<Block> {
        let url = url.to_owned();
        let content = Vec::new();
        vec![Block::Paragraph(vec![Inline::Link { url, content }])]
    }

    fn moved(address: &str, change: impl Fn(&mut [Block])) -> String {
        let mut blocks = link(address);
        change(&mut blocks);
        match &blocks[..] {
            [Block::Paragraph(inlines)] => match &inlines[..] {
                [Inline::Link { url, .. }] => url.clone(),
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        }
    }

    /// What addresses are made of, and what turns one kind into another.
    const PIECES: [&str; 24] = [
        "../",
        "..",
        "./",
        ".",
        "/",
        "//",
        "\\",
        "b",
        "b/",
        "b.html",
        "?q=c",
        "?",
        "#d",
        "#",
        ":",
        "@",
        "%2e%2e/",
        "%2F",
        " ",
        "\t",
        "javascript:alert(1)",
        "data:,",
        "https:",
        "https://example.com/",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        /// As a browser resolves it, on the review's own page, on the front page
        /// and in the feed; a relative one never leaves the host.
        #[test]
        fn an_accepted_link_leads_to_one_place_from_everywhere(
            pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 1..6),
            search in prop::sample::select(vec!["", "?q=storm"]),
        ) {
            let address = pieces.concat();
            let Ok(Target::Url(accepted)) = link::target(&address, None) else {
                return Ok(());
            };
            // These refer to the page that the reader is on.
            if accepted.starts_with(['?', '#']) {
                return Ok(());
            }
            let at = |page: &str, address: &str| Url::parse(page).unwrap().join(address);
            let root = format!("https://host.example/site/{search}");
            let page = format!("https://host.example/site/a/{search}");
            let own = at(&page, &accepted);
            let front = moved(&accepted, |blocks| move_to_root(blocks, "a/"));
            let feed = moved(&accepted, |blocks| make_absolute(blocks, "https://host.example/site/a/"));
            prop_assert_eq!(&own, &at(&root, &front), "{} became {}", accepted, front);
            prop_assert_eq!(&own, &at("https://reader.example/", &feed), "{} became {}", accepted, feed);
            if link::is_relative(&accepted) {
                let host = Url::parse(&root).unwrap().origin();
                prop_assert_eq!(own.map(|url| url.origin()), Ok(host), "{}", accepted);
            }
        }
    }

    #[test]
    fn query_stays_on_its_page() {
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
    fn joined_address_has_no_detour() {
        for (folder, address, expected) in [
            ("a/", "b.html", "a/b.html"),
            ("a/", "?q=c", "a/?q=c"),
            ("a/", "../b/", "b/"),
            ("a/", "../", "./"),
            ("a/", "../?q=c", "./?q=c"),
            ("a/", "../#about", "./#about"),
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
