//! Lighthouse's scores of the built site's front page, served by nginx after the
//! recipe in `hosting/`, as a Markdown table on the standard output. `cargo xtask bench lighthouse` starts it.

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

use browser_tests::{
    chromium,
    host::{Host, Kind},
    settings,
};
use serde_json::Value;
use tokio::process::Command;

const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

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

/// The score of each category, and what keeps it from 100.
async fn scores(script: &Path, url: &str, form: &str) -> Vec<String> {
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
        chromium::OWN_PAGES
    ));
    node.env("CHROME_PATH", settings::chromium());
    let run = node.output().await.expect("node runs");
    let report: Value = serde_json::from_slice(&run.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&run.stderr)));
    for (name, audit) in report["audits"].as_object().into_iter().flatten() {
        if audit["score"].as_f64().is_some_and(|score| score < 0.9) {
            eprintln!(
                "{form}: {name}: {} {}",
                audit["title"], audit["displayValue"]
            );
        }
    }
    let score = |category| report["categories"][category]["score"].as_f64();
    CATEGORIES
        .map(|category| {
            score(category).map_or("none".to_owned(), |score| format!("{:.0}", score * 100.0))
        })
        .to_vec()
}
