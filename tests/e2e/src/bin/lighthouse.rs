//! Measures Lighthouse's scores of the built site's front page, served by nginx
//! with the recipe in `hosting/`. Prints a Markdown table of medians, with the
//! range where runs differ. Run by `cargo xtask bench lighthouse`.

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

use e2e::{
    chromium,
    host::{Host, Kind},
    measure, settings,
};
use serde_json::Value;
use tokio::process::Command;

const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];
/// Times vary between runs; Lighthouse's guide to variability advises the
/// median of several runs.
const RUNS: usize = 9;
/// How many runs may end without a score because Chromium's trace was
/// incomplete.
const UNSCORED: usize = 3;

fn main() -> ExitCode {
    let Some(script) = env::var_os("LINER_NOTES_LIGHTHOUSE").map(PathBuf::from) else {
        eprintln!("`cargo xtask bench lighthouse` starts this");
        return ExitCode::FAILURE;
    };
    measure::run(table(&script));
    ExitCode::SUCCESS
}

async fn table(script: &Path) {
    let host = Host::start(Kind::Nginx, &settings::dist());
    let page = format!("{}/", host.origin());
    println!("| form | {} |", CATEGORIES.join(" | "));
    println!("|---|---:|---:|---:|---:|");
    for form in ["mobile", "desktop"] {
        let scores = scores(script, &page, form).await;
        println!("| {form} | {} |", scores.join(" | "));
    }
}

/// Each category's median score, with the range where runs differ.
async fn scores(script: &Path, url: &str, form: &str) -> Vec<String> {
    let mut reports = Vec::new();
    let mut unscored = 0;
    while reports.len() < RUNS {
        match report(script, url, form).await {
            Ok(report) => reports.push(report),
            Err(error) => {
                unscored += 1;
                eprintln!("{form}: {error}");
                assert!(unscored <= UNSCORED, "Lighthouse cannot score the page");
            }
        }
    }
    report_what_is_missing(&reports, form);
    CATEGORIES
        .map(|category| {
            middle_of(
                reports
                    .iter()
                    .map(|report| score(report, category))
                    .collect(),
            )
        })
        .to_vec()
}

fn score(report: &Value, category: &str) -> u32 {
    let score = report["categories"][category]["score"].as_f64();
    (score.expect("every category has a score") * 100.0).round() as u32
}

fn middle_of(mut scores: Vec<u32>) -> String {
    scores.sort_unstable();
    let (lowest, median, highest) = (scores[0], scores[RUNS / 2], scores[RUNS - 1]);
    match lowest == highest {
        true => median.to_string(),
        false => format!("{median} ({lowest} to {highest})"),
    }
}

/// Prints the audits that keep a category from 100 in most of the runs.
fn report_what_is_missing(reports: &[Value], form: &str) {
    for (name, audit) in reports[0]["audits"].as_object().into_iter().flatten() {
        let falls_short = |report: &&Value| {
            let score = report["audits"][name]["score"].as_f64();
            score.is_some_and(|score| score < 0.9)
        };
        let runs = reports.iter().filter(falls_short).count();
        if runs > RUNS / 2 {
            let title = &audit["title"];
            eprintln!("{form}: {name}, in {runs} of {RUNS} runs: {title}");
        }
    }
}

/// The report of one run, or why there is none.
async fn report(script: &Path, url: &str, form: &str) -> Result<Value, String> {
    let mut node = Command::new("node");
    node.arg(script).arg(url);
    node.args(["--quiet", "--output=json", "--max-wait-for-load=60000"]);
    if form == "desktop" {
        node.arg("--preset=desktop");
    }
    // Chromium uses the last of two `--disable-features` lists, so this repeats
    // the relevant part of Lighthouse's own.
    node.arg(format!(
        "--chrome-flags=--headless --no-sandbox --disable-gpu \
         --disable-features=RenderDocument,Translate,OptimizationHints,{}",
        chromium::OWN_WORK
    ));
    node.env("CHROME_PATH", settings::chromium());
    let run = node.output().await.expect("node runs");
    // Lighthouse exits early, with an incomplete report, where there are no
    // scores.
    match run.status.success() {
        true => serde_json::from_slice(&run.stdout).map_err(|error| error.to_string()),
        false => Err(String::from_utf8_lossy(&run.stderr).trim().to_owned()),
    }
}
