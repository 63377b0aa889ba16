//! How many pages a second nginx hands out by the recipe: printed, not judged,
//! but for errors.

use std::process::Command;

use browser_tests::{
    host::{Host, Kind},
    settings,
};

/// Few connections for a few seconds: it shows that nothing breaks, and about
/// how fast, on a machine that has other things to do as well.
const LOAD: [&str; 6] = ["--threads", "1", "--connections", "16", "--duration", "3s"];

#[test]
fn nginx_answers_many_readers_without_an_error() {
    let host = Host::start(Kind::Nginx, &settings::dist());
    let page = format!("{}/mission-impossible-fallout/", host.origin());
    let output = Command::new("wrk")
        .args(LOAD)
        .args(["--header", "Accept-Encoding: br", &page])
        .output()
        .expect("wrk is installed: `cargo xtask test` does that");
    let report = String::from_utf8_lossy(&output.stdout).into_owned();
    let figure = |label: &str| {
        let line = report
            .lines()
            .find(|line| line.trim_start().starts_with(label));
        line.and_then(|line| line.split(':').nth(1)).map(str::trim)
    };
    let rate: f64 = figure("Requests/sec")
        .and_then(|rate| rate.parse().ok())
        .unwrap_or_else(|| panic!("wrk says {report}"));
    let errors = figure("Non-2xx or 3xx responses").or(figure("Socket errors"));
    println!(
        "nginx: {rate:.0} pages a second, errors: {}",
        errors.unwrap_or("none")
    );
    assert_eq!(errors, None, "{report}");
    assert!(rate > 100.0, "{report}");
}
