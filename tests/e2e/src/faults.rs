//! What a network or a host does to some of a site's files: hold them back,
//! lose them, cut them, change them. Rules go by the end of a file's path.

use tokio::sync::watch;

use crate::{engine::Engine, recorder::recorded, session::Options};

type Edit = Box<dyn Fn(&str) -> String + Send + Sync>;

/// What a host makes of a folder's address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Folders {
    /// It ends in a slash, which is added where it lacks.
    #[default]
    Slash,
    /// It ends without, and is sent there from the one that has it.
    NoSlash,
    /// There are none, as in an object store: only files have addresses.
    None,
}

/// The rules of one server. The default lets everything pass.
pub struct Faults {
    held: Vec<&'static str>,
    missing: Vec<&'static str>,
    truncated: Vec<&'static str>,
    edit: Option<Edit>,
    /// Whether each page has the recorder in front.
    records: bool,
    pub(crate) policy: Option<&'static str>,
    pub(crate) folders: Folders,
    open: watch::Sender<bool>,
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
            open: watch::Sender::new(false),
        }
    }
}

impl Faults {
    /// Such files are answered only after [`Faults::release`].
    pub fn hold(mut self, suffix: &'static str) -> Self {
        self.held.push(suffix);
        self
    }

    /// Such files are not found.
    pub fn miss(mut self, suffix: &'static str) -> Self {
        self.missing.push(suffix);
        self
    }

    /// Such files end in their middle, as after a deploy that broke off.
    pub fn truncate(mut self, suffix: &'static str) -> Self {
        self.truncated.push(suffix);
        self
    }

    /// Every page is served as `edit` returns it.
    pub fn edit(mut self, edit: impl Fn(&str) -> String + Send + Sync + 'static) -> Self {
        self.edit = Some(Box::new(edit));
        self
    }

    /// Every page is served with this `Content-Security-Policy`.
    pub fn policy(mut self, policy: &'static str) -> Self {
        self.policy = Some(policy);
        self
    }

    pub fn folders(mut self, folders: Folders) -> Self {
        self.folders = folders;
        self
    }

    /// What the reader's engine needs of a server to be told a story in.
    pub(crate) fn for_reader_with(mut self, options: &Options) -> Self {
        self.records = options.engine.records() && options.script;
        if options.engine == Engine::WebKit && !options.script {
            // Its driver waits for ever for a browser that was told to run no
            // script. In a page that its host forbids them it does not.
            self.policy = Some("sandbox allow-same-origin");
        }
        self
    }

    pub(crate) fn release(&self) {
        self.open.send_replace(true);
    }

    pub(crate) async fn pass(&self, path: &str) {
        if ends_with_any(path, &self.held) {
            // The sender lives as long as `self`.
            _ = self.open.subscribe().wait_for(|open| *open).await;
        }
    }

    pub(crate) fn misses(&self, path: &str) -> bool {
        ends_with_any(path, &self.missing)
    }

    pub(crate) fn truncates(&self, path: &str) -> bool {
        ends_with_any(path, &self.truncated)
    }

    /// A page as it is served.
    pub(crate) fn edited(&self, html: String) -> String {
        let edit = self.edit.as_ref();
        let html = edit.map(|edit| edit(&html)).unwrap_or(html);
        if self.records { recorded(&html) } else { html }
    }
}

fn ends_with_any(path: &str, suffixes: &[&str]) -> bool {
    suffixes.iter().any(|suffix| path.ends_with(suffix))
}
