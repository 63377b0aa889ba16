//! WebKit, in the small browser that comes with WebKitGTK: how it and its driver
//! are started, and how its page is made narrow or laid out for print. It draws on
//! a screen, and takes keys only while it has that screen's focus: so each browser
//! has one of its own.

use std::{fs, net::TcpListener, path::Path};

use fantoccini::Client;
use serde_json::{Value, json};
use tokio::process::{Child, Command};

use crate::{
    session::{Driver, Options, Port, spawned, told},
    settings,
    wait::until,
};

/// The browser's own buttons, so small that they do not keep a window from
/// being as narrow as a phone.
const SMALL: &str = "
    * { min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; }
    toolbar * { -gtk-icon-transform: scale(0.1); }";

/// The driver, whose files and whose browser's are all in `folder`. It takes any
/// free port too, but does not say which: so one is found for it.
pub(crate) async fn driver(folder: &Path) -> Driver {
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
    // As for Chromium: containers often lack what the sandbox needs.
    command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    Driver {
        command,
        port: Port::Chosen(port),
        screen: Some(screen),
    }
}

/// A screen as wide as the widest page that a story looks at, and its number.
async fn screen() -> (Child, u32) {
    let mut command = Command::new(settings::xvfb());
    // It takes any free number, and says which.
    command.args(["-screen", "0", "2560x1440x24", "-nolisten", "tcp"]);
    command.args(["-displayfd", "1"]);
    let (screen, mut output) = spawned(&mut command);
    let display = told(&mut output, |line| line.parse().ok()).await;
    (screen, display)
}

pub fn capabilities(options: &Options) -> Value {
    assert!(!options.phone, "only Chromium can be a phone");
    let mut arguments = vec!["--automation"];
    if options.dark {
        arguments.push("--dark-mode");
    }
    json!({
        // With `eager` it would wait for ever for what a page has behind it already.
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

/// The window is as much larger as its own buttons are.
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

/// The page's own rules for each medium, as they would apply in the one that is
/// given: the driver knows of none but the screen.
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

/// Lays the page out for `media`, such as `print`; `""` is the screen again.
pub async fn set_media(client: &Client, media: &str) {
    let set = client.execute(SET_MEDIA, vec![json!(media)]).await;
    set.expect("the page's style can be read and set");
}
