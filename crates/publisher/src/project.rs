//! Loads a project: parses and validates `site.toml` and every `reviews/*.md`.
//! Any error prevents publishing; all errors of all files are reported at once.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use crate::{
    failure::Failure,
    read_text,
    site::{self, Site},
};
use model::Review;
use source::import::is_slug;
use source::{diagnostic::Diagnostic, review_file};

/// Folders of the site that are not reviews: the list of all reviews, and
/// wasm-bindgen's snippets.
const RESERVED: [&str; 2] = ["all", "snippets"];

/// How to treat unpublished reviews.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    /// Publish them with a notice, for their writer.
    Shown,
    LeftOut,
}

/// A valid site.
pub struct Project {
    pub site: Site,
    /// At least one, newest first.
    pub reviews: Vec<Review>,
}

/// Loads the project's site and reviews.
///
/// # Errors
/// The diagnostics of all files, or an error of the file system.
pub fn read(project: &Path, drafts: Drafts) -> Result<Project, Failure> {
    let mut diagnostics = Vec::new();
    let site_path = project.join("site.toml");
    let site = read_text::read(&site_path, "site.toml")
        .map_err(|diagnostic| vec![diagnostic])
        .and_then(|text| site::read("site.toml", &text))
        .map_err(|found| diagnostics.extend(found));
    let paths = review_paths(project)?;
    // Parsed in parallel; `collect` keeps the order of the paths.
    let read: Vec<_> = paths.par_iter().map(|path| read_review(path)).collect();
    let mut reviews = Vec::new();
    for result in read {
        match result {
            Ok(review) => reviews.push(review),
            Err(found) => diagnostics.extend(found),
        }
    }
    // Drafts are validated too, and removed afterwards.
    reviews.retain(|review| drafts == Drafts::Shown || !review.draft);
    if reviews.is_empty() && diagnostics.is_empty() {
        diagnostics.push(Diagnostic::of_file(
            "reviews/",
            "there is no review to publish",
            "expected at least one file such as `reviews/mission-impossible-fallout.md` that is no draft",
        ));
    }
    let (Ok(site), []) = (site, &diagnostics[..]) else {
        return Err(Failure::Diagnostics(diagnostics));
    };
    for review in &mut reviews {
        review.author = review.author.take().or_else(|| site.author.clone());
    }
    // Reviews of the same day are ordered by slug, so that builds are
    // reproducible.
    reviews.sort_by(|a, b| (&b.published.iso, &a.slug).cmp(&(&a.published.iso, &b.slug)));
    Ok(Project { site, reviews })
}

/// All `reviews/*.md`, sorted by name.
fn review_paths(project: &Path) -> Result<Vec<PathBuf>, Failure> {
    let folder = project.join("reviews");
    let entries = fs::read_dir(&folder).map_err(Failure::io("list", &folder))?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(Failure::io("list", &folder))?.path();
        // A file such as `a.MD` is probably a review; parsing it reports the
        // wrong name.
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
    validate_slug(&shown, slug).map_err(|diagnostic| vec![diagnostic])?;
    let text = read_text::read(path, &shown).map_err(|diagnostic| vec![diagnostic])?;
    review_file::read(&shown, slug, &text)
}

/// The file name is the page's address, so two files cannot conflict; but one
/// could use an address that the site reserves.
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
