//! Measures the pages per second that nginx serves with the recipe. Prints the
//! number; only errors fail the test.

use std::process::Command;

use e2e::{
    host::{Host, Kind},
    settings,
};

/// A few connections for a few seconds: finds errors and gives a rough speed.
/// The machine may be busy, so no response counts as late.
const LOAD: [&str; 8] = [
    "--threads",
    "1",
    "--connections",
    "16",
    "--duration",
    "3s",
    "--timeout",
    "60s",
];

#[test]
fn nginx_serves_the_load_without_errors() {
    let host = Host::start(Kind::Nginx, &settings::dist());
    let page = format!("{}/mission-impossible-fallout/", host.origin());
    let output = Command::new("wrk")
        .args(LOAD)
        .args(["--header", "Accept-Encoding: br", &page])
        .output()
        .expect("wrk is installed: `cargo xtask test` does that");
    let report = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = |part: &str| report.lines().find(|line| line.contains(part));
    let answered = line(" requests in ").and_then(|line| line.split_whitespace().next());
    let answered: u64 = answered
        .and_then(|count| count.parse().ok())
        .unwrap_or_else(|| panic!("wrk says {report}"));
    let rate = line("Requests/sec").unwrap_or_default().trim();
    let errors = line("Non-2xx or 3xx responses").or(line("Socket errors"));
    println!("nginx: {answered} pages, errors: {errors:?}, {rate}");
    assert_eq!(errors, None, "{report}");
    assert!(answered > 0, "{report}");
}
