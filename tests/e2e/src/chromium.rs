//! All that only Chromium and its driver do: how they are started, and what is
//! reached by commands of their own.

use std::path::Path;

use fantoccini::Client;
use serde_json::{Value, json};
use tokio::process::Command;

use crate::{
    session::{Driver, Options, Port},
    settings,
    vendor::command,
};

/// The features behind Chromium's address bar, whose pages load at each start,
/// and the process that it keeps ready for a next site: they take one of two
/// processors from the page for a while.
pub const OWN_WORK: &str = "WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,\
     SpareRendererForSitePerProcess";

/// The driver, told to take any free port.
pub(crate) fn driver() -> Driver {
    let mut command = Command::new(settings::chromedriver());
    command.arg("--port=0");
    Driver {
        command,
        port: Port::Told(port),
        screen: None,
    }
}

/// The port in the line by which the driver says that it is up.
fn port(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

/// A browser with a profile of its own in `folder`.
pub fn capabilities(folder: &Path, options: &Options) -> Value {
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
    arguments.push(format!("--disable-features={OWN_WORK}"));
    arguments.push(format!(
        "--user-data-dir={}",
        folder.join("profile").display()
    ));
    // 1 allows, 2 blocks.
    let javascript = if options.script { 1 } else { 2 };
    let mut capabilities = json!({
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
    if options.phone {
        capabilities["goog:chromeOptions"]["mobileEmulation"] = phone();
    }
    capabilities
}

/// A phone held upright, with fingers for a pointer.
fn phone() -> Value {
    json!({ "deviceMetrics": {
        "width": 390, "height": 844, "pixelRatio": 3, "touch": true, "mobile": true,
    } })
}

pub async fn prepare(client: &Client, options: &Options) {
    set_colour_scheme(client, if options.dark { "dark" } else { "light" }).await;
    // A window that a driver opened may not have the focus, and then no focus in
    // it is drawn.
    let focused = json!({ "enabled": true });
    devtools(client, "Emulation.setFocusEmulationEnabled", focused).await;
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

/// Makes the network and the processor those of a slow phone: 1.6 Mbit/s with
/// 150 ms there and back, and a quarter of this machine's speed.
pub async fn slow_down(client: &Client) {
    let bytes_a_second = |megabits: f64| megabits * 1e6 / 8.0;
    let network = json!({
        "offline": false,
        "latency": 150,
        "downloadThroughput": bytes_a_second(1.6),
        "uploadThroughput": bytes_a_second(0.75),
    });
    devtools(client, "Network.emulateNetworkConditions", network).await;
    devtools(
        client,
        "Emulation.setCPUThrottlingRate",
        json!({ "rate": 4 }),
    )
    .await;
}

/// Runs a script in each page to come, before any of its own.
pub async fn run_before_pages(client: &Client, script: &str) {
    let source = json!({ "source": script });
    devtools(client, "Page.addScriptToEvaluateOnNewDocument", source).await;
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

/// What the browser tells assistive technology of the page: a list of nodes.
pub async fn accessibility_tree(client: &Client) -> Value {
    devtools(client, "Accessibility.getFullAXTree", json!({})).await
}

async fn devtools(client: &Client, name: &str, parameters: Value) -> Value {
    let body = json!({ "cmd": name, "params": parameters });
    command(client, "goog/cdp/execute", body).await
}
