//! The native side: writers' files into pages. Only this module opens files.
//!
//! Trunk's hooks call [`style`] before a build and [`site`] after it (see
//! `src/bin/publish.rs`). Every file is read and judged before the first one is
//! written, so a mistake leaves the last good site as it was.

mod address;
mod desk;
mod front_matter;
mod link;
mod markdown;
pub mod page;
mod plain;
mod problem;
mod prose;
pub mod review_file;
mod shelf;
mod shell;
mod site;
mod style;
mod table;
mod track_list;

use std::{fs, io, path::Path};

pub use desk::Drafts;
pub use problem::Problem;

use crate::payload::Page;
use desk::Desk;
use shelf::Shelf;
use shell::{Shell, Slots};
use site::Site;

/// Why nothing was published.
#[derive(Debug)]
pub enum Failure {
    /// What writers have to mend.
    Problems(Vec<Problem>),
    /// What the machine or the set-up refused.
    Other(String),
}

impl Failure {
    fn io(action: &str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let what = format!("cannot {action} `{}`", path.display());
        move |error| Self::Other(format!("{what}: {error}"))
    }
}

/// Joins the style sheets of `project` into `target/style/main.css`, from where
/// Trunk takes them.
pub fn style(project: &Path) -> Result<(), Failure> {
    let css = style::bundle(&project.join("style/main.css")).map_err(Failure::Other)?;
    write(&project.join("target/style/main.css"), &css)
}

/// Publishes every review of `project` into `out`, where Trunk has put its
/// `index.html`. Returns how many there are.
pub fn site(project: &Path, out: &Path, drafts: Drafts) -> Result<usize, Failure> {
    let Desk { site, reviews } = desk::read(project, drafts)?;
    let shelf = Shelf::new(reviews);
    let shell_path = out.join("index.html");
    let shell = fs::read_to_string(&shell_path).map_err(Failure::io("read", &shell_path))?;
    let shell = Shell::new(shell).map_err(|slot| {
        Failure::Other(format!(
            "`index.html` must hold the slot `{slot}` exactly once"
        ))
    })?;
    let count = shelf.reviews().len();
    for at in 0..count {
        let page = shelf.page(at);
        let path = out.join(&page.review.slug).join("index.html");
        write(&path, &html(&shell, &site, &page, "../"))?;
    }
    if shelf.overflows() {
        let path = out.join(shelf::ALL).join("index.html");
        write(&path, &plain::all(&shell, &site, &shelf))?;
    }
    write(&shell_path, &html(&shell, &site, &shelf.front(), "./"))?;
    Ok(count)
}

fn html(shell: &Shell, site: &Site, page: &Page, root: &str) -> String {
    shell.fill(&Slots {
        language: &site.language,
        head: &page::head(&page.review, site),
        body: &page::body(page),
        root,
    })
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Failure::io("create", folder))?;
    }
    fs::write(path, text).map_err(Failure::io("write", path))
}
