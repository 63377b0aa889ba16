//! Measures publishing 10, 100 and 1,000 reviews of 30 tracks: median time,
//! time per review, CPU time per run, time to compress all files with an empty
//! cache, and peak memory.
//!
//! `cargo xtask bench publish`. It uses the dev profile, as Trunk's hook does. The
//! goals: 1,000 reviews take less than ten seconds and a gigabyte, and the time per
//! review does not grow with their number. `cargo test` publishes the smallest
//! project only.

#[path = "../tests/common/shell.rs"]
mod shell;

use std::{
    env,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use publisher::{self, Drafts};

const SIZES: [usize; 3] = [10, 100, 1_000];
const TRACKS: usize = 30;
/// Odd, so that the median is one of the runs.
const RUNS: usize = 5;

fn main() {
    // `cargo bench` passes it, `cargo test` does not.
    let is_measured = env::args().any(|argument| argument == "--bench");
    let sizes = if is_measured { &SIZES[..] } else { &SIZES[..1] };
    println!("reviews    median   a review  processor  compressing      peak");
    for &size in sizes {
        let project = project(size);
        let before = processor_seconds();
        let mut times: Vec<Duration> = (0..RUNS).map(|run| publish(&project, run)).collect();
        let worked = (processor_seconds() - before) / RUNS as f64;
        times.sort_unstable();
        let median = times[RUNS / 2].as_secs_f64();
        let each = median * 1e3 / size as f64;
        let compressing = compress(&project).as_secs_f64();
        println!(
            "{size:7} {median:8.3} s {each:7.3} ms {worked:8.3} s {compressing:10.3} s {:>9}",
            peak()
        );
        fs::remove_dir_all(&project).expect("what was made can be removed");
    }
}

/// The time of one run, into a new folder: file systems are slow to reuse a
/// folder that was just removed.
fn publish(project: &Path, run: usize) -> Duration {
    let out = project.join(format!("site-{run}"));
    shell::stage(&out);
    let start = Instant::now();
    publisher::site(project, &out, Drafts::LeftOut, |_, _| ()).expect("the project has no problem");
    start.elapsed()
}

/// The time to compress a site with an empty cache.
fn compress(project: &Path) -> Duration {
    let start = Instant::now();
    let site = project.join("site-0");
    publisher::precompress::precompress_all(&site, &project.join("kept"))
        .expect("the files are compressed");
    start.elapsed()
}

/// The CPU time of all threads of this process so far, where the system
/// provides it. Unlike elapsed time it is meaningful on a busy computer.
fn processor_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // User and system time: fields 12 and 13 after the name in parentheses, in
    // hundredths of a second.
    let fields = stat.rsplit(") ").next().unwrap_or_default();
    let times = fields.split(' ').skip(11).take(2);
    times
        .filter_map(|ticks| ticks.parse::<f64>().ok())
        .sum::<f64>()
        / 100.0
}

/// The peak memory of this process so far, where the system provides it. Sizes
/// grow, so it is the current size's peak.
fn peak() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.map_or("unknown".to_owned(), |kilobytes| {
        format!("{} MB", kilobytes / 1024)
    })
}

/// Creates a project with `size` reviews of about 700 words each.
fn project(size: usize) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("bench-publish")
        .join(size.to_string());
    let write = |path: &str, text: &str| {
        let path = root.join(path);
        let folder = path.parent().expect("a file is in a folder");
        fs::create_dir_all(folder).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    };
    write(
        "site.toml",
        "name = \"Bench\"\nlanguage = \"en\"\nurl = \"https://example.org/\"",
    );
    write("style/tokens.css", include_str!("../style/tokens.css"));
    write("public/icon.svg", include_str!("../public/icon.svg"));
    for (number, tracks) in tracks::tracks(size * TRACKS).chunks(TRACKS).enumerate() {
        let mut review = format!(
            "+++\ntitle = \"Review {number}\"\npublished = {}-{:02}-{:02}\n\
             standfirst = \"One of many.\"\n[album]\ntitle = \"Album {number}\"\n\
             composer = \"Nobody\"\nreleased = 2020-02-29\n+++\n",
            2000 + number / 336,
            1 + number / 28 % 12,
            1 + number % 28,
        );
        for (number, track) in (1..).zip(tracks) {
            let title = &track.title;
            // Writing to a string never fails.
            let _ = write!(
                review,
                "\nOf [“{title}”](#track-{number}) it can be said that it is *there*, \
                 that it takes its time, and that after it comes another one.\n"
            );
        }
        review.push_str("\n## Track List\n\n");
        for (number, track) in (1..).zip(tracks) {
            let _ = writeln!(
                review,
                "{number}. {} ({})",
                track.title,
                track.length.unwrap_or_default()
            );
        }
        write(&format!("reviews/review-{number}.md"), &review);
    }
    root
}
