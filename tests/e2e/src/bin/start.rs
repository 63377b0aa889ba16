//! Measures when a first visit on a slow phone can be read and searched, beside
//! the same review as plain HTML and with a search written by hand
//! (`benches/plain/`). Prints a Markdown table. Run by `cargo xtask bench start`.

use std::{fs, process::ExitCode};

use e2e::{
    host::{Host, Kind},
    measure, plain, settings, until,
};
use model::Review;
use serde::Deserialize;

/// First visits to each of the pages, in turn. Odd, so that there is a middle one.
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

/// A measurement, and its name in the table.
type Row = (&'static str, fn(&Seen) -> Option<f64>);

const ROWS: [Row; 3] = [
    ("first paint", |seen| seen.first),
    ("article visible", |seen| seen.largest),
    ("search works", |seen| seen.live),
];

/// A page to visit, and what was seen.
struct Page {
    name: &'static str,
    host: Host,
    is_live: bool,
    visits: Vec<Seen>,
}

impl Page {
    fn new(name: &'static str, host: Host, is_live: bool) -> Self {
        let visits = Vec::new();
        Self {
            name,
            host,
            is_live,
            visits,
        }
    }

    fn median(&self, time: fn(&Seen) -> Option<f64>) -> Option<f64> {
        measure::median(self.visits.iter().filter_map(time))
    }
}

fn main() -> ExitCode {
    measure::run(compare());
    ExitCode::SUCCESS
}

async fn compare() {
    let review = shipped_review();
    let (by_hand, bare) = (plain::site(&review, true), plain::site(&review, false));
    let host = |folder| Host::start(Kind::Nginx, folder);
    let mut pages = [
        Page::new("plain HTML", host(bare.path()), false),
        Page::new("search by hand", host(by_hand.path()), true),
        Page::new("this page", host(&settings::dist()), true),
    ];
    for round in 1..=ROUNDS {
        eprintln!("visit {round} of {ROUNDS}");
        for page in &mut pages {
            page.visits.push(visit(&page.host, page.is_live).await);
        }
    }
    let names: Vec<&str> = pages.iter().map(|page| page.name).collect();
    println!("| milliseconds | {} | ratio |", names.join(" | "));
    println!("|---|---:|---:|---:|---:|");
    for (name, time) in ROWS {
        let medians = pages.each_ref().map(|page| page.median(time));
        println!("{}", row(name, &medians));
    }
    println!("\nMedians of {ROUNDS} first visits, in turns: 1.6 Mbit/s, 150 ms there and back,");
    println!("a processor at a quarter of its speed.");
}

/// The review of the site's front page.
fn shipped_review() -> Review {
    let slug = "mission-impossible-fallout";
    let path = settings::project().join(format!("reviews/{slug}.md"));
    let text = fs::read_to_string(&path).expect("the shipped review");
    source::review_file::read(&path.to_string_lossy(), slug, &text).expect("it has no fault")
}

/// Visits the front page for the first time, until all that it will show has been
/// seen.
async fn visit(host: &Host, is_live: bool) -> Seen {
    let session = measure::visitor(true, &[WATCH]).await;
    let address = format!("{}/", host.origin());
    session.client.goto(&address).await.expect("the page opens");
    tokio::time::sleep(measure::UNDISTURBED).await;
    let seen = until("the page to be painted", async || {
        let seen = session.client.execute(ASK, vec![]).await.ok()?;
        let seen: Seen = serde_json::from_value(seen).ok()?;
        let is_painted = seen.first.is_some() && seen.largest.is_some();
        (is_painted && seen.live.is_some() >= is_live).then_some(seen)
    })
    .await;
    session.close().await;
    seen
}

/// A row of the table. The ratio is that of the last page to the first one that has
/// the measurement.
fn row(name: &str, medians: &[Option<f64>]) -> String {
    let cell = |time: &Option<f64>| time.map_or("–".to_owned(), |time| format!("{time:.0}"));
    let cells: Vec<String> = medians.iter().map(cell).collect();
    let peer = medians.iter().flatten().next();
    let ratio = medians.last().copied().flatten().zip(peer);
    let ratio = ratio.map_or(0.0, |(time, peer)| time / peer);
    format!("| {name} | {} | {ratio:.2} |", cells.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ratio_is_to_the_first_page_that_has_a_time() {
        let medians = [None, Some(400.0), Some(600.0)];
        assert_eq!(row("search", &medians), "| search | – | 400 | 600 | 1.50 |");
    }
}
