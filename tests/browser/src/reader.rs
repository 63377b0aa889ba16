//! A reader: opens pages, types, presses keys, and looks at what is shown.
//!
//! Whatever goes wrong ends the story by a panic that says what was done.

use fantoccini::{
    Client, Locator,
    actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    key::Key,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::{
    page::{self, Area, Row},
    server::Server,
    wait::until,
};

const MARKS: &str = "
    return [...document.querySelectorAll('#tracks mark')]
        .filter(visible)
        .map((mark) => [Number(mark.closest('tr').id.split('-').at(-1)), mark.textContent]);";

pub struct Reader {
    pub client: Client,
    pub server: Server,
}

impl Reader {
    /// Opens a page of the site: `""`, or `mission-impossible-fallout/`.
    pub async fn open(&self, page: &str) {
        let url = self.server.url(page);
        let opened = self.client.goto(&url).await;
        opened.unwrap_or_else(|error| panic!("{url} did not open: {error}"));
    }

    /// Opens a page and waits until it is live.
    pub async fn open_live(&self, page: &str) {
        self.open(page).await;
        self.until_live().await;
    }

    pub async fn until_live(&self) {
        let state = self.until_started().await;
        assert_eq!(state, "ready", "{:?}", self.texts("#search-failed").await);
    }

    /// Waits until the app could not start, and gives the line that says so.
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

    /// `html[data-app]`.
    pub async fn app_state(&self) -> Option<String> {
        let script = "return document.documentElement.getAttribute('data-app')";
        self.ask(script, []).await
    }

    /// What `script` returns; its arguments are `arguments[0]` and so on.
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

    /// The numbers of the tracks that are shown.
    pub async fn shown(&self) -> Vec<u32> {
        let rows = self.rows().await;
        let shown = rows.iter().filter(|row| row.shown);
        shown.map(Row::number).collect()
    }

    /// Waits until exactly these tracks are shown.
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

    /// What one would have to scroll sideways.
    pub async fn sideways(&self) -> Vec<String> {
        self.ask(&page::with_visible(page::SIDEWAYS), []).await
    }

    /// `Some` where the whole element is within the window's edges, but for a
    /// fraction of a pixel: browsers scroll by whole ones.
    pub async fn sees(&self, selector: &str) -> Option<()> {
        let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
            return box.top > -1 && box.bottom < innerHeight + 1";
        self.ask::<bool>(script, [json!(selector)])
            .await
            .then_some(())
    }

    /// The id of the control that takes what is typed.
    pub async fn focus(&self) -> String {
        self.ask("return document.activeElement.id", []).await
    }

    /// Before which letter of the search box the caret stands, counted from 0.
    pub async fn caret(&self) -> u32 {
        let script = "return document.getElementById('q').selectionStart";
        self.ask(script, []).await
    }

    /// The app's part of the page as the browser writes it out.
    pub async fn app_html(&self) -> String {
        self.ask("return document.getElementById('app').outerHTML", [])
            .await
    }

    /// What the control holds.
    pub async fn value(&self, id: &str) -> String {
        let script = "return document.getElementById(arguments[0]).value";
        self.ask(script, [json!(id)]).await
    }

    /// Types into the control, after what it holds.
    pub async fn type_into(&self, id: &str, text: &str) {
        let control = self.client.find(Locator::Id(id)).await;
        let control = control.unwrap_or_else(|error| panic!("no #{id}: {error}"));
        let typed = control.send_keys(text).await;
        typed.unwrap_or_else(|error| panic!("#{id} does not take {text:?}: {error}"));
    }

    /// Presses one key in the control, `times` over.
    pub async fn press(&self, id: &str, key: Key, times: usize) {
        let keys = char::from(key).to_string().repeat(times);
        self.type_into(id, &keys).await;
    }

    /// Empties the search box as a reader does: a press for each letter.
    pub async fn clear(&self) {
        let letters = self.value("q").await.chars().count();
        self.press("q", Key::End, 1).await;
        self.press("q", Key::Backspace, letters).await;
    }

    /// Strikes one key, wherever the focus is.
    pub async fn strike(&self, key: impl Into<char>) {
        let value = key.into();
        let stroke = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        let struck = self.client.perform_actions(stroke).await;
        struck.unwrap_or_else(|error| panic!("{value:?} could not be struck: {error}"));
    }

    /// Clicks on the first element that matches `selector`.
    pub async fn click(&self, selector: &str) {
        self.click_on(Locator::Css(selector), selector).await;
    }

    /// Presses the button that reads exactly so.
    pub async fn press_button(&self, label: &str) {
        let button = format!("//button[normalize-space() = '{label}']");
        self.click_on(Locator::XPath(&button), label).await;
    }

    async fn click_on(&self, locator: Locator<'_>, what: &str) {
        let element = self.client.find(locator).await;
        let element = element.unwrap_or_else(|error| panic!("no {what}: {error}"));
        // The driver does not wait for the end of a smooth scroll of its own.
        let to_it = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.ask::<()>(to_it, [json!(element)]).await;
        let clicked = element.click().await;
        clicked.unwrap_or_else(|error| panic!("{what} cannot be clicked: {error}"));
    }

    /// Clicks inside an element that is in view, at these fractions of its
    /// width and height from its upper left corner.
    pub async fn click_within(&self, selector: &str, across: f64, down: f64) {
        let area = self.area(selector).await;
        let [left, top]: [f64; 2] = self.ask("return [scrollX, scrollY]", []).await;
        let to = PointerAction::MoveTo {
            duration: None,
            x: (area.left - left + (area.right - area.left) * across).round(),
            y: (area.top - top + (area.bottom - area.top) * down).round(),
        };
        let button = MOUSE_BUTTON_LEFT;
        let click = MouseActions::new("mouse".to_owned())
            .then(to)
            .then(PointerAction::Down { button })
            .then(PointerAction::Up { button });
        let clicked = self.client.perform_actions(click).await;
        clicked.unwrap_or_else(|error| panic!("{selector} cannot be clicked: {error}"));
    }

    /// A part of the page's address: `search`, `hash`.
    pub async fn address(&self, part: &str) -> String {
        self.ask("return location[arguments[0]]", [json!(part)])
            .await
    }

    /// Waits until a part of the page's address is this.
    pub async fn until_address(&self, part: &str, wanted: &str) {
        let what = format!("the address’s {part} {wanted:?}");
        until(&what, async || {
            (self.address(part).await == wanted).then_some(())
        })
        .await;
    }

    /// Each header's `aria-sort`, from the left.
    pub async fn sorted(&self) -> Vec<Option<String>> {
        let script = "return [...document.querySelectorAll('#tracks th')]
            .map((header) => header.getAttribute('aria-sort'))";
        self.ask(script, []).await
    }

    /// The marked texts of the rows that are shown, each with its row's number.
    pub async fn marks(&self) -> Vec<(u32, String)> {
        let script = page::with_visible(MARKS);
        self.ask(&script, []).await
    }
}
