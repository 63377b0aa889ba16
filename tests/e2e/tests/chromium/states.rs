//! States of the page: the actions of the reader that lead to each, and the
//! element that shows it.

use e2e::{
    BrowserPage, Faults, Plan,
    fixture::{page, review_with},
    until,
};
use model::{Length, Track};
use serde_json::json;

/// A state of a page.
pub struct State {
    pub name: &'static str,
    /// What leads to it from the state before it.
    pub acts: &'static [Act],
    /// A selector, or an XPath, of an element that is visible in this state.
    pub sign: &'static str,
}

/// An action of the reader.
pub enum Act {
    /// Opens a page of the app and waits until it is live.
    Open(&'static str),
    /// Opens a page without the app.
    OpenPlain(&'static str),
    /// Types over the text in the search box.
    Search(&'static str),
    Click(&'static str),
    /// By keyboard, which shows the focus ring.
    Focus(&'static str),
    /// Moves the pointer over the middle of an element.
    Point(&'static str),
    /// A script, for what the reader's browser would do.
    Run(&'static str),
}

pub const fn state(name: &'static str, acts: &'static [Act], sign: &'static str) -> State {
    State { name, acts, sign }
}

impl State {
    /// Brings the page into this state.
    pub async fn reach(&self, reader: &BrowserPage) {
        for act in self.acts {
            act.done(reader).await;
        }
        self.until_there(reader).await;
    }

    /// Brings the page back into this state after the layout has changed, which
    /// moves elements away from under the pointer.
    pub async fn keep(&self, reader: &BrowserPage) {
        if let Some(point @ Act::Point(_)) = self.acts.last() {
            point.done(reader).await;
        }
        self.until_there(reader).await;
    }

    async fn until_there(&self, reader: &BrowserPage) {
        until(self.name, async || {
            let there = reader.ask::<bool>(IS_THERE, [json!(self.sign)]).await;
            there.then_some(())
        })
        .await;
    }
}

const IS_THERE: &str = "
    const [sign] = arguments;
    const found = sign.startsWith('/')
        ? document.evaluate(sign, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue
        : document.querySelector(sign);
    return found?.checkVisibility() ?? false;";

impl Act {
    async fn done(&self, reader: &BrowserPage) {
        match *self {
            Self::Open(address) => {
                leave(reader).await;
                reader.open_live(address).await;
            }
            Self::OpenPlain(address) => reader.open(address).await,
            Self::Search(text) => {
                let select = "const box = document.getElementById('q'); box.focus(); box.select()";
                reader.ask::<()>(select, []).await;
                reader.type_into("q", text).await;
            }
            Self::Click(selector) => reader.click(selector).await,
            Self::Focus(selector) => {
                let focus = "document.querySelector(arguments[0]).focus({ focusVisible: true })";
                reader.ask::<()>(focus, [json!(selector)]).await;
            }
            Self::Point(selector) => reader.point_at(selector, 0.5, 0.5).await,
            Self::Run(script) => reader.ask::<()>(script, []).await,
        }
    }
}

/// An address that differs from the open one in its hash alone would not be
/// loaded.
async fn leave(reader: &BrowserPage) {
    let blank = reader.client.goto("about:blank").await;
    blank.expect("a blank page");
}

/// Four tracks on two discs.
pub fn album() -> Plan {
    let track = |disc, number, title: &str, seconds| Track {
        disc: Some(disc),
        number,
        title: title.to_owned(),
        length: Some(Length::from_seconds(seconds)),
        ..Track::default()
    };
    let review = review_with(vec![
        track(1, 1, "A Storm Is Coming", 72),
        track(1, 2, "The Exchange", 354),
        track(2, 1, "I Am the Storm", 127),
        track(2, 2, "Steps Ahead", 62),
    ]);
    Plan::default().faults(Faults::default().edit(move |html| page(html, &review)))
}
