//! A state of the page: where it begins, what the reader does there, and by what
//! it is known.

use e2e::{BrowserPage, until};
use serde_json::json;

/// One state of a page.
pub struct State {
    pub name: &'static str,
    /// The page's address, with its search.
    pub address: &'static str,
    pub act: Act,
    /// What is there once the page is in this state.
    pub sign: &'static str,
}

/// What a reader does on an open page.
pub enum Act {
    Nothing,
    Type(&'static str),
    Click(&'static str),
    /// By the keyboard, which shows the focus.
    Focus(&'static str),
}

impl State {
    /// Opens the page and brings it into this state.
    pub async fn reach(&self, reader: &BrowserPage) {
        // A page at the same address but for its hash would not be loaded again.
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
