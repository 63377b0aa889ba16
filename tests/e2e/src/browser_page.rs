//! A page in a browser: opens addresses and reads what is shown. `input` has
//! the methods for keyboard, pointer and touch.
//!
//! Every failure panics with a message that names the action.

use std::cell::RefCell;

use fantoccini::Client;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::{
    page::{self, Area, Row},
    pool,
    server::Server,
    session::Session,
    wait::until,
};

const MARKS: &str = "
    return [...document.querySelectorAll('#tracks mark')]
        .filter(visible)
        .map((mark) => [Number(mark.closest('tr').id.split('-').at(-1)), mark.textContent]);";

pub struct BrowserPage {
    pub client: Client,
    pub server: Server,
    session: Session,
    /// Console messages that were read before the end of the test.
    heard: RefCell<Vec<String>>,
}

impl BrowserPage {
    pub fn new(session: Session, server: Server) -> Self {
        Self {
            client: session.client.clone(),
            server,
            session,
            heard: RefCell::default(),
        }
    }

    /// The console messages of all tabs since the last call.
    pub async fn console(&self) -> Vec<String> {
        let said = self.session.console().await;
        let mut heard = self.heard.take();
        heard.extend(said);
        heard
    }

    /// Stops the server. Reads the console first: at the end the tab may show
    /// the browser's own error page only.
    pub async fn lose_host(&self) {
        let heard = self.console().await;
        self.heard.replace(heard);
        self.server.stop();
    }

    /// Returns the browser to the pool.
    pub(crate) async fn give_back(self) {
        pool::give_back(self.session).await;
    }

    /// Closes the browser and ends all processes started for it.
    pub async fn close(self) {
        self.session.close().await;
    }

    /// Whether callbacks run: where pages may not run scripts, a driver's own
    /// scripts still run, but no callbacks.
    pub(crate) fn runs_script(&self) -> bool {
        self.session.options.script
    }

    /// Sets the viewport's size.
    pub async fn resize(&self, width: u32, height: u32) {
        let engine = self.session.options.engine;
        engine.set_viewport(&self.client, width, height).await;
    }

    /// Lays out the open page for a media type such as `print`; `""` resets it.
    pub async fn set_media(&self, media: &str) {
        let engine = self.session.options.engine;
        engine.set_media(&self.client, media).await;
    }

    /// Emulates these media features and resets all others to the system's
    /// values, in browsers that support it.
    pub async fn set_preferences(&self, features: &[(&str, &str)]) {
        let engine = self.session.options.engine;
        engine.set_preferences(&self.client, features).await;
    }

    /// Opens a page of the site: `""`, or `mission-impossible-fallout/`.
    pub async fn open(&self, page: &str) {
        let url = self.server.url(page);
        let opened = self.client.goto(&url).await;
        opened.unwrap_or_else(|error| panic!("{url} did not open: {error}"));
        self.until_parsed().await;
    }

    /// Waits until the page was parsed. On a busy computer Chromium's driver returns
    /// before, now and then.
    async fn until_parsed(&self) {
        until("the page to be parsed", async || {
            let parsed = "return document.readyState !== 'loading'";
            // Fails if the page leads on to another.
            let parsed = self.client.execute(parsed, vec![]).await.ok()?;
            (parsed == true).then_some(())
        })
        .await;
    }

    /// Opens a page and waits until it is hydrated.
    pub async fn open_live(&self, page: &str) {
        self.open(page).await;
        self.until_live().await;
    }

    /// Reloads the page with `location.reload()`: Firefox's driver would bypass
    /// the service worker.
    pub async fn reload(&self) {
        let again = "window.left = true; setTimeout(() => location.reload())";
        self.ask::<()>(again, []).await;
        until("the page to be left", async || {
            let left = "return window.left === undefined";
            // Fails while no page is loaded.
            let left = self.client.execute(left, vec![]).await.ok()?;
            (left == true).then_some(())
        })
        .await;
    }

    /// Goes to another address of the open page through the history, without a
    /// load, and waits until it was drawn.
    pub async fn step_to(&self, address: &str) {
        let step = "
            const [address, done] = arguments;
            history.pushState('search', '', address);
            dispatchEvent(new PopStateEvent('popstate', { state: 'search' }));
            requestAnimationFrame(() => requestAnimationFrame(() => done()));";
        let gone = self.client.execute_async(step, vec![json!(address)]).await;
        gone.unwrap_or_else(|error| panic!("no step to {address:.80}: {error}"));
    }

    /// Waits until the search works, and until links to other reviews need no load
    /// where the browser can do without.
    pub async fn until_live(&self) {
        let state = self.until_started().await;
        assert_eq!(state, "ready", "{:?}", self.texts("#search-failed").await);
        until("the app to go to other reviews", async || {
            let can = "return !('navigation' in window && document.querySelector('#app > .others'))
                || document.documentElement.dataset.navigation === 'ready'";
            self.ask::<bool>(can, []).await.then_some(())
        })
        .await;
    }

