//! Telling one story: the site is started for it alone, the browser is its own for
//! as long as it lasts, the console has a say in how it ends, and where it fails
//! the reader's view is kept.

use std::{
    any::type_name,
    fs::{self, File},
    io::Write,
    panic::{AssertUnwindSafe, resume_unwind},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use futures_util::FutureExt;

use crate::{
    browser_page::BrowserPage,
    engine::Engine,
    faults::Faults,
    pool::{self, RUNTIME},
    recorder,
    server::Server,
    session::Options,
    settings,
    wait::within_the_deadline,
};

/// The reader's view, and the page behind it.
const EVIDENCE: [&str; 2] = ["png", "html"];

/// What a story starts from. The default is a healthy site at its host's root.
pub struct Plan {
    /// Where that is not the built site itself.
    folder: Option<PathBuf>,
    /// Where a server runs that is not ours.
    elsewhere: Option<String>,
    base: &'static str,
    gates: Faults,
    options: Options,
    expected: Vec<&'static str>,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            folder: None,
            elsewhere: None,
            base: "/",
            gates: Faults::default(),
            options: Options::of(settings::engine()),
            expected: Vec::new(),
        }
    }
}

impl Plan {
    /// Serves this folder.
    pub fn folder(mut self, folder: &Path) -> Self {
        self.folder = Some(folder.to_owned());
        self
    }

    /// The site is served already, at this origin and under `base`.
    pub fn at(mut self, origin: &str, base: &'static str) -> Self {
        self.elsewhere = Some(origin.to_owned());
        self.under(base)
    }

    /// Where the site stands; begins and ends with `/`.
    pub fn under(mut self, base: &'static str) -> Self {
        self.base = base;
        self
    }

    pub fn gates(mut self, gates: Faults) -> Self {
        self.gates = gates;
        self
    }

    pub fn without_script(mut self) -> Self {
        self.options.script = false;
        self
    }

    /// The reader's system is dark.
    pub fn in_the_dark(mut self) -> Self {
        self.options.dark = true;
        self
    }

    /// The reader holds a phone, which only Chromium can be.
    pub fn on_a_phone(mut self) -> Self {
        self.options.phone = true;
        self
    }

    /// Console messages that hold `part` belong to the story. All others fail it.
    pub fn expect_message(mut self, part: &'static str) -> Self {
        self.expected.push(part);
        self
    }

    /// Files that are not there belong to the story.
    pub fn expect_lost_files(self) -> Self {
        self.expect_message("404 (Not Found)")
            .expect_message(recorder::NOT_LOADED)
    }
}

/// Tells `tell`, a closure in the test whose name the story then has.
///
/// # Panics
/// Where the story does, and where the console holds what it does not expect.
pub fn scenario<S: AsyncFnOnce(&BrowserPage)>(plan: Plan, tell: S) {
    RUNTIME.block_on(async {
        let start = Instant::now();
        let engine = plan.options.engine;
        let name = name::<S>();
        forget_evidence(engine, &name);
        let gates = plan.gates.for_reader_with(&plan.options);
        let server = match plan.elsewhere {
            Some(origin) => Server::elsewhere(origin, plan.base),
            None => {
                let folder = plan.folder.unwrap_or_else(settings::dist);
                Server::start(&folder, plan.base, gates)
            }
        };
        let reader = BrowserPage::new(pool::lease(plan.options).await, server);
        let told = AssertUnwindSafe(async {
            tell(&reader).await;
            judge(&reader, &plan.expected).await;
        })
        .catch_unwind()
        .await;
        let Err(panic) = told else {
            reader.give_back().await;
            record_time(engine, &name, start.elapsed());
            return;
        };
        keep_evidence(&reader, engine, &name).await;
        reader.close().await;
        resume_unwind(panic);
    });
}

async fn judge(reader: &BrowserPage, expected: &[&str]) {
    let mut messages = reader.console().await;
    messages.retain(|message| !expected.iter().any(|part| message.contains(part)));
    assert!(
        messages.is_empty(),
        "the console says\n{}",
        messages.join("\n")
    );
}

/// The test's name: its thread bears it, and where tests run one by one on the
/// main thread, the type of its closure is named after the function around it.
fn name<S>() -> String {
    let thread = thread::current();
    let test = thread.name().filter(|name| *name != "main");
    let path = test.unwrap_or_else(|| type_name::<S>());
    let path = path.split("::{{closure}}").next().unwrap_or(path);
    path.rsplit("::").next().unwrap_or(path).to_owned()
}

/// For the list of the slowest tests, which `cargo xtask test` prints.
fn record_time(engine: Engine, name: &str, time: Duration) {
    let Some(path) = settings::times() else {
        return;
    };
    let line = format!("{:.1} s  {name} ({})\n", time.as_secs_f64(), engine.name());
    let file = File::options().append(true).create(true).open(path);
    // One call a line: stories that end at once do not mix theirs.
    file.and_then(|mut file| file.write_all(line.as_bytes()))
        .expect("LINER_NOTES_TIMES names a file that can be written");
}

/// What is kept of a story is of its last telling.
fn forget_evidence(engine: Engine, name: &str) {
    for kind in EVIDENCE {
        _ = fs::remove_file(settings::failures(engine).join(format!("{name}.{kind}")));
    }
}

/// Keeps what can be kept: the browser itself may be what failed.
async fn keep_evidence(reader: &BrowserPage, engine: Engine, name: &str) {
    let folder = settings::failures(engine);
    _ = fs::create_dir_all(&folder);
    // Each for itself: a driver may never answer.
    let html = within_the_deadline(reader.client.source()).await;
    let html = html.and_then(Result::ok).map(String::into_bytes);
    let picture = within_the_deadline(reader.client.screenshot()).await;
    let picture = picture.and_then(Result::ok);
    let heard = within_the_deadline(reader.console()).await;
    eprintln!("in {}:", engine.name());
    for (kind, bytes) in EVIDENCE.into_iter().zip([picture, html]) {
        let file = folder.join(format!("{name}.{kind}"));
        if bytes.is_some_and(|bytes| fs::write(&file, bytes).is_ok()) {
            eprintln!("kept {}", file.display());
        }
    }
    for message in heard.unwrap_or_default() {
        eprintln!("console: {message}");
    }
    for visit in reader.server.visits() {
        eprintln!("answered {} {}", visit.status, visit.path);
    }
}
