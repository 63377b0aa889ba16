//! The three browser engines and how each starts, resizes its page and reports
//! console messages.
//!
//! [`chromium`], [`firefox`] and [`webkit`] have the same functions; this
//! module dispatches to them. Functions of Chromium alone stay in its module,
//! and the tests that need them are in `tests/chromium/`. Tests that need what
//! WebKit lacks are in `tests/system_settings/`.

use std::path::Path;

use fantoccini::{Client, wd::Capabilities};
use serde_json::Value;

use crate::{
    chromium, firefox, recorder,
    session::{Driver, Options},
    webkit,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name in `LINER_NOTES_BROWSER` and after `--browser`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|engine| engine.name() == name)
    }

    /// Whether a script in the page records the console, because the driver has
    /// no command to read it.
    pub(crate) fn records(self) -> bool {
        self != Self::Chromium
    }

    pub(crate) async fn driver(self, folder: &Path, options: &Options) -> Driver {
        match self {
            Self::Chromium => chromium::driver(),
            Self::Firefox => firefox::driver(),
            Self::WebKit => webkit::driver(folder, options).await,
        }
    }

    pub(crate) fn capabilities(self, folder: &Path, options: &Options) -> Capabilities {
        let capabilities = match self {
            Self::Chromium => chromium::capabilities(folder, options),
            Self::Firefox => firefox::capabilities(options),
            Self::WebKit => webkit::capabilities(options),
        };
        match capabilities {
            Value::Object(capabilities) => capabilities,
            _ => unreachable!("an object was written"),
        }
    }

    /// Whether a test takes over the tab of the one before it. In Chromium a new
    /// tab costs little, and its emulation ends with it.
    pub(crate) fn keeps_tab(self) -> bool {
        self != Self::Chromium
    }

    /// Applies settings that need a running browser to the open tab.
    pub(crate) async fn prepare(self, client: &Client, options: &Options) {
        match self {
            Self::Chromium => chromium::prepare(client, options).await,
            Self::Firefox => firefox::prepare(client).await,
            Self::WebKit => webkit::prepare(client).await,
        }
    }

    /// The console messages since the last call, one line each.
    pub(crate) async fn console(self, client: &Client) -> Vec<String> {
        match self {
            Self::Chromium => chromium::console(client).await,
            Self::Firefox | Self::WebKit => recorder::console(client).await,
        }
    }

    /// Sets the viewport's size, which may be narrower than the browser's
    /// smallest window.
    pub(crate) async fn set_viewport(self, client: &Client, width: u32, height: u32) {
        match self {
            Self::Chromium => chromium::set_viewport(client, width, height).await,
            Self::Firefox => firefox::set_viewport(client, width, height).await,
            Self::WebKit => webkit::set_viewport(client, width, height).await,
        }
    }

    /// Lays out the page for a media type such as `print`; `""` resets it.
    pub(crate) async fn set_media(self, client: &Client, media: &str) {
        match self {
            Self::Chromium => chromium::set_media(client, media).await,
            Self::Firefox => firefox::set_media(client, media).await,
            Self::WebKit => webkit::set_media(client, media).await,
        }
    }

    /// Emulates these media features and resets all others to the system's
    /// values.
    pub(crate) async fn set_preferences(self, client: &Client, features: &[(&str, &str)]) {
        match self {
            Self::Chromium => chromium::set_preferences(client, features).await,
            Self::Firefox => firefox::set_preferences(client, features).await,
            Self::WebKit => panic!("no command reaches what WebKit takes from its system"),
        }
    }
}
