//! Chromium: starts it and its driver, and runs commands that only its driver
//! has.

use std::path::Path;

use fantoccini::Client;
use serde_json::{Value, json};
use tokio::process::Command;

use crate::{
    session::{Driver, Options, Port},
    settings,
    vendor::command,
};

/// Chromium's features to turn off: those of the address bar, whose pages load
/// at each start, and the spare process for the next site. They use one of two
/// processors for a while.
pub const OWN_WORK: &str = "WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,\
     SpareRendererForSitePerProcess";

/// The driver, on a free port of its choice.
pub(crate) fn driver() -> Driver {
    let mut command = Command::new(settings::chromedriver());
    command.arg("--port=0");
    Driver {
        command,
        port: Port::Printed(port),
        screen: None,
    }
}

/// The port in the line in which the driver reports it.
fn port(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

/// A browser with its own profile in `folder`.
pub fn capabilities(folder: &Path, options: &Options) -> Value {
    let mut arguments: Vec<String> = [
        "--headless",
        // Containers often lack what the sandbox needs, and it does not run as
        // root. The browser opens only our own pages from the loopback.
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // A pipe instead of a port, so that the browser ends with its driver.
        "--remote-debugging-pipe",
        // Without tabs and toolbar, which the processor would draw: a sixth of
        // its time for a first visit. A kiosk is as large as its screen.
        "--kiosk",
        "--screen-info={1280x800}",
    ]
    .map(str::to_owned)
    .into();
    arguments.push(format!("--disable-features={OWN_WORK}"));
    arguments.push(format!(
        "--user-data-dir={}",
        folder.join("profile").display()
    ));
    // 1 allows JavaScript, 2 blocks it.
    let javascript = if options.script { 1 } else { 2 };
    let mut capabilities = json!({
        "browserName": "chrome",
        // Tests wait for the condition they need, and some hold back files
        // without which a page never finishes loading.
        "pageLoadStrategy": if options.undisturbed { "none" } else { "eager" },
        "goog:loggingPrefs": { "browser": if options.undisturbed { "OFF" } else { "ALL" } },
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

/// Emulates a phone in portrait orientation with a touch screen.
fn phone() -> Value {
    json!({ "deviceMetrics": {
        "width": 390, "height": 844, "pixelRatio": 3, "touch": true, "mobile": true,
    } })
}

pub async fn prepare(client: &Client, options: &Options) {
    set_colour_scheme(client, if options.dark { "dark" } else { "light" }).await;
    // A window that a driver opened may lack the focus, and then focus rings
    // are not drawn.
    let focused = json!({ "enabled": true });
    devtools(client, "Emulation.setFocusEmulationEnabled", focused).await;
}

/// Chromium gives up an icon's download when the next page opens, and says so in the
/// words for a broken one. Whether the icons are pictures is tested natively
/// (`tests/site/images.rs`).
const ICON_GIVEN_UP: &str = "Download error or resource isn't a valid image";

/// The console messages since the last call, one line each.
pub async fn console(client: &Client) -> Vec<String> {
    let answer = command(client, "se/log", json!({ "type": "browser" })).await;
    let messages = answer.as_array().expect("the log is a list");
    messages
        .iter()
        .map(|message| {
            let part = |key| message[key].as_str().unwrap_or_default();
            format!("{}: {}", part("level"), part("message"))
        })
        .filter(|message| !message.contains(ICON_GIVEN_UP))
        .collect()
}

/// Sets the viewport's size, which may be narrower than the browser's smallest
/// window.
pub async fn set_viewport(client: &Client, width: u32, height: u32) {
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    devtools(client, "Emulation.setDeviceMetricsOverride", metrics).await;
}

/// Sets the reader's size of text, in percent of the usual 16 px, as a browser's
/// setting does: media queries in `rem` follow it.
pub async fn set_text_size(client: &Client, percent: u32) {
    let size = 16 * percent / 100;
    let sizes = json!({ "fontSizes": { "standard": size, "fixed": size * 13 / 16 } });
    devtools(client, "Page.setFontSizes", sizes).await;
}

/// Makes `prefers-color-scheme` match `scheme`, `light` or `dark`.
pub async fn set_colour_scheme(client: &Client, scheme: &str) {
    set_preferences(client, &[("prefers-color-scheme", scheme)]).await;
}

/// Emulates these media features and resets all others to the system's values.
pub async fn set_preferences(client: &Client, features: &[(&str, &str)]) {
    let feature = |(name, value): &(&str, &str)| json!({ "name": name, "value": value });
    let features: Vec<Value> = features.iter().map(feature).collect();
    let features = json!({ "features": features });
    devtools(client, "Emulation.setEmulatedMedia", features).await;
}

/// Lays out the page for a media type such as `print`; `""` resets it.
pub async fn set_media(client: &Client, media: &str) {
    devtools(
        client,
        "Emulation.setEmulatedMedia",
        json!({ "media": media }),
    )
    .await;
}

/// Emulates a slow phone: 1.6 Mbit/s, 150 ms round trip, and a quarter of the
/// processor's speed.
pub async fn slow_down(client: &Client) {
    let bytes_a_second = |megabits: f64| megabits * 1e6 / 8.0;
    let network = json!({
        "offline": false,
        "latency": 150,
        "downloadThroughput": bytes_a_second(1.6),
        "uploadThroughput": bytes_a_second(0.75),
    });
    // Without it, the conditions hold for the page alone, not for its files.
    devtools(client, "Network.enable", json!({})).await;
    devtools(client, "Network.emulateNetworkConditions", network).await;
    devtools(
        client,
        "Emulation.setCPUThrottlingRate",
        json!({ "rate": 4 }),
    )
    .await;
}

/// Runs a script in each later page, before the page's own scripts.
pub async fn run_before_pages(client: &Client, script: &str) {
    let source = json!({ "source": script });
    devtools(client, "Page.addScriptToEvaluateOnNewDocument", source).await;
}

/// Emulates a locale and a time zone.
pub async fn set_place(client: &Client, locale: &str, time_zone: &str) {
    let (locale, zone) = (
        json!({ "locale": locale }),
        json!({ "timezoneId": time_zone }),
    );
    devtools(client, "Emulation.setLocaleOverride", locale).await;
    devtools(client, "Emulation.setTimezoneOverride", zone).await;
}

/// The bytes that the page's scripts and nodes use, without the memory of its wasm.
pub async fn heap(client: &Client) -> u64 {
    // What a callback of the first collection releases is left to the next.
    let mut least = u64::MAX;
    for _ in 0..4 {
        devtools(client, "HeapProfiler.collectGarbage", json!({})).await;
        let usage = devtools(client, "Runtime.getHeapUsage", json!({})).await;
        let parts = ["usedSize", "embedderHeapUsedSize", "backingStorageSize"];
        let bytes = parts.map(|part| usage[part].as_f64().unwrap_or_else(|| panic!("{usage}")));
        least = least.min(bytes.iter().sum::<f64>() as u64);
    }
    least
}

/// The page's accessibility tree, a list of nodes.
pub async fn accessibility_tree(client: &Client) -> Value {
    devtools(client, "Accessibility.getFullAXTree", json!({})).await
}

async fn devtools(client: &Client, name: &str, parameters: Value) -> Value {
    let body = json!({ "cmd": name, "params": parameters });
    command(client, "goog/cdp/execute", body).await
}
