//! Measures the time from a key in the search box to the updated rows, in the
//! browser, on the release site, beside a search written by hand
//! (`benches/plain/`). Prints a Markdown table for 26, 1,000 and 10,000 tracks.
//! Run by `cargo xtask bench keystrokes`.
//!
//! `keystrokes.js` defines what is measured.

use std::{fs, path::Path, process::ExitCode};

use e2e::{
    BrowserPage, Faults, Server,
    fixture::{catalogue, page, page_of, review_with, tracks},
    measure, plain, settings, until,
};
use model::{TracksFile, payload::TRACKS_FILE};
use serde::Deserialize;
use serde_json::json;

const SIZES: [usize; 3] = [26, 1_000, 10_000];

/// The number of tracks that the search over all albums is designed for.
const EVERY_ALBUM: usize = 100_000;

/// Rounds in each of the two modes. Odd, so that there is a middle one.
const ROUNDS: usize = 9;

/// The text in the box after each key, from an empty box and back.
const KEYS: [&str; 10] = ["t", "th", "the", "th", "t", "", "storm", "", "zzzz", ""];

/// The page's measurements of one key.
#[derive(Deserialize)]
struct Answer {
    /// Milliseconds; `None` where a frame in between made them unusable.
    times: [Option<f64>; 2],
    /// The number of rows that are not hidden.
    rows: usize,
    /// The text of the status line.
    status: String,
}

/// All measurements of one page, in milliseconds.
#[derive(Default)]
struct Times {
    /// Until the rows in view are written.
    script: Vec<f64>,
    /// Then until they are laid out.
    layout: Vec<f64>,
    /// Both.
    view: Vec<f64>,
    /// Until all rows are written and laid out.
    all: Vec<f64>,
}

fn main() -> ExitCode {
    measure::run(async {
        println!(
            "| tracks | page | script | style and layout | together | ratio | all rows | ratio |"
        );
        println!("|---:|---|---:|---:|---:|---:|---:|---:|");
        for size in SIZES {
            compare(size).await;
        }
        println!(
            "{}",
            row("every album", "this page", &every_album().await, None)
        );
    });
    println!("\nMilliseconds, medians of {} keys;", ROUNDS * KEYS.len());
    println!("of all rows also 95 % of the keys.");
    println!("“Every album”: {EVERY_ALBUM} tracks of other albums beside the 26 of this one.");
    ExitCode::SUCCESS
}

/// Measures both pages of `size` tracks, in turns.
async fn compare(size: usize) {
    eprintln!("keys at {size} tracks");
    let review = review_with(tracks(size));
    let plain = plain::site(&review, true);
    let by_hand = open(Server::start(plain.path(), "/", Faults::default()), "").await;
    let dist = settings::dist();
    let html = page(&front_page(&dist), &review);
    let faults = Faults::default().edit(move |_| html.clone());
    let ours = open(Server::start(&dist, "/", faults), "").await;
    let (mut theirs, mut own) = (Times::default(), Times::default());
    // The first round warms up: the first key builds the index, and the browser
    // compiles the wasm a second time, optimised.
    for round in 0..=ROUNDS {
        for (page, times) in [(&by_hand, &mut theirs), (&ours, &mut own)] {
            measure(page, size, (round > 0).then_some(times)).await;
        }
    }
    by_hand.close().await;
    ours.close().await;
    let tracks = size.to_string();
    println!("{}", row(&tracks, "search by hand", &theirs, None));
    println!("{}", row(&tracks, "this page", &own, Some(&theirs)));
}

