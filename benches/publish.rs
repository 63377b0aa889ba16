//! What publishing costs at 10, 100 and 1,000 reviews of 30 tracks: the median
//! time, the time a review, the processors' time of one run, the time that a first
//! release build takes to compress all of it, and the most memory that was in use.
//!
//! `cargo xtask bench publish`. It runs in the dev profile, as the publisher
//! does in Trunk's hook; what matters is that 1,000 reviews stay below ten
//! seconds and a gigabyte, and that a review costs the same among many.

mod tracks;

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use publisher::{self, Drafts};

const SIZES: [usize; 3] = [10, 100, 1_000];
const TRACKS: usize = 30;
/// Odd, so that there is one in the middle.
const RUNS: usize = 5;

fn main() {
    println!("reviews    median   a review  processor  compressing      peak");
    for size in SIZES {
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

/// The time that one publication takes, into a folder of its own: file systems
/// are slow to use again what was removed a moment ago.
fn publish(project: &Path, run: usize) -> Duration {
    let out = project.join(format!("site-{run}"));
    fs::create_dir_all(&out).expect("the folder can be made");
    let shell = include_str!("../tests/site/project/index.html");
    fs::write(out.join("index.html"), shell).expect("the shell can be written");
    fs::write(out.join("app-0_bg.wasm"), "").expect("the wasm can be written");
    fs::write(out.join("main-0.css"), "").expect("the style can be written");
    let start = Instant::now();
    publisher::site(project, &out, Drafts::LeftOut, |_, _| ()).expect("the project has no problem");
    start.elapsed()
}

/// The time that it takes to compress a site of which nothing was kept.
fn compress(project: &Path) -> Duration {
    let start = Instant::now();
    let site = project.join("site-0");
    publisher::precompress::precompress_all(&site, &project.join("kept"))
        .expect("the files are compressed");
    start.elapsed()
}

/// How long this process has had a processor so far, all of its threads
/// together, where the system says: on a machine that is busy with something
/// else, this still tells what the work is.
fn processor_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // After the name in parentheses: the 12th and 13th, in hundredths.
    let fields = stat.rsplit(") ").next().unwrap_or_default();
    let times = fields.split(' ').skip(11).take(2);
    times
        .filter_map(|ticks| ticks.parse::<f64>().ok())
        .sum::<f64>()
        / 100.0
}

/// The most memory that this process has had so far, where the system says.
/// Sizes grow, so it is the size's own.
fn peak() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.map_or("unknown".to_owned(), |kilobytes| {
        format!("{} MB", kilobytes / 1024)
    })
}

/// A project of so many reviews, each of about 700 words.
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
            let _ = writeln!(review, "{number}. {} ({})", track.title, track.length);
        }
        write(&format!("reviews/review-{number}.md"), &review);
    }
    root
}
