//! Firefox: how it and its driver are started, and how its page is made narrow or laid out for print.

use fantoccini::Client;
use serde_json::{Value, json};
use tokio::process::Command;

use crate::{
    session::{Driver, Options, Port},
    settings, vendor,
    wait::until,
};

/// The driver, told to take any free port. It makes the browser's profile in
/// its folder for temporary files.
pub(crate) fn driver() -> Driver {
    let mut command = Command::new(settings::geckodriver());
    // `tell_browser` speaks to the browser itself, not to a page.
    command.args(["--port", "0", "--allow-system-access"]);
    Driver {
        command,
        port: Port::Told(port),
        screen: None,
    }
}

/// The port in the line by which the driver says that it is up.
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
            "args": ["-headless", "-width", "1280", "-height", "800"],
            "prefs": {
                // Each story is another site, for which Firefox would start a
                // process of its own, and one more for the next.
                "fission.autostart": false,
                "dom.ipc.processCount": 1,
                "dom.ipc.processPrelaunch.enabled": false,
                "javascript.enabled": options.script,
                "layout.css.prefers-color-scheme.content-override": scheme,
            },
        },
    })
}

/// Takes back what a story set in all of the browser.
pub async fn prepare(client: &Client) {
    let reset = "
        Services.prefs.clearUserPref('ui.useAccessibilityTheme');
        Services.prefs.clearUserPref('browser.display.document_color_use');";
    tell_browser(client, reset, Vec::new()).await;
}

/// The window is never narrower than 500 px, what is in it can be.
const RESIZE: &str = "
    const [width, height] = arguments;
    const { style } = gBrowser.selectedBrowser;
    style.width = `${width}px`;
    style.height = `${height}px`;";

pub async fn set_viewport(client: &Client, width: u32, height: u32) {
    tell_browser(client, RESIZE, vec![json!(width), json!(height)]).await;
    until("the page to have its size", async || {
        let size = client.execute("return [innerWidth, innerHeight]", vec![]);
        (size.await.ok()? == json!([width, height])).then_some(())
    })
    .await;
}

/// Lays the page out for `media`, such as `print`; `""` is the screen again.
pub async fn set_media(client: &Client, media: &str) {
    let set = "gBrowser.selectedBrowser.browsingContext.mediumOverride = arguments[0]";
    tell_browser(client, set, vec![json!(media)]).await;
    until_matching(client, if media.is_empty() { "screen" } else { media }).await;
}

/// A system's wish is what its own page of the browser overrides, or else a
/// preference of the whole browser: what its numbers stand for is Firefox's own.
const SET_PREFERENCES: &str = "
    const wishes = new Map(arguments[0]);
    const { browsingContext } = gBrowser.selectedBrowser;
    const wish = (name) => wishes.get(name) ?? 'none';
    browsingContext.prefersColorSchemeOverride = wish('prefers-color-scheme');
    browsingContext.prefersReducedMotionOverride = wish('prefers-reduced-motion');
    browsingContext.forcedColorsOverride = wish('forced-colors');
    const more = wish('prefers-contrast') === 'more';
    Services.prefs.setIntPref('ui.useAccessibilityTheme', more ? 1 : 0);
    Services.prefs.setIntPref('browser.display.document_color_use', 1);";

/// Makes these media features match these values, and no others differ from the
/// machine's.
pub async fn set_preferences(client: &Client, features: &[(&str, &str)]) {
    tell_browser(client, SET_PREFERENCES, vec![json!(features)]).await;
    let queries = features
        .iter()
        .map(|(name, value)| format!("({name}: {value})"));
    until_matching(client, &queries.collect::<Vec<_>>().join(" and ")).await;
}

/// The page is another process, and hears of it later.
async fn until_matching(client: &Client, query: &str) {
    until(&format!("the page to match {query}"), async || {
        let script = "return matchMedia(arguments[0]).matches";
        let matches = client.execute(script, vec![json!(query)]).await.ok()?;
        (matches == true).then_some(())
    })
    .await;
}

/// Runs a script in the browser's own window instead of its page.
async fn tell_browser(client: &Client, script: &str, arguments: Vec<Value>) {
    vendor::command(client, "moz/context", json!({ "context": "chrome" })).await;
    let told = client.execute(script, arguments).await;
    told.unwrap_or_else(|error| panic!("{error}, of the browser's script {script}"));
    vendor::command(client, "moz/context", json!({ "context": "content" })).await;
}
