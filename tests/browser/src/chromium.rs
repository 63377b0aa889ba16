//! All that only Chromium and its driver do: how they are started, and what is
//! reached by commands of their own.

use std::path::Path;

use fantoccini::{
    Client,
    wd::{Capabilities, WebDriverCompatibleCommand},
};
use serde_json::{Value, json};
use tokio::process::Command;
use url::{ParseError, Url};

use crate::{session::Options, settings};

/// The driver, told to take any free port.
pub fn driver() -> Command {
    let mut driver = Command::new(settings::chromedriver());
    driver.arg("--port=0");
    driver
}

/// The port in the line by which the driver says that it is up.
pub fn port(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

/// A browser of its own in `profile`, an empty folder.
pub fn capabilities(profile: &Path, options: &Options) -> Capabilities {
    let mut arguments: Vec<String> = [
        "--headless",
        // Containers often lack what the sandbox needs, and root has none; the
        // browser opens our own pages from the loopback only.
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Over a pipe instead of a port: a browser whose driver is gone ends.
        "--remote-debugging-pipe",
        "--window-size=1280,800",
    ]
    .map(str::to_owned)
    .into();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    // 1 allows, 2 blocks.
    let javascript = if options.script { 1 } else { 2 };
    let capabilities = json!({
        "browserName": "chrome",
        // A story waits for the very thing it needs, and some hold files back
        // without which a page never counts as loaded.
        "pageLoadStrategy": "eager",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "binary": settings::chromium(),
            "args": arguments,
            "prefs": { "profile.managed_default_content_settings.javascript": javascript },
        },
    });
    match capabilities {
        Value::Object(capabilities) => capabilities,
        _ => unreachable!("an object was written"),
    }
}

/// What the console said since it was last asked, one line a message.
pub async fn console(client: &Client) -> Vec<String> {
    let answer = command(client, "se/log", json!({ "type": "browser" })).await;
    let messages = answer.as_array().expect("the log is a list");
    messages
        .iter()
        .map(|message| {
            let part = |key| message[key].as_str().unwrap_or_default();
            format!("{}: {}", part("level"), part("message"))
        })
        .collect()
}

/// Makes the page's area exactly so large, also narrower than a window can be.
pub async fn set_viewport(client: &Client, width: u32, height: u32) {
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    devtools(client, "Emulation.setDeviceMetricsOverride", metrics).await;
}

/// Makes `prefers-color-scheme` match `scheme`, `light` or `dark`.
pub async fn set_colour_scheme(client: &Client, scheme: &str) {
    set_preferences(client, &[("prefers-color-scheme", scheme)]).await;
}

/// Makes these media features match these values, and no others differ from the
/// machine's.
pub async fn set_preferences(client: &Client, features: &[(&str, &str)]) {
    let feature = |(name, value): &(&str, &str)| json!({ "name": name, "value": value });
    let features: Vec<Value> = features.iter().map(feature).collect();
    let features = json!({ "features": features });
    devtools(client, "Emulation.setEmulatedMedia", features).await;
}

/// Lays the page out for `media`, such as `print`; `""` is the screen again.
pub async fn set_media(client: &Client, media: &str) {
    devtools(
        client,
        "Emulation.setEmulatedMedia",
        json!({ "media": media }),
    )
    .await;
}

/// Makes scripts see a reader of this locale, in this time zone.
pub async fn set_place(client: &Client, locale: &str, time_zone: &str) {
    let (locale, zone) = (
        json!({ "locale": locale }),
        json!({ "timezoneId": time_zone }),
    );
    devtools(client, "Emulation.setLocaleOverride", locale).await;
    devtools(client, "Emulation.setTimezoneOverride", zone).await;
}

async fn devtools(client: &Client, name: &str, parameters: Value) -> Value {
    let body = json!({ "cmd": name, "params": parameters });
    command(client, "goog/cdp/execute", body).await
}

async fn command(client: &Client, path: &'static str, body: Value) -> Value {
    let answer = client.issue_cmd(VendorCommand { path, body }).await;
    answer.unwrap_or_else(|error| panic!("the driver refused {path}: {error}"))
}

/// A command of the session that the WebDriver standard does not know.
#[derive(Debug)]
struct VendorCommand {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for VendorCommand {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
