//! What a reader does with a keyboard, a pointer, or a finger.

use std::time::Instant;

use fantoccini::{
    Locator,
    actions::{
        InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
        TouchActions,
    },
    elements::Element,
    key::Key,
};
use serde_json::json;

use crate::{
    browser_page::BrowserPage,
    wait::{DEADLINE, until},
};

impl BrowserPage {
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

    /// A driver refuses to click on what a page that is giving way still covers;
    /// a reader clicks again.
    async fn click_on(&self, locator: Locator<'_>, what: &str) {
        let mut refused = None;
        let end = Instant::now() + DEADLINE;
        while Instant::now() < end {
            let element = self.bring_into_view(locator, what).await;
            match element.click().await {
                Ok(()) => return,
                Err(error) => refused = Some(error),
            }
        }
        panic!("{what} cannot be clicked: {refused:?}");
    }

    /// Brings an element to rest in the middle of the window: a smooth scroll that
    /// is still under way carries it on with the next frame, a page that is giving
    /// way to this one covers it, and no driver waits for the end of either.
    async fn bring_into_view(&self, locator: Locator<'_>, what: &str) -> Element {
        // Asked again and again, as a page that goes away never answers later. A
        // tab behind another has no frames, and nothing moves in it.
        let rests = "
            const [element, hears_frames] = arguments;
            const top = () => element.getBoundingClientRect().top;
            if (!('rests' in element)) {
                element.scrollIntoView({ block: 'center', behavior: 'instant' });
                element.rests = null;
                const before = top();
                const look = () => { element.rests = top() === before; };
                if (document.hidden || !hears_frames) look();
                else requestAnimationFrame(() => requestAnimationFrame(look));
            }
            const { rests } = element;
            if (rests !== null) delete element.rests;
            const covered = CSS.supports('selector(:active-view-transition)')
                && document.documentElement.matches(':active-view-transition');
            return rests === true && !covered ? top() : null;";
        let hears_frames = self.runs_script();
        let mut before = None;
        until(&format!("{what} to rest in view"), async || {
            let element = self.client.find(locator).await.ok()?;
            let arguments = vec![json!(element), json!(hears_frames)];
            let top = self.client.execute(rests, arguments).await.ok()?.as_f64()?;
            let stayed = before.replace(top) == Some(top);
            (hears_frames || stayed).then_some(element)
        })
        .await
    }

    /// Clicks inside an element, at these fractions of its width and height from
    /// its upper left corner.
    pub async fn click_within(&self, selector: &str, across: f64, down: f64) {
        let button = MOUSE_BUTTON_LEFT;
        let click = self.way_into(selector, across, down).await;
        let click = click
            .then(PointerAction::Down { button })
            .then(PointerAction::Up { button });
        let clicked = self.client.perform_actions(click).await;
        clicked.unwrap_or_else(|error| panic!("{selector} cannot be clicked: {error}"));
    }

    /// Moves the pointer to a place inside an element, and presses nothing.
    pub async fn point_at(&self, selector: &str, across: f64, down: f64) {
        let way = self.way_into(selector, across, down).await;
        let moved = self.client.perform_actions(way).await;
        moved.unwrap_or_else(|error| panic!("{selector} cannot be pointed at: {error}"));
    }

    /// The pointer's way to a place inside an element, which is brought into view.
    async fn way_into(&self, selector: &str, across: f64, down: f64) -> MouseActions {
        self.bring_into_view(Locator::Css(selector), selector).await;
        let area = self.area(selector).await;
        let [left, top]: [f64; 2] = self.ask("return [scrollX, scrollY]", []).await;
        MouseActions::new("mouse".to_owned()).then(PointerAction::MoveTo {
            duration: None,
            x: (area.left - left + (area.right - area.left) * across).round(),
            y: (area.top - top + (area.bottom - area.top) * down).round(),
        })
    }

    /// Taps with a finger in the middle of an element's first line.
    pub async fn tap(&self, selector: &str) {
        self.tap_within(selector, 0.5, 0.5).await;
    }

    /// Taps inside an element, at these fractions of its first line's width and
    /// height.
    pub async fn tap_within(&self, selector: &str, across: f64, down: f64) {
        let at = self.place_within(selector, across, down).await;
        self.touch(selector, &[at]).await;
    }

    /// Lays a finger down inside an element, at a fraction of its width, moves
    /// it to another, and lifts it.
    pub async fn drag(&self, selector: &str, from: f64, to: f64) {
        let places = [
            self.place_within(selector, from, 0.5).await,
            self.place_within(selector, (from + to) / 2.0, 0.5).await,
            self.place_within(selector, to, 0.5).await,
        ];
        self.touch(selector, &places).await;
    }

    /// Brings an element into view, and says where in the window that place is.
    async fn place_within(&self, selector: &str, across: f64, down: f64) -> [f64; 2] {
        self.bring_into_view(Locator::Css(selector), selector).await;
        let place = "
            const [selector, across, down] = arguments;
            const { left, top, width, height }
                = document.querySelector(selector).getClientRects()[0];
            return [left + width * across, top + height * down];";
        self.ask(place, [json!(selector), json!(across), json!(down)])
            .await
    }

    async fn touch(&self, what: &str, places: &[[f64; 2]]) {
        let to = |[x, y]: [f64; 2]| PointerAction::MoveTo {
            duration: None,
            x: x.round(),
            y: y.round(),
        };
        let button = MOUSE_BUTTON_LEFT;
        let down = TouchActions::new("finger".to_owned())
            .then(to(places[0]))
            .then(PointerAction::Down { button });
        let moved = places[1..]
            .iter()
            .fold(down, |touch, at| touch.then(to(*at)));
        let touched = self
            .client
            .perform_actions(moved.then(PointerAction::Up { button }));
        let touched = touched.await;
        touched.unwrap_or_else(|error| panic!("{what} cannot be touched: {error}"));
    }
}
