//! Checks that links from one review to another lead to a page of this site.
//! Called by `project` once every review was read, as only then all pages are
//! known.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use model::{Block, Inline, Review, payload::ALL_REVIEWS};
use source::{
    diagnostic::{Diagnostic, SourceFile},
    link,
};

use crate::{notice::Unpublished, read_text};

/// Reports a review's links to pages that are not there. `pages` are the slugs
/// of the site's pages; `left_out` those of reviews that are not published.
pub fn check(
    project: &Path,
    review: &Review,
    pages: &HashSet<String>,
    left_out: &HashMap<String, Unpublished>,
) -> Vec<Diagnostic> {
    let mut urls = Vec::new();
    collect(&review.article, &mut urls);
    urls.retain(|url| !leads_to_a_page(url, pages));
    if urls.is_empty() {
        return Vec::new();
    }
    let path = format!("reviews/{}.md", review.slug);
    let text = read_text::read_in_project(project, &path).unwrap_or_default();
    report(&SourceFile::new(&path, &text), &urls, left_out)
}

/// One diagnostic a link, at its address.
fn report(
    file: &SourceFile,
    urls: &[&str],
    left_out: &HashMap<String, Unpublished>,
) -> Vec<Diagnostic> {
    let text = file.text();
    let mut at = 0;
    let diagnostics = urls.iter().map(|url| {
        let found = text[at..].find(url).map_or(0, |offset| at + offset);
        at = found;
        let end = text.len().min(found + url.len());
        let what = match slug(url).and_then(|slug| left_out.get(slug)) {
            Some(Unpublished::Draft) => {
                format!("`{url}` is the page of a draft, which is not published")
            }
            Some(Unpublished::HeldBack(date)) => {
                format!(
                    "`{url}` is the page of a review that is held back until {}",
                    date.iso
                )
            }
            None => format!("there is no page `{url}` on this site"),
        };
        let expected = "expected the address of a published review, such as `../john-wick/`";
        file.problem(found..end, what, expected.to_owned())
    });
    diagnostics.collect()
}

fn leads_to_a_page(url: &str, pages: &HashSet<String>) -> bool {
    if !link::is_relative(url) || url.starts_with(['?', '#']) {
        return true;
    }
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let Some(inner) = path.strip_prefix("../") else {
        return false;
    };
    // Beyond the site, or a file beside the pages: not known here.
    let file = inner.rsplit('/').next().unwrap_or_default();
    let is_source = file.ends_with(".md");
    let is_elsewhere = inner.starts_with("../") || file.contains('.') && !is_source;
    let is_list = pages.len() > 1 && inner == ALL_REVIEWS;
    is_elsewhere
        || inner.is_empty()
        || is_list
        || slug(url).is_some_and(|slug| pages.contains(slug))
}

/// `john-wick` of `../john-wick/#track-1`.
fn slug(url: &str) -> Option<&str> {
    let path = url.split(['?', '#']).next()?;
    path.strip_prefix("../")?.strip_suffix('/')
}

/// The addresses of all links, in the order of the text.
fn collect<'a>(blocks: &'a [Block], urls: &mut Vec<&'a str>) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => {
                collect_inlines(content, urls);
            }
            Block::Quote(blocks) => collect(blocks, urls),
            Block::List { items, .. } => items.iter().for_each(|item| collect(item, urls)),
            Block::Break => {}
        }
    }
}

fn collect_inlines<'a>(inlines: &'a [Inline], urls: &mut Vec<&'a str>) {
    for inline in inlines {
        match inline {
            Inline::Link { url, content } => {
                urls.push(url);
                collect_inlines(content, urls);
            }
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Track { content, .. }
            | Inline::Foreign { content, .. } => collect_inlines(content, urls),
            Inline::Text(_) | Inline::Code(_) | Inline::LineBreak => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_links_lead_to_published_pages() {
        let pages = HashSet::from(["john-wick", "night-trains"].map(str::to_owned));
        for url in [
            "https://example.org/x",
            "mailto:a@example.org",
            "?q=storm",
            "../john-wick/",
            "../john-wick/#track-1",
            "../john-wick/?q=storm",
            "../",
            "../all/",
            "../feed.xml",
            "../cover/front.pdf",
            "../../about/",
        ] {
            assert!(leads_to_a_page(url, &pages), "{url}");
        }
        for url in [
            "../john-wic/",
            "../john-wick",
            "../john-wick.md",
            "../no.where/",
            "john-wick/",
            "example.org",
            "../x/#track-1",
        ] {
            assert!(!leads_to_a_page(url, &pages), "{url}");
        }
    }
}