/// Measures the search over all albums, whose results are drawn below the rows.
async fn every_album() -> Times {
    eprintln!("keys over {EVERY_ALBUM} tracks of other albums");
    let json = catalogue(EVERY_ALBUM);
    let tracks_file = TracksFile {
        root: String::new(),
        bytes: u32::try_from(json.len()).expect("it fits"),
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let dist = settings::dist();
    for entry in fs::read_dir(&dist).expect("the built site") {
        let path = entry.expect("it can be listed").path();
        if path.is_file() {
            let to = folder.path().join(path.file_name().expect("it has a name"));
            fs::copy(&path, to).expect("it can be copied");
        }
    }
    fs::write(folder.path().join(TRACKS_FILE), json).expect("it can be written");
    let mut of_many = publisher::page::alone(review_with(tracks(26)));
    of_many.others.tracks = Some(tracks_file);
    let html = page_of(&front_page(&dist), &of_many);
    let faults = Faults::default().edit(move |_| html.clone());
    let server = Server::start(folder.path(), "/", faults);
    let reader = open(server, "?all=1").await;
    until("every album", async || {
        let text = reader.texts(".other-albums [role=status]").await.concat();
        text.contains("Type above").then_some(())
    })
    .await;
    let mut times = Times::default();
    measure(&reader, 26, None).await;
    for _ in 0..ROUNDS {
        measure(&reader, 26, Some(&mut times)).await;
    }
    reader.close().await;
    times
}

fn front_page(dist: &Path) -> String {
    fs::read_to_string(dist.join("index.html")).expect("the front page")
}

async fn open(server: Server, address: &str) -> BrowserPage {
    let session = measure::visitor(false, &[]).await;
    let reader = BrowserPage::new(session, server);
    reader.open_live(address).await;
    reader
}

/// Presses all keys once in each mode, and keeps the times if there is a place for
/// them.
async fn measure(reader: &BrowserPage, size: usize, times: Option<&mut Times>) {
    let view = round(reader, "view", size).await;
    let all = round(reader, "all", size).await;
    let Some(times) = times else { return };
    for key in view {
        if let [Some(script), Some(layout)] = key.times {
            times.script.push(script);
            times.layout.push(layout);
            times.view.push(script + layout);
        }
    }
    times.all.extend(all.iter().filter_map(|key| key.times[0]));
}

/// Presses all keys once and checks the number of rows after each.
async fn round(reader: &BrowserPage, mode: &str, size: usize) -> Vec<Answer> {
    let script = include_str!("../keystrokes.js");
    let answers: Vec<Answer> = reader.ask(script, [json!(KEYS), json!(mode)]).await;
    for (answer, text) in answers.iter().zip(KEYS) {
        let count = shown(&answer.status);
        assert_eq!(Some(answer.rows), count, "the rows of `{text}`");
        assert!(!text.is_empty() || answer.rows == size, "not all are back");
    }
    answers
}

/// The number of shown tracks in a status line: 8 of `8 of 26 tracks · 31:20`.
fn shown(status: &str) -> Option<usize> {
    status.split(' ').next()?.parse().ok()
}

/// A row of the table, with the ratios to `peer`.
fn row(tracks: &str, page: &str, times: &Times, peer: Option<&Times>) -> String {
    let [script, layout, view, all] =
        [&times.script, &times.layout, &times.view, &times.all].map(|part| at(part, 50));
    let most = at(&times.all, 95);
    let ratio = |time: f64, of: fn(&Times) -> &[f64]| {
        peer.map_or("–".to_owned(), |peer| {
            format!("{:.1}", time / at(of(peer), 50))
        })
    };
    let (of_view, of_all) = (ratio(view, |peer| &peer.view), ratio(all, |peer| &peer.all));
    format!(
        "| {tracks} | {page} | {script:.2} | {layout:.2} | {view:.2} | {of_view} \
         | {all:.1} / {most:.1} | {of_all} |"
    )
}

/// 0 of none.
fn at(times: &[f64], percent: usize) -> f64 {
    measure::percentile(times.iter().copied(), percent).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_shown_tracks_is_parsed() {
        assert_eq!(shown("8 of 26 tracks · 31:20"), Some(8));
        assert_eq!(shown("26 tracks · 1:35:45"), Some(26));
        assert_eq!(shown("Nothing"), None);
    }
}
