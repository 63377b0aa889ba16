//! One browser with its driver, started for one story and ended with it, in a
//! profile that nothing was ever done in.

use std::{fs, process::Stdio};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    process::{Child, ChildStdout},
};

use crate::chromium;

/// What the reader's browser is like.
#[derive(Clone, Debug)]
pub struct Options {
    /// Whether pages may run scripts.
    pub script: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { script: true }
    }
}

pub struct Session {
    pub client: Client,
    driver: Child,
    /// Kept open: a driver that cannot write ends.
    _output: Lines<BufReader<ChildStdout>>,
    /// Everything that browser and driver write: they leave folders behind.
    _folder: TempDir,
}

impl Session {
    pub async fn start(options: &Options) -> Self {
        let folder = tempfile::Builder::new()
            .prefix("liner-notes-reader-")
            .tempdir()
            .expect("a temporary folder");
        let profile = folder.path().join("profile");
        fs::create_dir(&profile).expect("a folder in our own");
        let mut driver = chromium::driver()
            .env("TMPDIR", folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            // Only for a story that ends before `close`.
            .kill_on_drop(true)
            .spawn()
            .expect("the browser's driver starts");
        let stdout = driver.stdout.take().expect("its output was asked for");
        let mut output = BufReader::new(stdout).lines();
        let port = port(&mut output).await;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(chromium::capabilities(&profile, options))
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("the browser starts");
        Self {
            client,
            driver,
            _output: output,
            _folder: folder,
        }
    }

    /// Ends the browser, then the driver, then removes what they wrote.
    pub async fn close(mut self) {
        // A browser that has crashed cannot be closed, and its driver can.
        _ = self.client.close().await;
        _ = self.driver.kill().await;
    }
}

async fn port(output: &mut Lines<BufReader<ChildStdout>>) -> u16 {
    while let Ok(Some(line)) = output.next_line().await {
        if let Some(port) = chromium::port(&line) {
            return port;
        }
    }
    panic!("the browser's driver ended before it said its port");
}
