//! The native side: writers' files into pages. Only this module opens files.
//!
//! Trunk's hooks call [`style`] before a build and [`site`] after it (see
//! `src/bin/publish.rs`). Every file is read and judged before the first one is
//! written, so a mistake leaves the last good site as it was.

mod blank;
pub mod desk;
mod front_matter;
mod link;
mod markdown;
pub mod page;
mod problem;
mod prose;
pub mod review_file;
mod shell;
mod site;
mod style;
mod table;
pub mod text;
mod toml_error;
mod track_entry;
mod track_list;
mod track_section;
mod words;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

pub use problem::Problem;

use crate::{
    import::is_slug,
    review::{Block, Inline, Review},
};
use shell::{Page, Shell};
use site::Site;

/// Why nothing was published.
#[derive(Debug)]
pub enum Failure {
    /// What writers have to mend.
    Problems(Vec<Problem>),
    /// What the machine or the set-up refused.
    Other(String),
}

impl Failure {
    fn io(action: &str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let what = format!("cannot {action} `{}`", path.display());
        move |error| Self::Other(format!("{what}: {error}"))
    }
}

/// Joins the style sheets of `project` into `target/style/main.css`, from where
/// Trunk takes them.
pub fn style(project: &Path) -> Result<(), Failure> {
    let css = style::bundle(&project.join("style/main.css")).map_err(Failure::Other)?;
    write(&project.join("target/style/main.css"), &css)
}

/// Publishes every review of `project` into `out`, where Trunk has put its
/// `index.html`. Returns how many there are.
pub fn site(project: &Path, out: &Path) -> Result<usize, Failure> {
    let (site, reviews) = read(project)?;
    let shell_path = out.join("index.html");
    let shell = fs::read_to_string(&shell_path).map_err(Failure::io("read", &shell_path))?;
    let shell = Shell::new(shell).map_err(|slot| {
        Failure::Other(format!(
            "`index.html` must hold the slot `{slot}` exactly once"
        ))
    })?;
    for review in &reviews {
        let path = out.join(&review.slug).join("index.html");
        write(&path, &review_page(&shell, &site, review, 1))?;
    }
    let front = at_root(reviews[0].clone());
    write(&shell_path, &review_page(&shell, &site, &front, 0))?;
    Ok(reviews.len())
}

fn review_page(shell: &Shell, site: &Site, review: &Review, depth: usize) -> String {
    shell.fill(&Page {
        language: &site.language,
        head: &page::head(review, &site.name),
        body: &page::body(review),
        depth,
    })
}

/// The site and its reviews, the newest first; or the problems of all files.
fn read(project: &Path) -> Result<(Site, Vec<Review>), Failure> {
    let mut problems = Vec::new();
    let site_path = project.join("site.toml");
    let site = text::open(&site_path, "site.toml")
        .map_err(|problem| vec![problem])
        .and_then(|text| site::read("site.toml", &text))
        .map_err(|found| problems.extend(found));
    let mut reviews = Vec::new();
    for path in review_paths(project)? {
        match read_review(&path) {
            Ok(review) => reviews.push(review),
            Err(found) => problems.extend(found),
        }
    }
    if reviews.is_empty() && problems.is_empty() {
        problems.push(Problem::of_file(
            "reviews/",
            "there is no review to publish",
            "expected at least one file such as `reviews/mission-impossible-fallout.md`",
        ));
    }
    let (Ok(site), []) = (site, &problems[..]) else {
        return Err(Failure::Problems(problems));
    };
    for review in &mut reviews {
        review.author = review.author.take().or_else(|| site.author.clone());
    }
    // Of two reviews of one day the slugs decide, so that a build is repeatable.
    reviews.sort_by(|a, b| (&b.published.iso, &a.slug).cmp(&(&a.published.iso, &b.slug)));
    Ok((site, reviews))
}

/// Every `reviews/*.md`, in the order of their names.
fn review_paths(project: &Path) -> Result<Vec<PathBuf>, Failure> {
    let folder = project.join("reviews");
    let entries = fs::read_dir(&folder).map_err(Failure::io("list", &folder))?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(Failure::io("list", &folder))?.path();
        // A file such as `a.MD` was meant to be a review; reading it says why not.
        let ending = path.extension().unwrap_or_default();
        if ["md", "markdown"]
            .iter()
            .any(|md| ending.eq_ignore_ascii_case(md))
        {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn read_review(path: &Path) -> Result<Review, Vec<Problem>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let shown = format!("reviews/{name}");
    let slug = name.strip_suffix(".md").unwrap_or(&name);
    if !is_slug(slug) {
        return Err(vec![Problem::of_file(
            &shown,
            format!("`{slug}` cannot be a page's address"),
            "expected a file name of small letters, digits and single hyphens, such as `john-wick.md`",
        )]);
    }
    let text = text::open(path, &shown).map_err(|problem| vec![problem])?;
    review_file::read(&shown, slug, &text)
}

/// The review as the front page shows it: addresses that were relative to its
/// own folder start from the site's root.
fn at_root(mut review: Review) -> Review {
    rebase_blocks(&mut review.article, &format!("{}/", review.slug));
    review
}

fn rebase_blocks(blocks: &mut [Block], folder: &str) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => rebase(content, folder),
            Block::Quote(blocks) => rebase_blocks(blocks, folder),
            Block::List { items, .. } => {
                items
                    .iter_mut()
                    .for_each(|item| rebase_blocks(item, folder));
            }
            Block::Break => {}
        }
    }
}

fn rebase(inlines: &mut [Inline], folder: &str) {
    for inline in inlines {
        match inline {
            Inline::Link { url, content } => {
                if link::is_relative(url) {
                    url.insert_str(0, folder);
                }
                rebase(content, folder);
            }
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Track { content, .. } => {
                rebase(content, folder);
            }
            Inline::Text(_) | Inline::Code(_) | Inline::LineBreak => {}
        }
    }
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Failure::io("create", folder))?;
    }
    fs::write(path, text).map_err(Failure::io("write", path))
}
