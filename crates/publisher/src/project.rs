//! What writers left to be published: `site.toml` and every `reviews/*.md`,
//! read and judged as a whole. One mistake anywhere, and there is nothing to
//! publish; all mistakes of all files are told at once.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use crate::{
    Failure, read_text,
    site::{self, Site},
};
use model::Review;
use source::import::is_slug;
use source::{diagnostic::Diagnostic, review_file};

/// Folders of the site that are not a review's: the page of all reviews, and
/// where wasm-bindgen puts a crate's own scripts.
const RESERVED: [&str; 2] = ["all", "snippets"];

/// What becomes of reviews that are not finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    /// They get a page that says what they are, for their writer to look at.
    Shown,
    LeftOut,
}

/// A whole site, without a mistake.
pub struct Project {
    pub site: Site,
    /// At least one, the newest first.
    pub reviews: Vec<Review>,
}

/// Reads the project's site and reviews.
///
/// # Errors
/// The problems of all files, or what the machine refused.
pub fn read(project: &Path, drafts: Drafts) -> Result<Project, Failure> {
    let mut problems = Vec::new();
    let site_path = project.join("site.toml");
    let site = read_text::read(&site_path, "site.toml")
        .map_err(|problem| vec![problem])
        .and_then(|text| site::read("site.toml", &text))
        .map_err(|found| problems.extend(found));
    let paths = review_paths(project)?;
    // In parallel, and in the order of their names all the same.
    let read: Vec<_> = paths.par_iter().map(|path| read_review(path)).collect();
    let mut reviews = Vec::new();
    for result in read {
        match result {
            Ok(review) => reviews.push(review),
            Err(found) => problems.extend(found),
        }
    }
    // A draft is judged as every other file is, and only then left out.
    reviews.retain(|review| drafts == Drafts::Shown || !review.draft);
    if reviews.is_empty() && problems.is_empty() {
        problems.push(Diagnostic::of_file(
            "reviews/",
            "there is no review to publish",
            "expected at least one file such as `reviews/mission-impossible-fallout.md` that is no draft",
        ));
    }
    let (Ok(site), []) = (site, &problems[..]) else {
        return Err(Failure::Diagnostics(problems));
    };
    for review in &mut reviews {
        review.author = review.author.take().or_else(|| site.author.clone());
    }
    // Of two reviews of one day the slugs decide, so that a build is repeatable.
    reviews.sort_by(|a, b| (&b.published.iso, &a.slug).cmp(&(&a.published.iso, &b.slug)));
    Ok(Project { site, reviews })
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

fn read_review(path: &Path) -> Result<Review, Vec<Diagnostic>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let shown = format!("reviews/{name}");
    let slug = name.strip_suffix(".md").unwrap_or(&name);
    validate_slug(&shown, slug).map_err(|problem| vec![problem])?;
    let text = read_text::read(path, &shown).map_err(|problem| vec![problem])?;
    review_file::read(&shown, slug, &text)
}

/// A file's name is its page's address, so no two files can claim one address;
/// but one could claim another page's.
fn validate_slug(shown: &str, slug: &str) -> Result<(), Diagnostic> {
    if !is_slug(slug) {
        return Err(Diagnostic::of_file(
            shown,
            format!("`{slug}` cannot be a page's address"),
            "expected a file name of small letters, digits and single hyphens, such as `john-wick.md`",
        ));
    }
    if RESERVED.contains(&slug) {
        return Err(Diagnostic::of_file(
            shown,
            format!("`{slug}/` is an address that the site itself needs"),
            format!("expected another file name, such as `{slug}-review.md`"),
        ));
    }
    Ok(())
}
