//! Measures the time from a key in the search box to the updated rows, in the
//! browser, on the release site. Prints a Markdown table for 26, 1,000 and
//! 10,000 tracks. Run by `cargo xtask bench keystrokes`.
//!
//! `keystrokes.js` defines what is measured. The median is the typical delay;
//! the maximum of so few rounds depends on the machine's load, too.

use std::{fs, path::Path, process::ExitCode};

use e2e::{
    BrowserPage, Engine, Faults, Options, Server,
    fixture::{catalogue, page, page_of, review_with, tracks},
    session::Session,
    settings, until,
};
use model::{TracksFile, payload::TRACKS_FILE};
use serde::Deserialize;
use serde_json::json;

const SIZES: [usize; 3] = [26, 1_000, 10_000];

/// The number of tracks that the search over all albums is designed for.
const EVERY_ALBUM: usize = 100_000;

/// Rounds in each of the two modes. Odd, so that there is a middle one.
const ROUNDS: usize = 15;

/// The text in the box after each key, from an empty box and back, and the
/// key's name.
const KEYS: [(&str, &str); 10] = [
    ("t", "type `t`"),
    ("th", "type `th`"),
    ("the", "type `the`"),
    ("th", "delete, `th`"),
    ("t", "delete, `t`"),
    ("", "delete, all again"),
    ("storm", "paste `storm`"),
    ("", "clear, all again"),
    ("zzzz", "paste `zzzz`, nothing"),
    ("", "clear, all again"),
];

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

/// All measurements of one key, in milliseconds.
#[derive(Default)]
struct Key {
    script: Vec<f64>,
    layout: Vec<f64>,
    frame: Vec<f64>,
    later: Vec<f64>,
    rows: usize,
}

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    println!(
        "| tracks | key | rows | script | style and layout | whole frame | longest later frame |"
    );
    println!("|---:|---|---:|---:|---:|---:|---:|");
    for size in SIZES {
        eprintln!("keys at {size} tracks");
        let keys = runtime.block_on(measure(size));
        for ((_, name), key) in KEYS.iter().zip(&keys) {
            println!("{}", row(&size.to_string(), name, key));
        }
    }
    eprintln!("keys over {EVERY_ALBUM} tracks of other albums");
    let keys = runtime.block_on(measure_every_album());
    for ((_, name), key) in KEYS.iter().zip(&keys) {
        println!("{}", row("every album", name, key));
    }
    println!("\n“Every album”: {EVERY_ALBUM} tracks of other albums beside the 26 of this one.");
    println!("\nMilliseconds, median (worst) of {ROUNDS} rounds.");
    ExitCode::SUCCESS
}

/// Opens a page of `size` tracks and measures the keys.
async fn measure(size: usize) -> [Key; KEYS.len()] {
    let dist = settings::dist();
    let html = page(&front_page(&dist), &review_with(tracks(size)));
    let faults = Faults::default().edit(move |_| html.clone());
    go_through(Server::start(&dist, "/", faults), "", size).await
}

/// The same with the search over all albums, whose results are drawn below the
/// rows.
async fn measure_every_album() -> [Key; KEYS.len()] {
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
    go_through(server, "?all=1", 26).await
}

fn front_page(dist: &Path) -> String {
    fs::read_to_string(dist.join("index.html")).expect("the front page")
}

async fn go_through(server: Server, address: &str, size: usize) -> [Key; KEYS.len()] {
    let session = Session::start(Options::of(Engine::Chromium)).await;
    let reader = BrowserPage::new(session, server);
    reader.open_live(address).await;
    if !address.is_empty() {
        until("every album", async || {
            let text = reader.texts(".other-albums [role=status]").await.concat();
            text.contains("Type above").then_some(())
        })
        .await;
    }
    let mut keys = Default::default();
    // A warm-up round: the first key builds the index, and the browser compiles
    // the wasm a second time, optimised.
    round(&reader, "parts", size).await;
    for _ in 0..ROUNDS {
        collect(&mut keys, round(&reader, "parts", size).await, |key| {
            [&mut key.script, &mut key.layout]
        });
        collect(&mut keys, round(&reader, "frame", size).await, |key| {
            [&mut key.frame, &mut key.later]
        });
    }
    reader.close().await;
    keys
}

/// Presses all keys once and checks the number of rows after each.
async fn round(reader: &BrowserPage, mode: &str, size: usize) -> Vec<Answer> {
    let texts = KEYS.map(|(text, _)| text);
    let script = include_str!("../keystrokes.js");
    let answers: Vec<Answer> = reader.ask(script, [json!(texts), json!(mode)]).await;
    for (answer, text) in answers.iter().zip(texts) {
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

fn collect(
    keys: &mut [Key; KEYS.len()],
    answers: Vec<Answer>,
    times: impl Fn(&mut Key) -> [&mut Vec<f64>; 2],
) {
    for (key, answer) in keys.iter_mut().zip(answers) {
        key.rows = answer.rows;
        for (times, time) in times(key).into_iter().zip(answer.times) {
            times.extend(time);
        }
    }
}

fn row(size: &str, name: &str, key: &Key) -> String {
    format!(
        "| {size} | {name} | {} | {} | {} | {} | {} |",
        key.rows,
        summary(&key.script),
        summary(&key.layout),
        summary(&key.frame),
        summary(&key.later)
    )
}

/// `1.2 (3.4)`: the median and the maximum.
fn summary(times: &[f64]) -> String {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    match times.last() {
        Some(worst) => format!("{:.1} ({worst:.1})", times[times.len() / 2]),
        None => "–".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_printed_as_median_and_maximum() {
        assert_eq!(summary(&[3.0, 1.0, 20.04]), "3.0 (20.0)");
        assert_eq!(summary(&[]), "–");
    }

    #[test]
    fn the_number_of_shown_tracks_is_parsed() {
        assert_eq!(shown("8 of 26 tracks · 31:20"), Some(8));
        assert_eq!(shown("26 tracks · 1:35:45"), Some(26));
        assert_eq!(shown("Nothing"), None);
    }
}
