//! What is wrong with a writer's file, shown as rustc shows it: file, line,
//! column, caret, the offending text and what was expected.
//!
//! Each reader in [`publish`](super) reports to a [`SourceFile`] and goes on, so that
//! one run names every problem. Drawing is left to `annotate-snippets`.

use std::{fmt, ops::Range, sync::Arc};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// One thing to mend in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    path: Arc<str>,
    source: Arc<str>,
    /// Where in `source`, in bytes.
    span: Range<usize>,
    what: String,
    expected: String,
}

impl Diagnostic {
    /// A problem with a file as a whole, such as one that cannot be read.
    pub fn of_file(path: &str, what: impl Into<String>, expected: impl Into<String>) -> Self {
        SourceFile::new(path, "").problem(0..0, what.into(), expected.into())
    }

    /// The report, with terminal colours; the caller strips them where the
    /// output is no terminal.
    pub fn draw(&self) -> String {
        self.draw_with(&Renderer::styled())
    }

    fn draw_with(&self, renderer: &Renderer) -> String {
        let title = Level::ERROR.primary_title(self.what.as_str());
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

/// Without colours, as tests and logs read it.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.draw_with(&Renderer::plain()))
    }
}

/// A writer's file under inspection: its text, and what is wrong with it so far.
pub struct SourceFile {
    path: Arc<str>,
    text: Arc<str>,
    problems: Vec<Diagnostic>,
}

impl SourceFile {
    /// `path` as the writer knows it, relative to the project.
    pub fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
            problems: Vec::new(),
        }
    }

    /// A handle to the text that outlives borrows of the sheet.
    pub fn text(&self) -> Arc<str> {
        self.text.clone()
    }

    /// The first line of a byte range of the text, in backticks.
    pub fn quote(&self, span: Range<usize>) -> String {
        format!("`{}`", &self.text[first_line(&self.text, span)])
    }

    /// Notes a problem at a byte range of the text.
    pub fn report(
        &mut self,
        span: Range<usize>,
        what: impl Into<String>,
        expected: impl Into<String>,
    ) {
        let problem = self.problem(span, what.into(), expected.into());
        self.problems.push(problem);
    }

    /// The problems in the order of their lines, or `value` where there is none.
    pub fn finish<T>(mut self, value: Option<T>) -> Result<T, Vec<Diagnostic>> {
        self.problems
            .sort_by_key(|problem| (problem.span.start, problem.span.end));
        match value {
            Some(value) if self.problems.is_empty() => Ok(value),
            _ => Err(self.problems),
        }
    }

    /// A problem at a byte range of the text, without noting it.
    pub fn problem(&self, span: Range<usize>, what: String, expected: String) -> Diagnostic {
        Diagnostic {
            path: self.path.clone(),
            source: self.text.clone(),
            span: first_line(&self.text, span),
            what,
            expected,
        }
    }
}

/// Cut to its first line and freed of white space at the end: a caret under
/// one line says more than a bracket around ten. Behind the last line end there
/// is no line, so what is missing there is missing at the end of the line before.
fn first_line(text: &str, span: Range<usize>) -> Range<usize> {
    let line = text[span.clone()].lines().next().unwrap_or_default();
    let last = text.strip_suffix('\n').unwrap_or(text).len();
    let start = span.start.min(last);
    start..start + line.trim_end().len()
}
