//! The error of a failed run.

use std::{io, path::Path};

use source::Diagnostic;

#[derive(Debug)]
pub enum Failure {
    /// Errors in the writers' files.
    Diagnostics(Vec<Diagnostic>),
    /// An error of the file system or of the set-up.
    Other(String),
}

impl Failure {
    /// What to do with an error of the file system; `action` is a verb.
    pub(crate) fn io(action: &str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let what = format!("cannot {action} `{}`", path.display());
        move |error| Self::Other(format!("{what}: {error}"))
    }
}
