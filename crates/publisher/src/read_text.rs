//! A writer's file from the disk to its text, of a bounded size. What the bytes
//! mean is decided by [`source::text`].

use std::{
    fs::{File, Metadata},
    io::{self, ErrorKind, Read},
    path::Path,
};

use source::{Diagnostic, text};

/// More than any review: 10 MB of prose would be twenty thick books. A file
/// beyond it was dropped here by mistake, and is not read to its end.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Reads a file of the project, whose path in the project is `shown`.
///
/// # Errors
/// As for [`read`]; and where it is not a file, as reading from a pipe may never
/// end, or is a link that leads out of the project, as a diagnostic would quote
/// what is there.
pub fn read_in_project(project: &Path, shown: &str) -> Result<String, Diagnostic> {
    let path = project.join(shown);
    if leads_out(project, &path) {
        return Err(Diagnostic::of_file(
            shown,
            "this is a link that leads out of the project",
            "expected the file itself, or a link to a file of the project",
        ));
    }
    let is_special = |about: Metadata| !about.is_file() && !about.is_dir();
    if path.metadata().is_ok_and(is_special) {
        return Err(Diagnostic::of_file(
            shown,
            "this is a pipe, a socket or a device, not a file",
            "expected a text file",
        ));
    }
    read(&path, shown)
}

/// Whether a path in the project leads to a place outside of it, through a link
/// in any of its folders. One that leads nowhere does not.
pub fn leads_out(project: &Path, path: &Path) -> bool {
    let target = path.canonicalize().ok().zip(project.canonicalize().ok());
    target.is_some_and(|(path, project)| !path.starts_with(project))
}

/// Reads a file; `shown` is its path as the writer knows it.
///
/// # Errors
/// Where it cannot be read, is too large, or is not UTF-8.
pub fn read(path: &Path, shown: &str) -> Result<String, Diagnostic> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    if let Err(error) = read {
        return Err(unreadable(path, shown, &error));
    }
    if bytes.len() as u64 > LARGEST {
        let limit = LARGEST / 1024 / 1024;
        return Err(Diagnostic::of_file(
            shown,
            format!("the file is larger than {limit} MB"),
            format!("expected a review, as text of at most {limit} MB"),
        ));
    }
    text::decode(&bytes, shown)
}

fn unreadable(path: &Path, shown: &str, error: &io::Error) -> Diagnostic {
    let (what, expected) = match error.kind() {
        ErrorKind::NotFound if path.is_symlink() => {
            let what = "this is a link to a file that is not there";
            (what.to_owned(), "expected a file, or the link deleted")
        }
        ErrorKind::NotFound => ("there is no such file".to_owned(), "expected a text file"),
        _ if path.is_dir() => (
            "this is a folder".to_owned(),
            "expected a text file; a folder must have another name",
        ),
        ErrorKind::PermissionDenied => (
            "reading this file is not permitted".to_owned(),
            "expected a file that you may read",
        ),
        _ => (
            format!("the file cannot be read: {error}"),
            "expected a text file",
        ),
    };
    Diagnostic::of_file(shown, what, expected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_file_beyond_the_limit_is_refused_and_one_of_its_size_is_read() {
        let path = std::env::temp_dir().join(format!("liner-notes-{}.md", std::process::id()));
        let file = fs::File::create(&path).unwrap();
        file.set_len(LARGEST + 1).unwrap();
        let report = super::read(&path, "reviews/x.md").unwrap_err().to_string();
        file.set_len(LARGEST).unwrap();
        let text = super::read(&path, "reviews/x.md").map(|text| text.len());
        fs::remove_file(&path).unwrap();
        assert!(report.contains("the file is larger than 16 MB"), "{report}");
        assert_eq!(text, Ok(16 * 1024 * 1024));
    }
}
