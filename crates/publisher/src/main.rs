//! The binary `publish`. Trunk's hooks run `publish style` before a build and
//! `publish site` after it, with folders in environment variables; `cargo
//! xtask` runs `publish new` and `publish import` for a writer.

mod arguments;

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

use arguments::Arguments;
use indicatif::{ProgressBar, ProgressStyle};
use publisher::{
    self, Drafts, Failure, Loaded, Published,
    new_review::{self, Written},
    overlay,
    today::{Date, today},
};

const USAGE: &str = "usage: publish style | publish site [--today YYYY-MM-DD] \
                     | publish new SLUG [--force] [--today YYYY-MM-DD] \
                     | publish import FILE [--slug NAME] [--force] [--today YYYY-MM-DD]";

/// What `--today` is for Trunk's hook, which has no arguments.
const TODAY: &str = "LINER_NOTES_TODAY";

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let project = folder("TRUNK_SOURCE_DIR").unwrap_or_else(|| PathBuf::from("."));
    let done = match words[..] {
        ["style"] => publisher::style(&project),
        ["site", ref words @ ..] => site(&project, words),
        ["new", ref words @ ..] => new(&project, words),
        ["import", ref words @ ..] => import(&project, words),
        _ => Err(Failure::Other(USAGE.to_owned())),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            print_failure(&failure, words.first().copied());
            ExitCode::FAILURE
        }
    }
}

fn site(project: &Path, words: &[&str]) -> Result<(), Failure> {
    let arguments = Arguments::of(words)?;
    if !arguments.operands.is_empty() || arguments.slug.is_some() {
        return Err(Failure::Other(USAGE.to_owned()));
    }
    let today = the_day(&arguments)?;
    let out = folder("TRUNK_STAGING_DIR").ok_or_else(|| {
        Failure::Other("TRUNK_STAGING_DIR is not set: `trunk build` starts this".to_owned())
    })?;
    // Reads everything before the first file is written.
    let loaded = publisher::load(project, drafts(), Some(today));
    if let (Err(Failure::Diagnostics(diagnostics)), Drafts::Shown) = (&loaded, drafts())
        && let Some(site) = folder("TRUNK_DIST_DIR")
    {
        overlay::write_report(&site, diagnostics)?;
    }
    let loaded = loaded?;
    if drafts() == Drafts::LeftOut {
        publisher::glue::shorten(&out)?;
        publisher::keep_shell(project, &out)?;
    }
    // It is shown only on a terminal; elsewhere only the last line is printed.
    let bar = ProgressBar::no_length();
    let style = ProgressStyle::with_template("publishing {wide_bar} {pos} of {len}");
    bar.set_style(style.expect("the template is valid"));
    let published = loaded.write(&out, |done, all| {
        bar.set_length(all);
        bar.set_position(done);
    });
    bar.finish_and_clear();
    let Published {
        reviews,
        newest,
        has_address,
    } = published?;
    match drafts() {
        Drafts::Shown => publisher::service_worker::no_worker(&out)?,
        Drafts::LeftOut => {
            publisher::service_worker::worker(&out, &newest)?;
            publisher::precompress::precompress_all(&out, &project.join("target/compressed"))?;
        }
    }
    report_unpublished(&loaded);
    anstream::eprintln!("published {}", count(reviews, "review"));
    if !has_address {
        anstream::eprintln!(
            "hint: without `url` in `site.toml` there is no feed, no sitemap and no canonical link"
        );
    }
    Ok(())
}

/// What is not in the published site, and why.
fn report_unpublished(loaded: &Loaded) {
    for warning in &loaded.warnings {
        anstream::eprintln!("{}\n", warning.draw());
    }
    if !loaded.warnings.is_empty() {
        let open = count(loaded.warnings.len(), "warning");
        anstream::eprintln!("{open}; a draft is not published");
    }
    for (slug, day) in &loaded.held_back {
        anstream::eprintln!("held back until {}: reviews/{slug}.md", day.iso);
    }
}

/// The day of the build, or of a new review.
fn the_day(arguments: &Arguments<'_>) -> Result<Date, Failure> {
    let variable = |name| env::var(name).ok();
    let given = arguments
        .today
        .map(str::to_owned)
        .or_else(|| variable(TODAY));
    today(given.as_deref(), variable("SOURCE_DATE_EPOCH").as_deref())
}

/// `trunk serve` builds in the debug profile by default. A release build must
/// not contain drafts.
fn drafts() -> Drafts {
    match env::var("TRUNK_PROFILE").as_deref() {
        Ok("debug") => Drafts::Shown,
        _ => Drafts::LeftOut,
    }
}

fn new(project: &Path, words: &[&str]) -> Result<(), Failure> {
    let arguments = Arguments::of(words)?;
    let today = the_day(&arguments)?;
    match (&arguments.operands[..], arguments.slug) {
        ([slug], None) => new_review::new(project, slug, today, arguments.existing)
            .map(|written| report(&written)),
        _ => Err(Failure::Other(
            "expected the name of one review, as in `cargo xtask new john-wick`".to_owned(),
        )),
    }
}

fn import(project: &Path, words: &[&str]) -> Result<(), Failure> {
    let arguments = Arguments::of(words)?;
    let today = the_day(&arguments)?;
    let Arguments { slug, existing, .. } = arguments;
    match arguments.operands[..] {
        [file] => new_review::import(project, Path::new(file), slug, today, existing)
            .map(|written| report(&written)),
        _ => Err(Failure::Other(
            "expected one file, as in `cargo xtask import notes.txt`".to_owned(),
        )),
    }
}

fn report(written: &Written) {
    for note in &written.notes {
        anstream::eprintln!("note: {note}");
    }
    let Written { path, open, .. } = written;
    match open {
        0 => anstream::eprintln!("wrote {path}, a draft"),
        _ => anstream::eprintln!(
            "wrote {path}, a draft; the build names {} still to fill in, each with its line",
            count(*open, "place")
        ),
    }
}

fn folder(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from)
}

fn print_failure(failure: &Failure, task: Option<&str>) {
    match failure {
        Failure::Diagnostics(diagnostics) => {
            for diagnostic in diagnostics {
                anstream::eprintln!("{}\n", diagnostic.draw());
            }
            let undone = match task {
                Some("site") => "published",
                _ => "written",
            };
            let problems = count(diagnostics.len(), "problem");
            anstream::eprintln!("{problems}; nothing was {undone}");
        }
        Failure::Other(what) => anstream::eprintln!("error: {what}"),
    }
}

/// `1 review`, `2 reviews`.
fn count(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    }
}
