//! The native entry, which Trunk's hooks start: `publish style` before a build,
//! `publish site` after it. Trunk names the folders by environment variables.

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

use indicatif::{ProgressBar, ProgressStyle};
use liner_notes::publish::{self, Drafts, Failure, Published};

const USAGE: &str = "usage: publish style | publish site";

fn main() -> ExitCode {
    let task = env::args().nth(1);
    let project = folder("TRUNK_SOURCE_DIR").unwrap_or_else(|| PathBuf::from("."));
    let done = match task.as_deref() {
        Some("style") => publish::style(&project),
        Some("site") => match folder("TRUNK_STAGING_DIR") {
            Some(out) => site(&project, &out).map(report),
            None => Err(Failure::Other(
                "TRUNK_STAGING_DIR is not set: `trunk build` starts this".to_owned(),
            )),
        },
        _ => Err(Failure::Other(USAGE.to_owned())),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            tell(&failure);
            ExitCode::FAILURE
        }
    }
}

fn site(project: &Path, out: &Path) -> Result<Published, Failure> {
    // It shows itself on a terminal only; elsewhere the line at the end does.
    let bar = ProgressBar::no_length();
    let style = ProgressStyle::with_template("publishing {wide_bar} {pos} of {len}");
    bar.set_style(style.expect("the template is valid"));
    let published = publish::site(project, out, drafts(), &bar);
    bar.finish_and_clear();
    published
}

fn report(published: Published) {
    let count = published.reviews;
    let noun = if count == 1 { "review" } else { "reviews" };
    anstream::eprintln!("published {count} {noun}");
    if !published.has_address {
        anstream::eprintln!(
            "hint: without `url` in `site.toml` there is no feed, no sitemap and no canonical link"
        );
    }
}

/// `trunk serve` builds in the debug profile unless told otherwise, and what is
/// built for release must hold no draft.
fn drafts() -> Drafts {
    match env::var("TRUNK_PROFILE").as_deref() {
        Ok("debug") => Drafts::Shown,
        _ => Drafts::LeftOut,
    }
}

fn folder(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from)
}

fn tell(failure: &Failure) {
    match failure {
        Failure::Problems(problems) => {
            for problem in problems {
                anstream::eprintln!("{}\n", problem.draw());
            }
            let noun = if problems.len() == 1 {
                "problem"
            } else {
                "problems"
            };
            anstream::eprintln!("{} {noun}; nothing was published", problems.len());
        }
        Failure::Other(what) => anstream::eprintln!("error: {what}"),
    }
}
