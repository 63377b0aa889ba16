//! Measures a step from a review to the next, until its heading is painted and
//! until its search works: by an ordinary load, and by the app. Prints a Markdown
//! table. Run by `cargo xtask bench navigate`.
//!
//! The link is scrolled into view, and tapped with a finger or clicked with the
//! mouse as soon as a reader could. `navigate.js` defines what is measured. The
//! loads are those of the same site in the same browser with the Navigation API
//! taken away.

use std::{process::ExitCode, time::Duration};

use e2e::{
    Deployed,
    fixture::Series,
    host::{Host, Kind},
    measure, until,
};
use fantoccini::{
    Client, Locator,
    actions::{
        ActionSequence, InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions,
    },
    elements::Element,
};
use publisher::precompress;
use serde::Deserialize;
use serde_json::json;

/// Steps of each kind, in turns. Odd, so that there is a middle one.
const ROUNDS: usize = 9;

/// The link to the next review.
const LINK: &str = ".others [rel=prev]";

/// How long a finger or a mouse button is down: a short press.
const PRESS: Duration = Duration::from_millis(80);

/// As in the engines that load each page: no Navigation API, and no page prerendered
/// while the link is pressed.
const WITHOUT_THE_API: &str = "
    Object.defineProperty(window, 'navigation', { value: undefined });
    addEventListener('DOMContentLoaded', () => {
        for (const rules of document.querySelectorAll('[type=speculationrules]')) rules.remove();
    });";

/// As for a reader who saves data: nothing is fetched before the click.
const SAVING_DATA: &str =
    "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });";

/// What the browser has of the next review before the step.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing.
    Cold,
    /// It was visited, so it is in the HTTP cache.
    Warm,
    /// It was visited by a reader who saves data.
    Saving,
}

/// A kind of step, and the times of each.
struct Step {
    is_phone: bool,
    before: Before,
    by_app: bool,
    times: Vec<Times>,
}

/// Milliseconds since the click.
#[derive(Clone, Copy, Deserialize)]
struct Times {
    /// Until the next review's heading is painted.
    heading: f64,
    /// Until a search that was typed then shows its result.
    search: f64,
}

fn main() -> ExitCode {
    measure::run(compare());
    ExitCode::SUCCESS
}

async fn compare() {
    let site = Deployed::empty();
    site.copy_all(&Series::shared().path(), "");
    let kept = tempfile::tempdir().expect("a temporary folder");
    precompress::precompress_all(site.path(), kept.path()).expect("it can be compressed");
    let host = Host::start(Kind::Nginx, site.path());
    let mut steps = Vec::new();
    for is_phone in [false, true] {
        for before in [Before::Cold, Before::Warm, Before::Saving] {
            for by_app in [false, true] {
                steps.push(Step {
                    is_phone,
                    before,
                    by_app,
                    times: Vec::new(),
                });
            }
        }
    }
    for round in 1..=ROUNDS {
        eprintln!("round {round} of {ROUNDS}");
        for step in &mut steps {
            step.times.push(take(&host, step).await);
        }
    }
    println!("| | next review | heading: load | app | ratio | search works: load | app | ratio |");
    println!("|---|---|---:|---:|---:|---:|---:|---:|");
    for pair in steps.chunks_exact(2) {
        println!("{}", row(&pair[0], &pair[1]));
    }
    println!("\nMilliseconds since the click, medians of {ROUNDS} steps of each kind, in turns.");
    println!("Phone: 1.6 Mbit/s, 150 ms there and back, a processor at a quarter of its speed.");
}

/// Opens a review and goes to the next.
async fn take(host: &Host, step: &Step) -> Times {
    let mut scripts = vec![include_str!("../navigate.js")];
    if !step.by_app {
        scripts.push(WITHOUT_THE_API);
    }
    if step.before == Before::Saving {
        scripts.push(SAVING_DATA);
    }
    let session = measure::visitor(step.is_phone, &scripts).await;
    let client = &session.client;
    let first = format!("{}/", host.origin());
    let mut visits = vec![first.clone()];
    if step.before != Before::Cold {
        visits = vec![format!("{first}harbour-lights/"), first];
    }
    for address in visits {
        client.goto(&address).await.expect("the page opens");
        let name = if step.by_app { "navigation" } else { "app" };
        let live = format!(
            "return location.href === arguments[0]
                && document.documentElement.dataset.{name} === 'ready'"
        );
        until("the page to be live", async || {
            let live = client.execute(&live, vec![json!(address)]).await.ok()?;
            live.as_bool()?.then_some(())
        })
        .await;
    }
    let link = client.find(Locator::Css(LINK)).await.expect("a link");
    let look = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
    let look = client.execute(look, vec![json!(link)]).await;
    look.expect("it can be scrolled");
    press(client, link, step.is_phone).await;
    tokio::time::sleep(measure::UNDISTURBED).await;
    let times = until("the next review", async || {
        let times = "return JSON.parse(sessionStorage.getItem('times'))";
        let times = client.execute(times, vec![]).await.ok()?;
        serde_json::from_value(times).ok()?
    })
    .await;
    session.close().await;
    times
}

/// Presses the link: with a finger, or with the mouse after pointing at it.
async fn press(client: &Client, element: Element, is_phone: bool) {
    let to = PointerAction::MoveToElement {
        element,
        duration: None,
        x: 0.0,
        y: 0.0,
    };
    let button = MOUSE_BUTTON_LEFT;
    let pause = |duration| PointerAction::Pause { duration };
    let way = if is_phone { Duration::ZERO } else { PRESS };
    let actions = [
        to,
        pause(way),
        PointerAction::Down { button },
        pause(PRESS),
        PointerAction::Up { button },
    ];
    let actions: ActionSequence = if is_phone {
        let finger = TouchActions::new("finger".to_owned());
        actions.into_iter().fold(finger, TouchActions::then).into()
    } else {
        let mouse = MouseActions::new("mouse".to_owned());
        actions.into_iter().fold(mouse, MouseActions::then).into()
    };
    let pressed = client.perform_actions(actions).await;
    pressed.expect("the link can be pressed");
}

fn row(load: &Step, app: &Step) -> String {
    let device = if app.is_phone { "phone" } else { "desktop" };
    let before = match app.before {
        Before::Cold => "new",
        Before::Warm => "visited",
        Before::Saving => "visited, saving data",
    };
    let cells = |time: fn(&Times) -> f64| {
        let [load, app] = [load, app].map(|step| {
            let median = measure::median(step.times.iter().map(time));
            median.expect("each step was taken")
        });
        format!("{load:.0} | {app:.0} | {:.2}", app / load)
    };
    let (heading, search) = (cells(|times| times.heading), cells(|times| times.search));
    format!("| {device} | {before} | {heading} | {search} |")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_compares_the_medians() {
        let steps = |by_app, times: [f64; 3]| Step {
            is_phone: true,
            before: Before::Warm,
            by_app,
            times: times
                .map(|search| Times {
                    heading: 2.0 * search,
                    search,
                })
                .into(),
        };
        let row = row(
            &steps(false, [4.0, 2.0, 9.0]),
            &steps(true, [1.0, 1.0, 8.0]),
        );
        assert_eq!(row, "| phone | visited | 8 | 2 | 0.25 | 4 | 1 | 0.25 |");
    }
}
