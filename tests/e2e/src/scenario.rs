//! Runs one end-to-end test: serves the site, leases a browser, checks the
//! console at the end, and saves a screenshot and the HTML if the test fails.

use std::{
    any::{Any, type_name},
    fs::{self, File},
    io::Write,
    panic::{AssertUnwindSafe, resume_unwind},
    path::{Path, PathBuf},
    thread,
    time::Instant,
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

/// The screenshot and the page's HTML.
const EVIDENCE: [&str; 2] = ["png", "html"];

/// The set-up of a test. The default serves the built site, without faults, at
/// its host's root.
pub struct Plan {
    /// The folder to serve instead of the built site.
    folder: Option<PathBuf>,
    /// The address of a server that the test started itself.
    elsewhere: Option<String>,
    base: &'static str,
    faults: Faults,
    options: Options,
    expected: Vec<&'static str>,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            folder: None,
            elsewhere: None,
            base: "/",
            faults: Faults::default(),
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

    /// Uses a server that already serves the site, at this origin and under
    /// `base`.
    pub fn at(mut self, origin: &str, base: &'static str) -> Self {
        self.elsewhere = Some(origin.to_owned());
        self.under(base)
    }

    /// Sets the site's base path; begins and ends with `/`.
    pub fn under(mut self, base: &'static str) -> Self {
        self.base = base;
        self
    }

    pub fn faults(mut self, faults: Faults) -> Self {
        self.faults = faults;
        self
    }

    pub fn without_script(mut self) -> Self {
        self.options.script = false;
        self
    }

    /// Uses a dark system theme.
    pub fn in_the_dark(mut self) -> Self {
        self.options.dark = true;
        self
    }

    /// Emulates a phone, which only Chromium can.
    pub fn on_a_phone(mut self) -> Self {
        self.options.phone = true;
        self
    }

    /// Leaves a page by a link or through the history, with a view transition:
    /// in WebKit that needs another browser.
    pub fn with_transitions(mut self) -> Self {
        self.options.transitions = self.options.engine == Engine::WebKit;
        self
    }

    /// Allows console messages that contain `part`. All others fail the test.
    pub fn expect_message(mut self, part: &'static str) -> Self {
        self.expected.push(part);
        self
    }

    /// Allows files that are not found.
    pub fn expect_lost_files(self) -> Self {
        self.expect_message("404 (Not Found)")
            .expect_message(recorder::NOT_LOADED)
    }
}

/// Runs `run`, a closure inside the test function that names the scenario.
///
/// # Panics
/// If the closure panics, or the console has an unexpected message.
pub fn scenario<S: AsyncFnOnce(&BrowserPage)>(plan: Plan, run: S) {
    RUNTIME.block_on(async {
        let start = Instant::now();
        let engine = plan.options.engine;
        let name = name::<S>();
        forget_evidence(engine, &name);
        let faults = plan.faults.for_reader_with(&plan.options);
        let server = match plan.elsewhere {
            Some(origin) => Server::elsewhere(origin, plan.base),
            None => {
                let folder = plan.folder.unwrap_or_else(settings::dist);
                Server::start(&folder, plan.base, faults)
            }
        };
        let reader = BrowserPage::new(pool::lease(plan.options).await, server);
        let result = AssertUnwindSafe(async {
            run(&reader).await;
            check_console(&reader, &plan.expected).await;
        })
        .catch_unwind()
        .await;
        let test = format!("{name} ({})", engine.name());
        let Err(panic) = result else {
            reader.give_back().await;
            record(&format!("{:.1} s  {test}", start.elapsed().as_secs_f64()));
            return;
        };
        record(&format!("failed  {test}: {}", reason(&*panic)));
        keep_evidence(&reader, engine, &name).await;
        reader.close().await;
        resume_unwind(panic);
    });
}

async fn check_console(reader: &BrowserPage, expected: &[&str]) {
    let mut messages = reader.console().await;
    messages.retain(|message| !expected.iter().any(|part| message.contains(part)));
    assert!(
        messages.is_empty(),
        "the console says\n{}",
        messages.join("\n")
    );
}

/// The test's name: that of its thread, or, where tests run one by one on the
/// main thread, the function in the closure's type name.
fn name<S>() -> String {
    let thread = thread::current();
    let test = thread.name().filter(|name| *name != "main");
    let path = test.unwrap_or_else(|| type_name::<S>());
    let path = path.split("::{{closure}}").next().unwrap_or(path);
    path.rsplit("::").next().unwrap_or(path).to_owned()
}

/// What a panic says, on one line.
fn reason(panic: &dyn Any) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    let words: Vec<&str> = text.unwrap_or("?").split_whitespace().collect();
    words.join(" ")
}

/// Writes a line for what `cargo xtask test` prints at its end: the failed tests and
/// the slowest.
fn record(line: &str) {
    let Some(path) = settings::record() else {
        return;
    };
    let file = File::options().append(true).create(true).open(path);
    // One write per line, so that tests which end at once do not mix theirs.
    file.and_then(|mut file| file.write_all(format!("{line}\n").as_bytes()))
        .expect("LINER_NOTES_RECORD names a file that can be written");
}

/// Deletes the files of an earlier run of the test.
fn forget_evidence(engine: Engine, name: &str) {
    for kind in EVIDENCE {
        _ = fs::remove_file(settings::failures(engine).join(format!("{name}.{kind}")));
    }
}

/// How far the page has come, and the files that have arrived: one that is still on its
/// way is missing.
const PROGRESS: &str = "
    const bar = document.getElementById('download');
    const file = ({ name, startTime, responseEnd, decodedBodySize }) =>
        `arrived ${name}, ${Math.round(startTime)} to ${Math.round(responseEnd)} ms, ${decodedBodySize} bytes`;
    return [
        `at ${location}: ${document.readyState}, app ${document.documentElement.dataset.app},`
            + ` worker ${navigator.serviceWorker?.controller?.state},`
            + ` ${bar?.value} of ${bar?.max} bytes of wasm`,
        ...performance.getEntriesByType('resource').map(file),
    ];";

/// Saves what it can: the browser itself may be what failed.
async fn keep_evidence(reader: &BrowserPage, engine: Engine, name: &str) {
    let folder = settings::failures(engine);
    _ = fs::create_dir_all(&folder);
    // Independent of the screenshot, because a driver may never answer.
    let html = within_the_deadline(reader.client.source()).await;
    let html = html.and_then(Result::ok).map(String::into_bytes);
    let picture = within_the_deadline(reader.client.screenshot()).await;
    let picture = picture.and_then(Result::ok);
    let progress = within_the_deadline(reader.client.execute(PROGRESS, vec![])).await;
    let progress = progress.and_then(Result::ok).unwrap_or_default();
    let heard = within_the_deadline(reader.console()).await;
    eprintln!("in {}:", engine.name());
    for (kind, bytes) in EVIDENCE.into_iter().zip([picture, html]) {
        let file = folder.join(format!("{name}.{kind}"));
        if bytes.is_some_and(|bytes| fs::write(&file, bytes).is_ok()) {
            eprintln!("kept {}", file.display());
        }
    }
    for line in progress.as_array().into_iter().flatten() {
        eprintln!("{}", line.as_str().unwrap_or_default());
    }
    for message in heard.unwrap_or_default() {
        eprintln!("console: {message}");
    }
    for visit in reader.server.visits() {
        eprintln!("answered {} {}", visit.status, visit.path);
    }
}
