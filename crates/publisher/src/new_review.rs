//! Creates a file in `reviews/`: a starter file with placeholders (`new`), or one
//! converted from another text (`import`). Both are drafts, of the present day.
//!
//! `main.rs` calls it for `cargo xtask new` and `cargo xtask import`. The
//! content comes from [`source::import`].

use std::{
    fs::{self, File},
    io::{ErrorKind, Write},
    path::Path,
};

use crate::{failure::Failure, read_text, slug, today::Date};
use source::{
    import::{self, Draft, Note},
    review_file, schema,
};

/// A file that was created.
#[derive(Debug)]
pub struct Written {
    /// Relative to the project.
    pub path: String,
    /// What the writer should check.
    pub notes: Vec<Note>,
    /// The number of warnings that the publisher would report.
    pub open: usize,
}

/// Whether to replace an existing file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    Keep,
    Replace,
}

/// Creates a starter file, with a title made of the slug.
///
/// # Errors
/// `slug` is not valid, or the file exists.
pub fn new(
    project: &Path,
    slug: &str,
    today: Date,
    existing: Existing,
) -> Result<Written, Failure> {
    let mut draft = Draft::default();
    draft.set(&schema::TITLE, import::title_of(slug));
    create(project, slug, dated(draft, today), Vec::new(), existing)
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
    today: Date,
    existing: Existing,
) -> Result<Written, Failure> {
    let shown = file.display().to_string();
    let text = read_text::read(file, &shown)
        .map_err(|diagnostic| Failure::Diagnostics(vec![diagnostic]))?;
    let imported =
        import::import(&text).map_err(|why| Failure::Other(format!("`{shown}`: {why}")))?;
    let (mut draft, mut notes) = (imported.draft, imported.notes);
    if let (Some(slug), None) = (slug, draft.value(&schema::TITLE)) {
        draft.set(&schema::TITLE, import::title_of(slug));
    }
    let found = imported.slug.map(|found| match slug::validate(&found) {
        Ok(()) => found,
        Err(_) => slug::instead(&found),
    });
    let slug = match slug.map(str::to_owned).or(found) {
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
    create(project, &slug, dated(draft, today), notes, existing)
}

/// Marks a file as a draft. It gets today's date, unless the text has one.
fn dated(mut draft: Draft, today: Date) -> Draft {
    draft.set(&schema::DRAFT, "true");
    if draft.value(&schema::PUBLISHED).is_none() {
        draft.set(&schema::PUBLISHED, today.to_string());
    }
    draft
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
    draft: Draft,
    notes: Vec<Note>,
    existing: Existing,
) -> Result<Written, Failure> {
    slug::validate(slug)
        .map_err(|refused| Failure::Other(format!("{}: {}", refused.what, refused.expected)))?;
    let shown = format!("reviews/{slug}.md");
    let path = project.join(&shown);
    if read_text::leads_out(project, &project.join("reviews")) {
        return Err(Failure::Other(
            "`reviews/` is a link to a folder outside of the project: nothing was written"
                .to_owned(),
        ));
    }
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
    // A link would be followed to another file, and a pipe wait for a reader.
    let about = path.symlink_metadata();
    if existing == Existing::Replace && about.is_ok_and(|about| !about.is_file()) {
        return Err(Failure::Other(format!(
            "`{shown}` is a link, a folder or a pipe, and was not changed: delete it first"
        )));
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

    fn new(project: &Path, slug: &str, existing: Existing) -> Result<Written, Failure> {
        super::new(project, slug, Date::constant(2026, 11, 21), existing)
    }

    fn import(project: &Path, file: &Path, slug: Option<&str>) -> Written {
        let today = Date::constant(2026, 11, 21);
        super::import(project, file, slug, today, Existing::Keep).unwrap()
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
    fn a_starter_file_is_a_draft_of_the_day_with_a_title() {
        let project = Project::new("starter");
        let written = new(&project.0, "night-trains", Existing::Keep).unwrap();
        let text = project.text(&written.path);
        for line in [
            "title = \"Night Trains\"",
            "published = 2026-11-21",
            "draft = true",
        ] {
            assert!(text.contains(&format!("\n{line}\n")), "{line}\n{text}");
        }
        assert!(review_file::is_draft(&text));
    }

    #[cfg(unix)]
    #[test]
    fn follows_no_link_even_by_force() {
        let project = Project::new("link");
        new(&project.0, "night-trains", Existing::Keep).unwrap();
        let link = project.0.join("reviews/linked.md");
        std::os::unix::fs::symlink("night-trains.md", &link).unwrap();
        let refused = new(&project.0, "linked", Existing::Replace).unwrap_err();
        assert!(message(refused).contains("`reviews/linked.md` is a link"));
        assert!(
            project
                .text("reviews/night-trains.md")
                .contains("Night Trains")
        );
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
        let written = import(&project.0, &notes, None);
        assert_eq!(written.path, "reviews/night-trains.md");
        assert_eq!(written.open, 4);
        assert!(
            project
                .text(&written.path)
                .contains("\npublished = 2026-11-21\n")
        );
        let written = import(&project.0, &notes, Some("trains"));
        assert!(
            project
                .text(&written.path)
                .contains("\n\nProse.\n\n## Track List\n\n1. Departure (1:12)\n")
        );
        fs::write(&notes, "All!\n").unwrap();
        let written = import(&project.0, &notes, None);
        assert_eq!(written.path, "reviews/all-review.md");
        fs::write(&notes, "夜行列車\n").unwrap();
        let written = import(&project.0, &notes, None);
        assert_eq!(written.path, "reviews/yexinglieche.md");
        for number in [1, 2] {
            fs::write(&notes, "…\n").unwrap();
            let written = import(&project.0, &notes, None);
            assert_eq!(written.path, format!("reviews/review-{number}.md"));
            let said = written.notes.last().unwrap().to_string();
            assert!(said.contains("`--slug NAME`"), "{said}");
        }
    }
}
