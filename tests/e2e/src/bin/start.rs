//! Measures when a first visit on a slow phone can be read and searched,
//! compared with the same page without scripts. Prints a Markdown table. Run by
//! `cargo xtask bench start`.

use std::{fs, path::Path, process::ExitCode};

use e2e::{
    Deployed, Engine, Options, chromium,
    host::{Host, Kind},
    session::Session,
    settings, until,
};
use serde::Deserialize;

/// First visits to each of the two pages, in turn. Odd, so that there is a
/// middle one.
const ROUNDS: usize = 11;

/// Runs before the page's own scripts, also in the page without them.
const WATCH: &str = "
    const html = () => document.documentElement?.dataset;
    new MutationObserver(() => {
        if (html()?.app === 'ready') window.live ??= performance.now();
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-app'] });
    new PerformanceObserver((list) => {
        window.largest = list.getEntries().at(-1).startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });";

const ASK: &str = "
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return { first: paint?.startTime, largest: window.largest, live: window.live };";

/// Milliseconds since the start of the navigation; `None` if it has not
/// happened yet.
#[derive(Clone, Copy, Deserialize)]
struct Seen {
    /// First contentful paint.
    first: Option<f64>,
    /// Largest contentful paint.
    largest: Option<f64>,
    /// When the search works.
    live: Option<f64>,
}

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(compare(&settings::dist()));
    ExitCode::SUCCESS
}

async fn compare(dist: &Path) {
    let bare = Deployed::empty();
    bare.copy_all(dist, "");
    let page = bare.path().join("index.html");
    let html = fs::read_to_string(&page).expect("the front page");
    let html = without_script(&html);
    let smaller = squeeze::brotli(html.as_bytes(), 11).expect("there is memory");
    fs::write(&page, html).expect("it can be written");
    fs::write(page.with_extension("html.br"), smaller).expect("it can be written");
    let (whole, bare) = (
        Host::start(Kind::Nginx, dist),
        Host::start(Kind::Nginx, bare.path()),
    );
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for round in 1..=ROUNDS {
        eprintln!("visit {round} of {ROUNDS}");
        with.push(visit(&whole, |seen| seen.live.is_some()).await);
        without.push(visit(&bare, |_| true).await);
    }
    println!(
        "| milliseconds, medians of {ROUNDS} first visits | this page | without script | ratio |"
    );
    println!("|---|---:|---:|---:|");
    for (name, time) in [
        (
            "first paint",
            (|seen| seen.first) as fn(&Seen) -> Option<f64>,
        ),
        ("the article is there", |seen| seen.largest),
    ] {
        let (with, without) = (median(&with, time), median(&without, time));
        println!(
            "| {name} | {with:.0} | {without:.0} | {:.2} |",
            with / without
        );
    }
    let (live, there) = (
        median(&with, |seen| seen.live),
        median(&with, |seen| seen.largest),
    );
    println!(
        "| the search works | {live:.0} | – | {:.2} of the article |",
        live / there
    );
    println!("\n1.6 Mbit/s, 150 ms there and back, a processor at a quarter of its speed.");
}

/// Visits the front page for the first time and waits until `enough` is
/// satisfied.
async fn visit(host: &Host, enough: fn(&Seen) -> bool) -> Seen {
    let mut options = Options::of(Engine::Chromium);
    options.phone = true;
    let session = Session::start(options).await;
    chromium::slow_down(&session.client).await;
    chromium::run_before_pages(&session.client, WATCH).await;
    let address = format!("{}/", host.origin());
    session.client.goto(&address).await.expect("the page opens");
    let seen = until("the page to be painted", async || {
        let seen = session.client.execute(ASK, vec![]).await.ok()?;
        let seen: Seen = serde_json::from_value(seen).ok()?;
        (seen.first.is_some() && seen.largest.is_some() && enough(&seen)).then_some(seen)
    })
    .await;
    session.close().await;
    seen
}

fn without_script(html: &str) -> String {
    let html = without(html, "<script", "</script>");
    let html = without(&html, "<link rel=\"modulepreload\"", ">");
    without(&html, "<link rel=\"preload\"", ">")
}

/// The text without each range from `start` to the next `end`.
fn without(text: &str, start: &str, end: &str) -> String {
    let mut parts = text.split(start);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| {
        let (_, rest) = part.split_once(end).expect("what begins ends");
        kept + rest
    })
}

fn median(visits: &[Seen], time: fn(&Seen) -> Option<f64>) -> f64 {
    let mut times: Vec<f64> = visits.iter().filter_map(time).collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_their_preloads_are_removed() {
        let html = "<link rel=\"preload\" href=\"a\"><script>a()</script><p>b</p><script src=\"c\"></script>";
        assert_eq!(without_script(html), "<p>b</p>");
    }

    #[test]
    fn the_median_is_the_middle_visit() {
        let visit = |time| Seen {
            first: Some(time),
            largest: None,
            live: None,
        };
        let visits = [visit(3.0), visit(1.0), visit(9.0)];
        assert_eq!(median(&visits, |seen| seen.first), 3.0);
    }
}
