//! Lists and reads the files in `reviews/`. Which of them are published is
//! decided by [`project`](crate::project).

use std::{
    borrow::Cow,
    fs,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use crate::{failure::Failure, read_text, slug};
use model::Review;
use source::{diagnostic::Diagnostic, review_file};

const FOLDER: &str = "reviews";
const ENDINGS: [&str; 2] = ["md", "markdown"];
/// Of files that are probably reviews, and would not be read.
const SIMILAR_ENDINGS: [&str; 3] = ["mdx", "mdown", "mkd"];

/// A review's file that was read.
pub enum ReviewFile {
    Complete(Review),
    /// A draft with faults, which are warnings.
    Draft {
        slug: String,
        /// What could be read; `None` where its name cannot be that of a page.
        review: Option<Review>,
        warnings: Vec<Diagnostic>,
    },
    Faulty(Vec<Diagnostic>),
}

/// Reads all reviews, in parallel and in the order of their names. Files that
/// look like reviews and are not read are faulty ones.
///
/// # Errors
/// A folder cannot be listed.
pub fn read(project: &Path) -> Result<Vec<ReviewFile>, Failure> {
    let folder = project.join(FOLDER);
    if read_text::leads_out(project, &folder) {
        return Ok(vec![ReviewFile::Faulty(vec![leads_out("reviews/")])]);
    }
    let Paths { reviews, misplaced } = paths(project, &folder)?;
    let mut files = vec![ReviewFile::Faulty(misplaced)];
    files.par_extend(reviews.par_iter().map(|name| read_review(project, name)));
    Ok(files)
}

/// What is in the folder `reviews/`.
struct Paths {
    /// The names of all reviews, sorted.
    reviews: Vec<String>,
    misplaced: Vec<Diagnostic>,
}

fn paths(project: &Path, folder: &Path) -> Result<Paths, Failure> {
    let mut reviews = Vec::new();
    let mut misplaced = Vec::new();
    for path in entries(folder)? {
        let name = file_name(&path);
        let shown = format!("{FOLDER}/{name}");
        // Editors and systems write files such as `.#x.md` and `._x.md`.
        if name.starts_with('.') {
            continue;
        }
        // A file such as `a.MD` is probably a review; reading it reports the
        // wrong name.
        if has_ending(&path, &ENDINGS) {
            reviews.push(name.into_owned());
        } else if has_ending(&path, &SIMILAR_ENDINGS) {
            misplaced.push(Diagnostic::of_file(
                &shown,
                "the name of a review ends in `.md`",
                "expected another name, or this file elsewhere",
            ));
        } else if path.is_dir() && read_text::leads_out(project, &path) {
            misplaced.push(leads_out(&shown));
        } else if path.is_dir() {
            let inner = entries(&path)?;
            let inner = inner.iter().filter(|path| has_ending(path, &ENDINGS));
            misplaced.extend(inner.map(|inner| {
                Diagnostic::of_file(
                    &format!("{shown}/{}", file_name(inner)),
                    "reviews in folders are not published",
                    "expected the file in `reviews/` itself",
                )
            }));
        }
    }
    Ok(Paths { reviews, misplaced })
}

fn leads_out(shown: &str) -> Diagnostic {
    Diagnostic::of_file(
        shown,
        "this is a link to a folder outside of the project",
        "expected the folder itself, or no such link",
    )
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

/// The file name is the page's address, so two files cannot conflict; but one
/// could use an address that nobody can have.
fn read_review(project: &Path, name: &str) -> ReviewFile {
    let shown = format!("{FOLDER}/{name}");
    let slug = name.strip_suffix(".md").unwrap_or(name);
    let text = match read_text::read_in_project(project, &shown) {
        Ok(text) => text,
        Err(diagnostic) => return ReviewFile::Faulty(vec![diagnostic]),
    };
    let address = slug::validate(slug)
        .map_err(|refused| Diagnostic::of_file(&shown, refused.what, refused.expected));
    let (diagnostics, is_page) = match address {
        Err(diagnostic) => (vec![diagnostic], false),
        Ok(()) => match review_file::read(&shown, slug, &text) {
            Ok(review) => return ReviewFile::Complete(review),
            Err(diagnostics) => (diagnostics, true),
        },
    };
    if !review_file::is_draft(&text) {
        return ReviewFile::Faulty(diagnostics);
    }
    ReviewFile::Draft {
        slug: slug.to_owned(),
        review: is_page.then(|| review_file::read_draft(&shown, slug, &text)),
        warnings: diagnostics
            .into_iter()
            .map(Diagnostic::into_warning)
            .collect(),
    }
}
