//! Faults of a network or host: files are held back, lost, cut or changed.
//! Rules match the end of a file's path.

use tokio::sync::watch;

use crate::{engine::Engine, recorder::recorded, session::Options};

type Edit = Box<dyn Fn(&str) -> String + Send + Sync>;

/// How a host treats the address of a folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Folders {
    /// It redirects to the address with a trailing slash.
    #[default]
    Slash,
    /// It redirects to the address without a trailing slash.
    NoSlash,
    /// It has no folder addresses, only files, as an object store.
    None,
}

/// What the host does with pages and their data from now on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pages {
    Served,
    /// It takes requests, and does not answer.
    Held,
    /// It answers 503.
    Refused,
}

/// The faults of one server. The default has none.
pub struct Faults {
    held: Vec<String>,
    missing: Vec<&'static str>,
    truncated: Vec<&'static str>,
    edit: Option<Edit>,
    /// Whether to insert the recorder into each page.
    records: bool,
    pub(crate) policy: Option<&'static str>,
    pub(crate) folders: Folders,
    /// The `Cache-Control` of all files.
    pub(crate) lifetime: Option<&'static str>,
    open: watch::Sender<bool>,
    pages: watch::Sender<Pages>,
}

impl Default for Faults {
    fn default() -> Self {
        Self {
            held: Vec::new(),
            missing: Vec::new(),
            truncated: Vec::new(),
            edit: None,
            records: false,
            policy: None,
            folders: Folders::default(),
            lifetime: None,
            open: watch::Sender::new(false),
            pages: watch::Sender::new(Pages::Served),
        }
    }
}

impl Faults {
    /// Holds back these files until [`Faults::release`].
    pub fn hold(mut self, suffix: impl Into<String>) -> Self {
        self.held.push(suffix.into());
        self
    }

    /// Answers 404 for these files.
    pub fn miss(mut self, suffix: &'static str) -> Self {
        self.missing.push(suffix);
        self
    }

    /// Cuts these files in the middle, as an interrupted deploy does.
    pub fn truncate(mut self, suffix: &'static str) -> Self {
        self.truncated.push(suffix);
        self
    }

    /// Serves every page as `edit` returns it.
    pub fn edit(mut self, edit: impl Fn(&str) -> String + Send + Sync + 'static) -> Self {
        self.edit = Some(Box::new(edit));
        self
    }

    /// Serves every page with this `Content-Security-Policy`.
    pub fn policy(mut self, policy: &'static str) -> Self {
        self.policy = Some(policy);
        self
    }

    /// Serves every file with this `Cache-Control`.
    pub fn lifetime(mut self, lifetime: &'static str) -> Self {
        self.lifetime = Some(lifetime);
        self
    }

    pub fn folders(mut self, folders: Folders) -> Self {
        self.folders = folders;
        self
    }

    /// Adds what the browser's engine needs of the server.
    pub(crate) fn for_reader_with(mut self, options: &Options) -> Self {
        self.records = options.engine.records() && options.script;
        if options.engine == Engine::WebKit && !options.script {
            // WebKit's driver never returns from a browser set to run no
            // scripts. A page whose host forbids scripts does not have that
            // problem.
            self.policy = Some("sandbox allow-same-origin");
        }
        self
    }

    pub(crate) fn release(&self) {
        self.open.send_replace(true);
    }

    pub(crate) fn set_pages(&self, pages: Pages) {
        self.pages.send_replace(pages);
    }

    pub(crate) async fn pass(&self, path: &str) {
        // The senders live as long as `self`.
        if ends_with_any(path, &self.held) {
            _ = self.open.subscribe().wait_for(|open| *open).await;
        }
        if is_page(path) {
            let mut pages = self.pages.subscribe();
            _ = pages.wait_for(|pages| *pages != Pages::Held).await;
        }
    }

    pub(crate) fn refuses(&self, path: &str) -> bool {
        is_page(path) && *self.pages.borrow() == Pages::Refused
    }

    pub(crate) fn misses(&self, path: &str) -> bool {
        ends_with_any(path, &self.missing)
    }

    pub(crate) fn truncates(&self, path: &str) -> bool {
        ends_with_any(path, &self.truncated)
    }

    /// A page after all edits.
    pub(crate) fn edited(&self, html: String) -> String {
        let edit = self.edit.as_ref();
        let html = edit.map(|edit| edit(&html)).unwrap_or(html);
        if self.records { recorded(&html) } else { html }
    }
}

fn is_page(path: &str) -> bool {
    ends_with_any(path, &["/", ".html", "review.json"])
}

fn ends_with_any(path: &str, suffixes: &[impl AsRef<str>]) -> bool {
    suffixes
        .iter()
        .any(|suffix| path.ends_with(suffix.as_ref()))
}
