//! The three engines that browsers are made of, and what each does in its own
//! way: how it starts, how wide its page is, what its console says.
//!
//! [`chromium`], [`firefox`] and [`webkit`] have the same functions, which are
//! chosen between here. What only Chromium can do stays in its module, and the
//! stories that need it are in `tests/chromium/`; those that need what WebKit
//! cannot do are in `tests/systems/`.

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

    /// As it is spelt in `LINER_NOTES_BROWSER` and behind `--browser`.
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

    /// Whether its console is heard by a script in the page, for want of a
    /// command that reads it.
    pub(crate) fn records(self) -> bool {
        self != Self::Chromium
    }

    pub(crate) async fn driver(self, folder: &Path) -> Driver {
        match self {
            Self::Chromium => chromium::driver(),
            Self::Firefox => firefox::driver(),
            Self::WebKit => webkit::driver(folder).await,
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

    /// What can only be set once the browser runs, for the tab that is open.
    pub(crate) async fn prepare(self, client: &Client, options: &Options) {
        match self {
            Self::Chromium => chromium::prepare(client, options).await,
            Self::Firefox => firefox::prepare(client).await,
            Self::WebKit => webkit::prepare(client).await,
        }
    }

    /// What the console said since it was last asked, one line a message.
    pub(crate) async fn console(self, client: &Client) -> Vec<String> {
        match self {
            Self::Chromium => chromium::console(client).await,
            Self::Firefox | Self::WebKit => recorder::console(client).await,
        }
    }

    /// Makes the page's area exactly so large, also narrower than a window can be.
    pub(crate) async fn set_viewport(self, client: &Client, width: u32, height: u32) {
        match self {
            Self::Chromium => chromium::set_viewport(client, width, height).await,
            Self::Firefox => firefox::set_viewport(client, width, height).await,
            Self::WebKit => webkit::set_viewport(client, width, height).await,
        }
    }

    /// Lays the page out for `media`, such as `print`; `""` is the screen again.
    pub(crate) async fn set_media(self, client: &Client, media: &str) {
        match self {
            Self::Chromium => chromium::set_media(client, media).await,
            Self::Firefox => firefox::set_media(client, media).await,
            Self::WebKit => webkit::set_media(client, media).await,
        }
    }

    /// Makes these media features match these values, and no others differ from
    /// the machine's.
    pub(crate) async fn set_preferences(self, client: &Client, features: &[(&str, &str)]) {
        match self {
            Self::Chromium => chromium::set_preferences(client, features).await,
            Self::Firefox => firefox::set_preferences(client, features).await,
            Self::WebKit => panic!("no command reaches what WebKit takes from its system"),
        }
    }
}
