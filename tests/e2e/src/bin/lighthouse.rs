//! Lighthouse's scores of the built site's front page, served by nginx after the
//! recipe in `hosting/`, as a Markdown table on the standard output: medians, and
//! the range where the runs differ. `cargo xtask bench lighthouse` starts it.

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

use e2e::{
    chromium,
    host::{Host, Kind},
    settings,
};
use serde_json::Value;
use tokio::process::Command;

const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];
/// One run says little of the time a page takes: Lighthouse's own guide to its
/// variability asks for the median of several.
const RUNS: usize = 9;
/// A run whose trace Chromium did not write to the end has no score at all.
const UNSCORED: usize = 3;

fn main() -> ExitCode {
    let Some(script) = env::var_os("LINER_NOTES_LIGHTHOUSE").map(PathBuf::from) else {
        eprintln!("`cargo xtask bench lighthouse` starts this");
        return ExitCode::FAILURE;
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(table(&script));
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

/// Of each category the median of the scores, and where they differ their range.
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
    tell_what_is_missing(&reports, form);
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

/// What keeps a category from 100 in most of the runs.
fn tell_what_is_missing(reports: &[Value], form: &str) {
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

/// One run's report, or why there is none.
async fn report(script: &Path, url: &str, form: &str) -> Result<Value, String> {
    let mut node = Command::new("node");
    node.arg(script).arg(url);
    node.args(["--quiet", "--output=json", "--max-wait-for-load=60000"]);
    if form == "desktop" {
        node.arg("--preset=desktop");
    }
    // Of two such lists Chromium heeds the last: what matters of Lighthouse's own
    // is said again.
    node.arg(format!(
        "--chrome-flags=--headless --no-sandbox --disable-gpu \
         --disable-features=RenderDocument,Translate,OptimizationHints,{}",
        chromium::OWN_WORK
    ));
    node.env("CHROME_PATH", settings::chromium());
    let run = node.output().await.expect("node runs");
    // It ends before all is written of a report that has no scores.
    match run.status.success() {
        true => serde_json::from_slice(&run.stdout).map_err(|error| error.to_string()),
        false => Err(String::from_utf8_lossy(&run.stderr).trim().to_owned()),
    }
}