    /// Waits until the app has failed to start and returns the message on the
    /// page.
    pub async fn until_failed(&self) -> String {
        let state = self.until_started().await;
        assert_eq!(state, "failed");
        self.texts("#search-failed").await.concat()
    }

    async fn until_started(&self) -> String {
        until("the page to be live, or to say why not", async || {
            self.app_state().await
        })
        .await
    }

    /// The value of `html[data-app]`.
    pub async fn app_state(&self) -> Option<String> {
        let script = "return document.documentElement.getAttribute('data-app')";
        self.ask(script, []).await
    }

    /// Returns the result of `script`; its arguments are `arguments[0]` and so
    /// on.
    pub async fn ask<T: DeserializeOwned>(
        &self,
        script: &str,
        arguments: impl Into<Vec<Value>>,
    ) -> T {
        let answer = self.client.execute(script, arguments.into()).await;
        let answer = answer.unwrap_or_else(|error| panic!("{error}, of the script {script}"));
        serde_json::from_value(answer.clone())
            .unwrap_or_else(|error| panic!("{error} in {answer}, of the script {script}"))
    }

    pub async fn rows(&self) -> Vec<Row> {
        self.ask(&page::with_visible(page::ROWS), []).await
    }

    /// The numbers of the visible tracks.
    pub async fn shown(&self) -> Vec<u32> {
        self.ask(&page::with_visible(page::SHOWN), []).await
    }

    /// Waits until exactly these tracks are visible.
    pub async fn until_shown(&self, wanted: &[u32]) {
        let what = format!("the tracks {wanted:?} alone");
        until(&what, async || (self.shown().await == wanted).then_some(())).await;
    }

    /// The texts of all visible elements that match `selector`.
    pub async fn texts(&self, selector: &str) -> Vec<String> {
        let script = page::with_visible(page::TEXTS);
        self.ask(&script, [json!(selector)]).await
    }

    pub async fn status(&self) -> String {
        self.texts("#track-status").await.concat()
    }

    /// The visible controls, by id or else by tag.
    pub async fn controls(&self) -> Vec<String> {
        self.ask(&page::with_visible(page::CONTROLS), []).await
    }

    pub async fn area(&self, selector: &str) -> Area {
        self.ask(page::AREA, [json!(selector)]).await
    }

    /// The elements that scroll sideways.
    pub async fn sideways(&self) -> Vec<String> {
        self.ask(&page::with_visible(page::SIDEWAYS), []).await
    }

    /// `Some` if the whole element is inside the window, give or take a
    /// fraction of a pixel: browsers scroll by whole pixels.
    pub async fn sees(&self, selector: &str) -> Option<()> {
        let script = "const box = document.querySelector(arguments[0])?.getBoundingClientRect();
            return box !== undefined && box.top > -1 && box.bottom < innerHeight + 1";
        self.ask::<bool>(script, [json!(selector)])
            .await
            .then_some(())
    }

    /// The id of the focused element.
    pub async fn focus(&self) -> String {
        self.ask("return document.activeElement.id", []).await
    }

    /// The caret's offset in the search box.
    pub async fn caret(&self) -> u32 {
        let script = "return document.getElementById('q').selectionStart";
        self.ask(script, []).await
    }

    /// The serialised HTML of the app's root.
    pub async fn app_html(&self) -> String {
        self.ask("return document.getElementById('app').outerHTML", [])
            .await
    }

    /// The value of a control.
    pub async fn value(&self, id: &str) -> String {
        let script = "return document.getElementById(arguments[0]).value";
        self.ask(script, [json!(id)]).await
    }

    /// A part of the page's address: `search` or `hash`.
    pub async fn address(&self, part: &str) -> String {
        self.ask("return location[arguments[0]]", [json!(part)])
            .await
    }

    /// Waits until a part of the page's address has this value.
    pub async fn until_address(&self, part: &str, wanted: &str) {
        let what = format!("the address’s {part} {wanted:?}");
        until(&what, async || {
            (self.address(part).await == wanted).then_some(())
        })
        .await;
    }

    /// Each header's `aria-sort`, from left to right.
    pub async fn sorted(&self) -> Vec<Option<String>> {
        let script = "return [...document.querySelectorAll('#tracks thead th')]
            .map((header) => header.getAttribute('aria-sort'))";
        self.ask(script, []).await
    }

    /// The marked texts in visible rows, each with its row's number.
    pub async fn marks(&self) -> Vec<(u32, String)> {
        let script = page::with_visible(MARKS);
        self.ask(&script, []).await
    }
}
