//! WebKit in WebKitGTK's MiniBrowser: starts it and its driver, sets the
//! viewport and emulates media. It needs a display and accepts keys only while
//! its window has the focus, so each browser has a display of its own.

use std::{fs, net::TcpListener, path::Path};

use fantoccini::Client;
use serde_json::{Value, json};
use tokio::process::{Child, Command};

use crate::{
    session::{Driver, Options, Port, first_match, spawned},
    settings,
    wait::until,
};

/// Shrinks the browser's own toolbar, which would keep the window from being as
/// narrow as a phone.
const SMALL: &str = "
    * { min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; }
    toolbar * { -gtk-icon-transform: scale(0.1); }";

/// The driver; its files and the browser's are all in `folder`. It can choose a
/// free port but does not print it, so we find one.
pub(crate) async fn driver(folder: &Path, options: &Options) -> Driver {
    let theme = folder.join("gtk-3.0");
    fs::create_dir_all(&theme).expect("a folder in our own");
    fs::write(theme.join("gtk.css"), SMALL).expect("a file in our own folder");
    let port = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr());
    let port = port.expect("a free port").port();
    let mut command = Command::new(settings::webkit_driver());
    command.arg(format!("--port={port}"));
    for variable in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
        command.env(variable, folder);
    }
    let (screen, display) = screen().await;
    command.env("DISPLAY", format!(":{display}"));
    if !options.transitions {
        // Without layers, for which a display without a graphics card emulates
        // one: half of the time of a page's first visit. But WebKit 2.50
        // crashes without them in a transition between two pages.
        command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
    }
    // Painted by the processor: the threads that paint with an emulated graphics
    // card crash the page now and then.
    command.env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1");
    // As for Chromium: containers often lack what the sandbox needs.
    command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    Driver {
        command,
        port: Port::Chosen(port),
        screen: Some(screen),
    }
}

/// A display as wide as the widest page of any test, and its number.
async fn screen() -> (Child, u32) {
    let mut command = Command::new(settings::xvfb());
    // Xvfb chooses a free number and prints it.
    command.args(["-screen", "0", "2560x1440x24", "-nolisten", "tcp"]);
    command.args(["-displayfd", "1"]);
    let (screen, mut output) = spawned(&mut command);
    let display = first_match(&mut output, |line| line.parse().ok()).await;
    (screen, display)
}

pub fn capabilities(options: &Options) -> Value {
    assert!(!options.phone, "only Chromium can be a phone");
    let mut arguments = vec!["--automation"];
    if options.dark {
        arguments.push("--dark-mode");
    }
    json!({
        // With `eager` the driver waits forever for an event that has fired.
        "pageLoadStrategy": "normal",
        "webkitgtk:browserOptions": {
            "binary": settings::webkit_browser(),
            "args": arguments,
        },
    })
}

pub async fn prepare(client: &Client) {
    set_viewport(client, 1280, 800).await;
}

/// The window is larger than the viewport by the size of the toolbar.
pub async fn set_viewport(client: &Client, width: u32, height: u32) {
    let mut own = 0;
    until("the page to have its size", async || {
        let size = client.set_window_rect(0, 0, width, height + own).await;
        size.expect("the window can be made so large");
        let size = client.execute("return [innerWidth, innerHeight]", vec![]);
        let [real_width, real_height]: [u32; 2] = serde_json::from_value(size.await.ok()?).ok()?;
        own = (height + own).saturating_sub(real_height);
        ([real_width, real_height] == [width, height]).then_some(())
    })
    .await;
}

/// Rewrites the page's style rules so that those for the given media type
/// apply: the driver supports the screen only.
const SET_MEDIA: &str = "
    const [media] = arguments;
    const inside = (rule) => [rule, ...[...rule.cssRules ?? []].flatMap(inside)];
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    for (const rule of rules.flatMap(inside)) {
        if (!(rule instanceof CSSMediaRule)) continue;
        rule.written ??= rule.media.mediaText;
        rule.media.mediaText = media === ''
            ? rule.written
            : rule.written.replaceAll(/\\b(print|screen)\\b/g,
                (kind) => kind === media ? 'all' : '(width < 0px)');
    }";

/// Lays out the page for a media type such as `print`; `""` resets it.
pub async fn set_media(client: &Client, media: &str) {
    let set = client.execute(SET_MEDIA, vec![json!(media)]).await;
    set.expect("the page's style can be read and set");
}
