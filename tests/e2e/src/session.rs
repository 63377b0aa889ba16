//! A browser and its driver. Starting one takes longer than most tests, so a
//! test that passes returns its browser to the `pool`. The next test gets an
//! empty tab and, because each test's server has a port of its own, an origin
//! without storage, caches or workers.

use std::{path::Path, process::Stdio};

use fantoccini::{Client, ClientBuilder, error::CmdError, wd::WindowHandle};
use hyper_util::client::legacy::connect::HttpConnector;
use tempfile::TempDir;
use tokio::{
    io::{self, AsyncBufReadExt, BufReader, Lines},
    net::TcpStream,
    process::{Child, ChildStdout, Command},
};

use crate::{
    engine::Engine,
    wait::{until, within_the_deadline},
};

/// Firefox keeps 50 entries of a tab's history, WebKit 100. No test needs more
/// than the rest.
const LONG_HISTORY: u64 = 20;

/// The kind of browser that a test needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    pub engine: Engine,
    /// Whether pages may run scripts.
    pub script: bool,
    /// Whether the system theme is dark.
    pub dark: bool,
    /// Whether to emulate a phone, which only Chromium can.
    pub phone: bool,
    /// Whether to run view transitions between pages; only in WebKit, the
    /// others always do.
    pub transitions: bool,
    /// Whether the driver leaves a page alone while it loads, for measurements;
    /// only in Chromium. Otherwise it asks how far the page is, and reads along
    /// the console.
    pub undisturbed: bool,
}

impl Options {
    pub fn of(engine: Engine) -> Self {
        Self {
            engine,
            script: true,
            dark: false,
            phone: false,
            transitions: false,
            undisturbed: false,
        }
    }
}

/// How to start a driver, and its port.
pub(crate) struct Driver {
    pub command: Command,
    pub port: Port,
    /// The display, if the driver needs one.
    pub screen: Option<Child>,
}

pub(crate) enum Port {
    Chosen(u16),
    /// Parsed from the driver's output by this function, line by line.
    Printed(fn(&str) -> Option<u16>),
}

pub struct Session {
    pub client: Client,
    pub(crate) options: Options,
    driver: Child,
    screen: Option<Child>,
    /// Contains all files that browser and driver write.
    _folder: TempDir,
}

impl Session {
    pub async fn start(options: Options) -> Self {
        let folder = tempfile::Builder::new()
            .prefix("liner-notes-reader-")
            .tempdir()
            .expect("a temporary folder");
        let engine = options.engine;
        let Driver {
            command,
            port,
            screen,
        } = engine.driver(folder.path(), &options).await;
        let (driver, port) = started(command, port, folder.path()).await;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(engine.capabilities(folder.path(), &options))
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("the browser starts");
        engine.prepare(&client, &options).await;
        Self {
            client,
            options,
            driver,
            screen,
            _folder: folder,
        }
    }

    /// The console messages of all tabs since the last call.
    pub async fn console(&self) -> Vec<String> {
        let engine = self.options.engine;
        if engine.records() && !self.options.script {
            // Without scripts there are no messages, and no recorder.
            return Vec::new();
        }
        let mut said = engine.console(&self.client).await;
        if engine.records() {
            for tab in self.client.windows().await.unwrap_or_default() {
                if self.client.switch_to_window(tab).await.is_ok() {
                    said.extend(engine.console(&self.client).await);
                }
            }
        }
        said
    }

    /// Empties a tab for the next test, closes all others, and resets what the
    /// last test set. `None` if the browser does not respond.
    pub(crate) async fn renewed(self) -> Option<Self> {
        let renewed = within_the_deadline(self.renew()).await;
        if renewed.is_some_and(|renewed| renewed.is_ok()) {
            return Some(self);
        }
        self.close().await;
        None
    }

    async fn renew(&self) -> Result<(), CmdError> {
        let mut old = self.client.windows().await?;
        let kept = match self.options.engine.keeps_tab() {
            true => self.emptied(&old[0]).await?,
            false => None,
        };
        let tab = match kept {
            Some(tab) => {
                old.remove(0);
                tab
            }
            None => self.client.new_window(true).await?.handle,
        };
        for window in old {
            self.client.switch_to_window(window).await?;
            self.client.close_window().await?;
        }
        self.client.switch_to_window(tab).await?;
        self.options
            .engine
            .prepare(&self.client, &self.options)
            .await;
        // Discards messages that came after the last test had read the console.
        self.console().await;
        Ok(())
    }

    /// The tab with an empty page, unless its history is long: browsers limit
    /// it, and then a test that counts its entries would fail.
    async fn emptied(&self, tab: &WindowHandle) -> Result<Option<WindowHandle>, CmdError> {
        self.client.switch_to_window(tab.clone()).await?;
        self.client.goto("about:blank").await?;
        let entries = self.client.execute("return history.length", vec![]).await?;
        let is_short = entries
            .as_u64()
            .is_some_and(|entries| entries < LONG_HISTORY);
        Ok(is_short.then(|| tab.clone()))
    }

    /// Closes the browser, then ends the driver and the display, then deletes
    /// their files.
    pub async fn close(mut self) {
        // A crashed browser cannot be closed, but its driver can be ended.
        _ = within_the_deadline(self.client.close()).await;
        _ = self.driver.kill().await;
        if let Some(mut screen) = self.screen {
            _ = screen.kill().await;
        }
    }
}

async fn started(mut command: Command, port: Port, folder: &Path) -> (Child, u16) {
    let (process, mut output) = spawned(command.env("TMPDIR", folder));
    let port = match port {
        Port::Printed(find) => first_match(&mut output, find).await,
        Port::Chosen(port) => {
            until("the browser's driver to listen", async || {
                TcpStream::connect(("127.0.0.1", port)).await.ok()
            })
            .await;
            port
        }
    };
    // Drains the output: a driver that cannot write blocks or ends.
    tokio::spawn(async move { io::copy(&mut output.into_inner(), &mut io::sink()).await });
    (process, port)
}

pub(crate) type Output = Lines<BufReader<ChildStdout>>;

/// Starts a program and returns it with its output.
pub(crate) fn spawned(command: &mut Command) -> (Child, Output) {
    let mut process = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        // Only for a test that ends before `close`.
        .kill_on_drop(true)
        .spawn()
        .unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
    let stdout = process.stdout.take().expect("its output was asked for");
    (process, BufReader::new(stdout).lines())
}

/// The first value that `find` returns for a line of a program's output.
pub(crate) async fn first_match<T>(output: &mut Output, find: fn(&str) -> Option<T>) -> T {
    while let Ok(Some(line)) = output.next_line().await {
        if let Some(found) = find(&line) {
            return found;
        }
    }
    panic!("a browser program ended before it printed what was expected");
}
