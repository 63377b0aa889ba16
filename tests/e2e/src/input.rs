//! Input by keyboard, pointer and touch.

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
    /// Types into a control, after its present text.
    pub async fn type_into(&self, id: &str, text: &str) {
        let control = self.client.find(Locator::Id(id)).await;
        let control = control.unwrap_or_else(|error| panic!("no #{id}: {error}"));
        let typed = control.send_keys(text).await;
        typed.unwrap_or_else(|error| panic!("#{id} does not take {text:?}: {error}"));
    }

    /// Presses a key in a control, `times` times.
    pub async fn press(&self, id: &str, key: Key, times: usize) {
        let keys = char::from(key).to_string().repeat(times);
        self.type_into(id, &keys).await;
    }

    /// Empties the search box with one Backspace per letter.
    pub async fn clear(&self) {
        let letters = self.value("q").await.chars().count();
        self.press("q", Key::End, 1).await;
        self.press("q", Key::Backspace, letters).await;
    }

    /// Presses a key in whatever element has the focus.
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

    /// Clicks the button with exactly this label.
    pub async fn press_button(&self, label: &str) {
        let button = format!("//button[normalize-space() = '{label}']");
        self.click_on(Locator::XPath(&button), label).await;
    }

    /// Clicks again where the driver refuses, because a page in a view
    /// transition still covers the element.
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

    /// Scrolls an element to the middle of the window and waits until it is at
    /// rest. A smooth scroll would move it in the next frame, and a page in a
    /// view transition covers it; no driver waits for the end of either.
    async fn bring_into_view(&self, locator: Locator<'_>, what: &str) -> Element {
        // Asked repeatedly, because a page that is unloading never answers. A
        // background tab draws no frames, and nothing moves in it.
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

    /// Clicks inside an element, at these fractions of its width and height
    /// from its upper left corner.
    pub async fn click_within(&self, selector: &str, across: f64, down: f64) {
        let button = MOUSE_BUTTON_LEFT;
        let click = self.way_into(selector, across, down).await;
        let click = click
            .then(PointerAction::Down { button })
            .then(PointerAction::Up { button });
        let clicked = self.client.perform_actions(click).await;
        clicked.unwrap_or_else(|error| panic!("{selector} cannot be clicked: {error}"));
    }

    /// Moves the pointer to a place inside an element without clicking.
    pub async fn point_at(&self, selector: &str, across: f64, down: f64) {
        let way = self.way_into(selector, across, down).await;
        let moved = self.client.perform_actions(way).await;
        moved.unwrap_or_else(|error| panic!("{selector} cannot be pointed at: {error}"));
    }

    /// Scrolls an element into view and returns a pointer move to a place
    /// inside it.
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

    /// Taps the middle of an element's first line.
    pub async fn tap(&self, selector: &str) {
        self.tap_within(selector, 0.5, 0.5).await;
    }

    /// Taps inside an element, at these fractions of its first line's width and
    /// height.
    pub async fn tap_within(&self, selector: &str, across: f64, down: f64) {
        let at = self.place_within(selector, across, down).await;
        self.touch(selector, &[at]).await;
    }

    /// Touches an element at one fraction of its width, moves to another, and
    /// lifts the finger.
    pub async fn drag(&self, selector: &str, from: f64, to: f64) {
        let places = [
            self.place_within(selector, from, 0.5).await,
            self.place_within(selector, (from + to) / 2.0, 0.5).await,
            self.place_within(selector, to, 0.5).await,
        ];
        self.touch(selector, &places).await;
    }

    /// Scrolls an element into view and returns a place inside it in window
    /// coordinates.
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
