//! A state of the page: its address, the actions that lead to it, and the
//! element that shows it.

use e2e::{BrowserPage, until};
use serde_json::json;

/// A state of a page.
pub struct State {
    pub name: &'static str,
    /// The page's address, with its search.
    pub address: &'static str,
    pub act: Act,
    /// A selector that matches only in this state.
    pub sign: &'static str,
}

/// An action of the reader on an open page.
pub enum Act {
    Nothing,
    Type(&'static str),
    Click(&'static str),
    /// By keyboard, which shows the focus ring.
    Focus(&'static str),
}

impl State {
    /// Opens the page and brings it into this state.
    pub async fn reach(&self, reader: &BrowserPage) {
        // An address that differs in its hash alone would not be loaded.
        self.open(reader).await;
        match self.act {
            Act::Nothing => {}
            Act::Type(text) => reader.type_into("q", text).await,
            Act::Click(selector) => reader.click(selector).await,
            Act::Focus(selector) => {
                let focus = "document.querySelector(arguments[0]).focus({ focusVisible: true })";
                reader.ask::<()>(focus, [json!(selector)]).await;
            }
        }
        until(self.name, async || {
            let there = "return document.querySelector(arguments[0])?.checkVisibility() ?? false";
            let there = reader.ask::<bool>(there, [json!(self.sign)]).await;
            there.then_some(())
        })
        .await;
    }

    async fn open(&self, reader: &BrowserPage) {
        let blank = reader.client.goto("about:blank").await;
        blank.expect("a blank page");
        match self.act {
            Act::Nothing => reader.open(self.address).await,
            _ => reader.open_live(self.address).await,
        }
    }
}
