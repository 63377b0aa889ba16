//! Creates a file in `reviews/`: a starter file with placeholders (`new`), or a
//! draft converted from another text (`import`).
//!
//! `main.rs` calls it for `cargo xtask new` and `cargo xtask import`. The
//! content comes from [`source::import`].

use std::{
    fs::{self, File},
    io::{ErrorKind, Write},
    path::Path,
};

use crate::{failure::Failure, read_text};
use source::import::{self, Draft, Note, is_slug};
use source::review_file;

/// A file that was created.
#[derive(Debug)]
pub struct Written {
    /// Relative to the project.
    pub path: String,
    /// What the writer should check.
    pub notes: Vec<Note>,
    /// The number of errors that the publisher would report.
    pub open: usize,
}

/// Whether to replace an existing file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    Keep,
    Replace,
}

/// Creates a starter file.
///
/// # Errors
/// `slug` is not valid, or the file exists.
pub fn new(project: &Path, slug: &str, existing: Existing) -> Result<Written, Failure> {
    create(project, slug, &Draft::default(), Vec::new(), existing)
}

/// Converts the text in `file` into a review file, named `slug` or by its
/// title.
///
/// # Errors
/// The text cannot be read or contains nothing to import, `slug` is not valid,
/// or the file exists.
pub fn import(
    project: &Path,
    file: &Path,
    slug: Option<&str>,
    existing: Existing,
) -> Result<Written, Failure> {
    let shown = file.display().to_string();
    let text = read_text::read(file, &shown)
        .map_err(|diagnostic| Failure::Diagnostics(vec![diagnostic]))?;
    let imported =
        import::import(&text).map_err(|why| Failure::Other(format!("`{shown}`: {why}")))?;
    let mut notes = imported.notes;
    let slug = match slug.map(str::to_owned).or(imported.slug) {
        Some(slug) => slug,
        None => {
            let slug = free_slug(project);
            let what = format!(
                "no address can be made of the title, so it is `{slug}`: `--slug NAME` names another"
            );
            notes.push(Note { line: None, what });
            slug
        }
    };
    create(project, &slug, &imported.draft, notes, existing)
}

/// The first of `review-1`, `review-2` and so on that is no review yet.
fn free_slug(project: &Path) -> String {
    let mut slugs = (1..).map(|number| format!("review-{number}"));
    let is_free = |slug: &String| !project.join(format!("reviews/{slug}.md")).exists();
    slugs.find(is_free).expect("the numbers do not end")
}

fn create(
    project: &Path,
    slug: &str,
    draft: &Draft,
    notes: Vec<Note>,
    existing: Existing,
) -> Result<Written, Failure> {
    if !is_slug(slug) {
        return Err(Failure::Other(format!(
            "`{slug}` cannot be a page's address: expected small letters, digits and single \
             hyphens, such as `john-wick`"
        )));
    }
    let shown = format!("reviews/{slug}.md");
    let path = project.join(&shown);
    let text = draft.to_string();
    write(&path, &shown, &text, existing)?;
    let open = review_file::read(&shown, slug, &text).err();
    Ok(Written {
        path: shown,
        notes,
        open: open.map_or(0, |diagnostics| diagnostics.len()),
    })
}

/// `create_new` makes the check and the creation atomic, so that no other
/// program can create the file in between.
fn write(path: &Path, shown: &str, text: &str, existing: Existing) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Failure::io("create", folder))?;
    }
    let file = match existing {
        Existing::Keep => File::create_new(path),
        Existing::Replace => File::create(path),
    };
    let mut file = file.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure::Other(format!(
            "`{shown}` exists already and was not changed: `--force` replaces it"
        )),
        _ => Failure::io("write", path)(error),
    })?;
    file.write_all(text.as_bytes())
        .map_err(Failure::io("write", path))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A temporary project, deleted on drop.
    struct Project(std::path::PathBuf);

    impl Project {
        fn new(name: &str) -> Self {
            let folder = format!("liner-notes-{}-{name}", std::process::id());
            let folder = std::env::temp_dir().join(folder);
            fs::create_dir_all(&folder).unwrap();
            Self(folder)
        }

        fn text(&self, path: &str) -> String {
            fs::read_to_string(self.0.join(path)).unwrap()
        }
    }

    impl Drop for Project {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn message(failure: Failure) -> String {
        match failure {
            Failure::Other(what) => what,
            Failure::Diagnostics(diagnostics) => diagnostics[0].to_string(),
        }
    }

    #[test]
    fn replaces_a_file_only_by_force() {
        let project = Project::new("force");
        let written = new(&project.0, "night-trains", Existing::Keep).unwrap();
        assert_eq!(written.path, "reviews/night-trains.md");
        fs::write(project.0.join(&written.path), "mine").unwrap();
        let refused = new(&project.0, "night-trains", Existing::Keep).unwrap_err();
        assert!(message(refused).contains("exists already"));
        assert_eq!(project.text(&written.path), "mine");
        new(&project.0, "night-trains", Existing::Replace).unwrap();
        assert!(project.text(&written.path).starts_with("+++\n"));
    }

    #[test]
    fn rejects_an_invalid_slug_and_writes_nothing() {
        let project = Project::new("slug");
        for slug in ["Night", "a--b", "", "../x", "a/b", "é", "a.md"] {
            let refused = new(&project.0, slug, Existing::Replace).unwrap_err();
            assert!(
                message(refused).contains("cannot be a page's address"),
                "{slug}"
            );
        }
        assert!(!project.0.join("reviews").exists());
    }

    #[test]
    fn imports_a_text_by_its_title_or_another_name() {
        let project = Project::new("import");
        let notes = project.0.join("notes.txt");
        fs::write(&notes, "Night Trains\n\nProse.\n\n1. Departure (1:12)\n").unwrap();
        let written = import(&project.0, &notes, None, Existing::Keep).unwrap();
        assert_eq!(written.path, "reviews/night-trains.md");
        assert_eq!(written.open, 5);
        let written = import(&project.0, &notes, Some("trains"), Existing::Keep).unwrap();
        assert!(
            project
                .text(&written.path)
                .contains("\n\nProse.\n\n## Track List\n\n1. Departure (1:12)\n")
        );
        fs::write(&notes, "夜行列車\n").unwrap();
        let written = import(&project.0, &notes, None, Existing::Keep).unwrap();
        assert_eq!(written.path, "reviews/yexinglieche.md");
        for number in [1, 2] {
            fs::write(&notes, "…\n").unwrap();
            let written = import(&project.0, &notes, None, Existing::Keep).unwrap();
            assert_eq!(written.path, format!("reviews/review-{number}.md"));
            let said = written.notes.last().unwrap().to_string();
            assert!(said.contains("`--slug NAME`"), "{said}");
        }
    }
}
