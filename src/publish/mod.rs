//! The native side: writers' files into pages. Only this module opens files.
//!
//! Trunk's hooks call [`style`] before a build and [`site`] after it (see
//! `src/bin/publish.rs`). Every file is read and judged before the first one is
//! written, so a mistake leaves the last good site as it was.

mod address;
mod desk;
mod front_matter;
mod link;
mod machines;
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

use indicatif::ProgressBar;
use leptos::prelude::RenderHtml;
use rayon::prelude::*;

pub use desk::Drafts;
pub use problem::Problem;

use crate::payload::Page;
use desk::Desk;
use machines::{Palette, picture, tags};
use shelf::Shelf;
use shell::{Shell, Slots};
use site::Site;

/// A folder's page: what a host serves where an address ends in `/`.
const PAGE: &str = "index.html";

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
    write(&project.join("target/style/main.css"), css)
}

/// What was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    pub reviews: usize,
    /// Whether the site knows where it will stand; without that it has neither
    /// feed nor sitemap.
    pub has_address: bool,
}

/// Publishes every review of `project` into `out`, where Trunk has put its
/// `index.html`. The bar goes a step a page.
pub fn site(
    project: &Path,
    out: &Path,
    drafts: Drafts,
    bar: &ProgressBar,
) -> Result<Published, Failure> {
    let Desk { site, reviews } = desk::read(project, drafts)?;
    let palette = palette(project)?;
    let shelf = Shelf::new(reviews);
    let files = machines::files(project, &site, &shelf, &palette)?;
    let shell = shell(out)?;
    for (path, content) in files {
        write(&out.join(path), content)?;
    }
    let count = shelf.reviews().len();
    bar.set_length(count as u64);
    (0..count).into_par_iter().try_for_each(|at| {
        let page = shelf.page(at);
        let folder = out.join(&page.review.slug);
        let picture = picture::draw(&page.review.album.tracks, &palette);
        write(&folder.join(shelf::PICTURE), picture)?;
        write(&folder.join(PAGE), html(&shell, &site, &page, "../"))?;
        bar.inc(1);
        Ok(())
    })?;
    if shelf.overflows() {
        let list = plain::all(&shell, &site, &shelf);
        write(&out.join(shelf::ALL).join(PAGE), list)?;
    }
    write(&out.join("404.html"), plain::not_found(&shell, &site))?;
    // Last, as it takes the shell's place.
    write(&out.join(PAGE), html(&shell, &site, &shelf.front(), "./"))?;
    Ok(Published {
        reviews: count,
        has_address: site.url.is_some(),
    })
}

fn shell(out: &Path) -> Result<Shell, Failure> {
    let path = out.join(PAGE);
    let html = fs::read_to_string(&path).map_err(Failure::io("read", &path))?;
    Shell::new(html).map_err(|slot| {
        Failure::Other(format!(
            "`index.html` must hold the slot `{slot}` exactly once"
        ))
    })
}

fn palette(project: &Path) -> Result<Palette, Failure> {
    let path = project.join("style/tokens.css");
    let css = fs::read_to_string(&path).map_err(Failure::io("read", &path))?;
    Palette::read(&css).map_err(|token| {
        Failure::Other(format!(
            "`style/tokens.css` must give `{token}` a colour such as `#a3310f`"
        ))
    })
}

fn html(shell: &Shell, site: &Site, page: &Page, root: &str) -> String {
    let data = tags::data(&page.review, site).to_html();
    shell.fill(&Slots {
        language: &site.language,
        head: &page::head(&page.review, site, root),
        body: &format!("{}\n{data}", page::body(page)),
        root,
    })
}

fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Failure::io("create", folder))?;
    }
    fs::write(path, content).map_err(Failure::io("write", path))
}
