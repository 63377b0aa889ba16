//! Loads a project: parses and validates `site.toml` and every `reviews/*.md`.
//! Any error prevents publishing; all errors of all files are reported at once.

use std::{
    borrow::Cow,
    fs,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use crate::{
    failure::Failure,
    links, read_text,
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
    let site = match site_path.exists() {
        true => read_text::read(&site_path, "site.toml"),
        false => Err(Diagnostic::of_file(
            "site.toml",
            "the site has no `site.toml`",
            "expected that file, with `name = \"Liner Notes\"` and `language = \"en\"`",
        )),
    };
    let site = site
        .map_err(|diagnostic| vec![diagnostic])
        .and_then(|text| site::read("site.toml", &text))
        .map_err(|found| diagnostics.extend(found));
    let Paths { reviews, misplaced } = review_paths(project)?;
    diagnostics.extend(misplaced);
    // Parsed in parallel; `collect` keeps the order of the paths.
    let read: Vec<_> = reviews.par_iter().map(|path| read_review(path)).collect();
    let mut reviews = Vec::new();
    for result in read {
        match result {
            Ok(review) => reviews.push(review),
            Err(found) => diagnostics.extend(found),
        }
    }
    // Drafts are validated too, and removed afterwards.
    let is_left_out = |review: &Review| drafts == Drafts::LeftOut && review.draft;
    let (left_out, mut reviews): (Vec<_>, Vec<_>) = reviews.into_iter().partition(is_left_out);
    if diagnostics.is_empty() {
        let left_out = left_out.into_iter().map(|review| review.slug).collect();
        diagnostics.extend(links::check(project, &reviews, &left_out));
    }
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
        if review.authors.is_empty() {
            review.authors.extend(site.author.clone());
        }
    }
    // Reviews of the same day are ordered by slug, so that builds are
    // reproducible.
    reviews.sort_by(|a, b| (&b.published.iso, &a.slug).cmp(&(&a.published.iso, &b.slug)));
    Ok(Project { site, reviews })
}

/// What is in the folder `reviews/`.
struct Paths {
    /// All `reviews/*.md`, sorted by name.
    reviews: Vec<PathBuf>,
    /// Reports of files that look like reviews and would not be read.
    misplaced: Vec<Diagnostic>,
}

fn review_paths(project: &Path) -> Result<Paths, Failure> {
    let mut reviews = Vec::new();
    let mut misplaced = Vec::new();
    for path in entries(&project.join("reviews"))? {
        let name = file_name(&path);
        // Editors and systems write files such as `.#x.md` and `._x.md`.
        if name.starts_with('.') {
            continue;
        }
        // A file such as `a.MD` is probably a review; parsing it reports the
        // wrong name.
        if has_ending(&path, &["md", "markdown"]) {
            reviews.push(path);
        } else if has_ending(&path, &["mdx", "mdown", "mkd"]) {
            misplaced.push(Diagnostic::of_file(
                &format!("reviews/{name}"),
                "the name of a review ends in `.md`",
                "expected another name, or this file elsewhere",
            ));
        } else if path.is_dir() {
            let inner = entries(&path)?;
            let inner = inner
                .iter()
                .filter(|path| has_ending(path, &["md", "markdown"]));
            misplaced.extend(inner.map(|inner| {
                Diagnostic::of_file(
                    &format!("reviews/{name}/{}", file_name(inner)),
                    "reviews in folders are not published",
                    "expected the file in `reviews/` itself",
                )
            }));
        }
    }
    Ok(Paths { reviews, misplaced })
}

/// The files and folders in a folder, sorted by name.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let listed = fs::read_dir(folder).map_err(Failure::io("list", folder))?;
    let paths = listed.map(|entry| entry.map(|entry| entry.path()));
    let mut paths: Vec<PathBuf> = paths
        .collect::<Result<_, _>>()
        .map_err(Failure::io("list", folder))?;
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> Cow<'_, str> {
    path.file_name().unwrap_or_default().to_string_lossy()
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let own = path.extension().unwrap_or_default();
    endings
        .iter()
        .any(|ending| own.eq_ignore_ascii_case(ending))
}

fn read_review(path: &Path) -> Result<Review, Vec<Diagnostic>> {
    let name = file_name(path);
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
