//! How many pages a second nginx hands out by the recipe: printed, not judged,
//! but for errors.

use std::process::Command;

use e2e::{
    host::{Host, Kind},
    settings,
};

/// Few connections for a few seconds: it shows that nothing breaks, and about
/// how fast, on a machine that has other things to do as well, which no answer
/// is late for.
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
fn nginx_answers_many_readers_without_an_error() {
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
