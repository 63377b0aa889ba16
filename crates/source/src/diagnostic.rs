//! Errors in a writer's file, formatted like those of rustc: file, line,
//! column, caret, the offending text and what was expected. Those of a draft
//! are warnings.
//!
//! The parsers report to a [`SourceFile`] and continue, so that one run reports
//! all errors. `annotate-snippets` formats them.

use std::{fmt, ops::Range, sync::Arc};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// Whether a diagnostic prevents publishing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    Error,
    /// Of a draft, which is not published anyway.
    Warning,
}

/// One error in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    severity: Severity,
    path: Arc<str>,
    source: Arc<str>,
    /// The byte range in `source`.
    span: Range<usize>,
    what: String,
    expected: String,
}

impl Diagnostic {
    /// An error of the whole file, such as one that cannot be read.
    pub fn of_file(path: &str, what: impl Into<String>, expected: impl Into<String>) -> Self {
        SourceFile::new(path, "").problem(0..0, what.into(), expected.into())
    }

    /// The same as a warning.
    pub fn into_warning(self) -> Self {
        Self {
            severity: Severity::Warning,
            ..self
        }
    }

    /// The diagnostic in one sentence, for a list: `line 6: … – expected …`.
    pub fn sentence(&self) -> String {
        let Self { what, expected, .. } = self;
        match self.source.is_empty() {
            true => format!("{what} – {expected}"),
            false => {
                let line = 1 + self.source[..self.span.start].matches('\n').count();
                format!("line {line}: {what} – {expected}")
            }
        }
    }

    /// Formats the diagnostic with terminal colours; the caller strips them
    /// where the output is not a terminal.
    pub fn draw(&self) -> String {
        self.draw_with(&Renderer::styled())
    }

    fn draw_with(&self, renderer: &Renderer) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let title = level.primary_title(self.what.as_str());
        let group = if self.source.is_empty() {
            title
                .element(annotate_snippets::Origin::path(&*self.path))
                .element(Level::HELP.message(self.expected.as_str()))
        } else {
            title.element(
                Snippet::source(&*self.source).path(&*self.path).annotation(
                    AnnotationKind::Primary
                        .span(self.span.clone())
                        .label(self.expected.as_str()),
                ),
            )
        };
        renderer.render(&[group])
    }
}

/// Without colours, for tests and logs.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.draw_with(&Renderer::plain()))
    }
}

/// A writer's file: its text, and the diagnostics reported for it so far.
pub struct SourceFile {
    path: Arc<str>,
    text: Arc<str>,
    diagnostics: Vec<Diagnostic>,
    /// Whether a required value that is missing or wrong is read as a blank.
    pub(crate) allows_blanks: bool,
}

impl SourceFile {
    /// `path` is shown in diagnostics, relative to the project.
    pub fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
            diagnostics: Vec::new(),
            allows_blanks: false,
        }
    }

    /// A draft of which as much is read as possible.
    pub fn with_blanks(path: &str, text: &str) -> Self {
        Self {
            allows_blanks: true,
            ..Self::new(path, text)
        }
    }

    /// The text, as a handle that does not borrow the `SourceFile`.
    pub fn text(&self) -> Arc<str> {
        self.text.clone()
    }

    /// The first line of a byte range of the text, in backticks.
    pub fn quote(&self, span: Range<usize>) -> String {
        format!("`{}`", &self.text[first_line(&self.text, span)])
    }

    /// Adds a diagnostic for a byte range of the text.
    pub fn report(
        &mut self,
        span: Range<usize>,
        what: impl Into<String>,
        expected: impl Into<String>,
    ) {
        let diagnostic = self.problem(span, what.into(), expected.into());
        self.diagnostics.push(diagnostic);
    }

    /// Whether a diagnostic begins in a byte range of the text.
    pub fn has_diagnostic_in(&self, span: Range<usize>) -> bool {
        let mut diagnostics = self.diagnostics.iter();
        diagnostics.any(|diagnostic| span.contains(&diagnostic.span.start))
    }

    /// Returns `value`, or the diagnostics in the order of their lines if there
    /// are any.
    pub fn finish<T>(mut self, value: Option<T>) -> Result<T, Vec<Diagnostic>> {
        self.diagnostics
            .sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.span.end));
        match value {
            Some(value) if self.diagnostics.is_empty() => Ok(value),
            _ => Err(self.diagnostics),
        }
    }

    /// Builds a diagnostic for a byte range of the text without adding it.
    pub fn problem(&self, span: Range<usize>, what: String, expected: String) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            path: self.path.clone(),
            source: self.text.clone(),
            span: first_line(&self.text, span),
            what,
            expected,
        }
    }
}

/// Cuts a range to its first line and trims white space at its end, because a
/// caret under one line is clearer than a bracket around ten. A range after the
/// last line end moves to the end of the last line.
fn first_line(text: &str, span: Range<usize>) -> Range<usize> {
    let line = text[span.clone()].lines().next().unwrap_or_default();
    let last = text.strip_suffix('\n').unwrap_or(text).len();
    let start = span.start.min(last);
    start..start + line.trim_end().len()
}
