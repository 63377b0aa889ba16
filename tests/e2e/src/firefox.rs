//! Firefox: starts it and its driver, sets the viewport and emulates media.

use fantoccini::Client;
use serde_json::{Value, json};
use tokio::process::Command;

use crate::{
    session::{Driver, Options, Port},
    settings, vendor,
    wait::until,
};

/// The driver, on a free port of its choice. It creates the browser's profile
/// in its folder for temporary files.
pub(crate) fn driver() -> Driver {
    let mut command = Command::new(settings::geckodriver());
    // `run_in_browser_window` runs scripts in the browser's own window, not in a page.
    command.args(["--port", "0", "--allow-system-access"]);
    Driver {
        command,
        port: Port::Printed(port),
        screen: None,
    }
}

/// The port in the line in which the driver reports it.
fn port(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("Listening on 127.0.0.1:")?;
    port.parse().ok()
}

pub fn capabilities(options: &Options) -> Value {
    assert!(!options.phone, "only Chromium can be a phone");
    // 0 is dark, 1 is light.
    let scheme = if options.dark { 0 } else { 1 };
    json!({
        "browserName": "firefox",
        "pageLoadStrategy": "eager",
        "moz:firefoxOptions": {
            "binary": settings::firefox(),
            // Without tabs and toolbar, which the processor would draw. A kiosk
            // is as large as its screen.
            "args": ["-headless", "-kiosk"],
            "env": { "MOZ_HEADLESS_WIDTH": "1280", "MOZ_HEADLESS_HEIGHT": "800" },
            "prefs": {
                // Each test is another site, for which Firefox would start one
                // process, and another for the next.
                "fission.autostart": false,
                "dom.ipc.processCount": 1,
                "dom.ipc.processPrelaunch.enabled": false,
                "javascript.enabled": options.script,
                "layout.css.prefers-color-scheme.content-override": scheme,
            },
        },
    })
}

/// Resets what a test set for the whole browser or its tab.
pub async fn prepare(client: &Client) {
    let reset = "
        Services.prefs.clearUserPref('ui.prefersReducedMotion');
        Services.prefs.clearUserPref('ui.useAccessibilityTheme');
        Services.prefs.clearUserPref('browser.display.document_color_use');
        const { selectedBrowser } = gBrowser;
        selectedBrowser.removeAttribute('style');
        const { browsingContext } = selectedBrowser;
        browsingContext.mediumOverride = '';
        for (const feature of ['prefersColorScheme', 'prefersReducedMotion', 'forcedColors'])
            browsingContext[`${feature}Override`] = 'none';";
    run_in_browser_window(client, reset, Vec::new()).await;
}

/// The window is never narrower than 500 px, but its content can be.
const RESIZE: &str = "
    const [width, height] = arguments;
    const { style } = gBrowser.selectedBrowser;
    style.width = `${width}px`;
    style.height = `${height}px`;";

pub async fn set_viewport(client: &Client, width: u32, height: u32) {
    run_in_browser_window(client, RESIZE, vec![json!(width), json!(height)]).await;
    until("the page to have its size", async || {
        let size = client.execute("return [innerWidth, innerHeight]", vec![]);
        (size.await.ok()? == json!([width, height])).then_some(())
    })
    .await;
}

/// Lays out the page for a media type such as `print`; `""` resets it.
pub async fn set_media(client: &Client, media: &str) {
    let set = "gBrowser.selectedBrowser.browsingContext.mediumOverride = arguments[0]";
    run_in_browser_window(client, set, vec![json!(media)]).await;
    until_matching(client, if media.is_empty() { "screen" } else { media }).await;
}

/// Some media features are overridden for the tab, others by a preference of
/// the whole browser, whose numbers are Firefox's own.
const SET_PREFERENCES: &str = "
    const wishes = new Map(arguments[0]);
    const { browsingContext } = gBrowser.selectedBrowser;
    const wish = (name) => wishes.get(name) ?? 'none';
    browsingContext.prefersColorSchemeOverride = wish('prefers-color-scheme');
    browsingContext.prefersReducedMotionOverride = wish('prefers-reduced-motion');
    browsingContext.forcedColorsOverride = wish('forced-colors');
    // Firefox 140 has no such override of reduced motion.
    const still = wish('prefers-reduced-motion') === 'reduce';
    Services.prefs.setIntPref('ui.prefersReducedMotion', still ? 1 : 0);
    const more = wish('prefers-contrast') === 'more';
    Services.prefs.setIntPref('ui.useAccessibilityTheme', more ? 1 : 0);
    Services.prefs.setIntPref('browser.display.document_color_use', 1);";

/// Emulates these media features and resets all others to the system's values.
pub async fn set_preferences(client: &Client, features: &[(&str, &str)]) {
    run_in_browser_window(client, SET_PREFERENCES, vec![json!(features)]).await;
    let queries = features
        .iter()
        .map(|(name, value)| format!("({name}: {value})"));
    until_matching(client, &queries.collect::<Vec<_>>().join(" and ")).await;
}

/// Waits: the page is in another process and is updated later.
async fn until_matching(client: &Client, query: &str) {
    until(&format!("the page to match {query}"), async || {
        let script = "return matchMedia(arguments[0]).matches";
        let matches = client.execute(script, vec![json!(query)]).await.ok()?;
        (matches == true).then_some(())
    })
    .await;
}

/// Runs a script in the browser's own window instead of the page.
async fn run_in_browser_window(client: &Client, script: &str, arguments: Vec<Value>) {
    vendor::command(client, "moz/context", json!({ "context": "chrome" })).await;
    let result = client.execute(script, arguments).await;
    result.unwrap_or_else(|error| panic!("{error}, of the browser's script {script}"));
    vendor::command(client, "moz/context", json!({ "context": "content" })).await;
}
