//! Builds the site: reads a project's files, renders pages with the app's
//! components, and writes them with feed, metadata, service worker and
//! compressed copies. The only crate that opens files.
//!
//! The binary calls it from Trunk's hooks, [`style`] before a build and
//! [`site`] after it (see `main.rs`). All files are read and validated before
//! the first one is written, so an error leaves the last good site unchanged.

mod address;
mod all_reviews;
mod check_js;
pub mod glue;
mod metadata;
mod not_found;
pub mod overlay;
pub mod page;
pub mod precompress;
mod project;
mod read_text;
mod scripts;
pub mod service_worker;
mod site_header;
mod slots;

pub mod csp;
pub mod minify_js;
pub mod new_review;
mod shell;
mod site;
mod site_index;
mod style;

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

use leptos::prelude::RenderHtml;
use rayon::prelude::*;

pub use project::Drafts;
pub use source::Diagnostic;

use metadata::{Tokens, head_tags, og_image};
use model::{Page, payload::TRACKS_FILE};
use project::Project;
use shell::{Shell, Slots, Template};
use site::Site;
use site_header::Bar;
use site_index::SiteIndex;

/// The page of a folder: what a host serves for an address that ends in `/`.
const PAGE: &str = "index.html";

/// The error of a failed run.
#[derive(Debug)]
pub enum Failure {
    /// Errors in the writers' files.
    Diagnostics(Vec<Diagnostic>),
    /// An error of the file system or of the set-up.
    Other(String),
}

impl Failure {
    fn io(action: &str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let what = format!("cannot {action} `{}`", path.display());
        move |error| Self::Other(format!("{what}: {error}"))
    }
}

/// Bundles the style sheets of `project` into `target/style/main.css`, where
/// Trunk's `index.html` links it.
pub fn style(project: &Path) -> Result<(), Failure> {
    let css = style::bundle(&project.join("style/main.css")).map_err(Failure::Other)?;
    write(&project.join("target/style/main.css"), css)
}

/// Copies Trunk's page, before reviews are written into it, to
/// `target/shell.html`. With it and the other files in `out`, end-to-end tests
/// publish further projects without another build.
pub fn keep_shell(project: &Path, out: &Path) -> Result<(), Failure> {
    let path = out.join(PAGE);
    let html = fs::read_to_string(&path).map_err(Failure::io("read", &path))?;
    shell::check_slots(&html)?;
    write(&project.join("target/shell.html"), html)
}

/// The result of a successful run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub reviews: usize,
    /// The slug of the newest review.
    pub newest: String,
    /// Whether `site.toml` has a `url`; without it there is no feed and no
    /// sitemap.
    pub has_address: bool,
}

/// Publishes every review of `project` into `out`, which contains the output of
/// Trunk. After each page, `progress` is called with the number of pages
/// written and the total.
pub fn site(
    project: &Path,
    out: &Path,
    drafts: Drafts,
    progress: impl Fn(u64, u64) + Sync,
) -> Result<Published, Failure> {
    let Project { site, reviews } = project::read(project, drafts)?;
    let tokens = tokens(project)?;
    let index = SiteIndex::new(reviews);
    let files = metadata::files(project, &site, &index, &tokens.plain())?;
    let shell = match drafts {
        // `trunk serve` injects its own script, which the policy would block.
        Drafts::Shown => shell(out)?.without("meta[http-equiv]"),
        Drafts::LeftOut => shell(out)?,
    };
    for (path, content) in files {
        write(&out.join(path), content)?;
    }
    let template = shell.at("../");
    let count = index.reviews().len();
    let done = AtomicU64::new(0);
    (0..count).into_par_iter().try_for_each(|at| {
        let page = index.page(at);
        let folder = out.join(&page.review.slug);
        let album = &page.review.album;
        let picture = og_image::draw(&album.tracks, &tokens.of(album));
        write(&folder.join(site_index::PICTURE), picture)?;
        write(
            &folder.join(PAGE),
            html(&template, &site, &tokens, &page, "../", drafts),
        )?;
        progress(1 + done.fetch_add(1, Ordering::Relaxed), count as u64);
        Ok(())
    })?;
    if drafts == Drafts::Shown {
        for (name, content) in overlay::files()? {
            write(&out.join(name), content)?;
        }
    }
    if let Some(tracks) = index.tracks() {
        write(&out.join(TRACKS_FILE), tracks)?;
    }
    if index.several() {
        let list = all_reviews::page(&shell, &site, &index)?;
        write(&out.join(site_index::ALL).join(PAGE), list)?;
    }
    let not_found = not_found::page(&shell, &site, &index, &style_sheet(out)?)?;
    write(&out.join("404.html"), not_found)?;
    write(
        &out.join(not_found::OFFLINE),
        not_found::offline(&shell, &site, &index),
    )?;
    // Last, because it overwrites the shell.
    write(
        &out.join(PAGE),
        html(
            &shell.at("./"),
            &site,
            &tokens,
            &index.front(),
            "./",
            drafts,
        ),
    )?;
    Ok(Published {
        reviews: count,
        newest: index.reviews()[0].slug.clone(),
        has_address: site.url.is_some(),
    })
}

fn shell(out: &Path) -> Result<Shell, Failure> {
    let path = out.join(PAGE);
    let html = fs::read_to_string(&path).map_err(Failure::io("read", &path))?;
    Shell::new(&html, wasm_bytes(out)?)
}

/// The size in bytes of the wasm in `out`.
fn wasm_bytes(out: &Path) -> Result<u64, Failure> {
    let wasm = built(out, "wasm")?;
    let about = fs::metadata(&wasm).map_err(Failure::io("read", &wasm))?;
    Ok(about.len())
}

/// The style sheet in `out`.
fn style_sheet(out: &Path) -> Result<String, Failure> {
    let css = built(out, "css")?;
    fs::read_to_string(&css).map_err(Failure::io("read", &css))
}

/// The file in `out` with this extension.
fn built(out: &Path, ending: &str) -> Result<PathBuf, Failure> {
    let entries = fs::read_dir(out).map_err(Failure::io("list", out))?;
    let mut paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let found = paths.find(|path| path.extension().is_some_and(|own| own == ending));
    found.ok_or_else(|| Failure::Other(format!("there is no {ending} in `{}`", out.display())))
}

fn tokens(project: &Path) -> Result<Tokens, Failure> {
    let path = project.join("style/tokens.css");
    let css = fs::read_to_string(&path).map_err(Failure::io("read", &path))?;
    Tokens::new(css).map_err(|token| {
        Failure::Other(format!(
            "`style/tokens.css` must give `{token}` a colour such as `#a3310f`"
        ))
    })
}

/// Renders a review's page; `root` is the one that the template was made for.
fn html(
    template: &Template,
    site: &Site,
    tokens: &Tokens,
    page: &Page,
    root: &str,
    drafts: Drafts,
) -> String {
    let review = &page.review;
    let data = head_tags::data(review, site).to_html();
    let sleeve = tokens.of(&review.album).sleeve;
    let bar = Bar {
        site,
        several: page.others.all.is_some(),
        root,
        here: (root == "./").then_some(""),
    };
    let overlay = match drafts {
        Drafts::Shown => overlay::script(root),
        Drafts::LeftOut => String::new(),
    };
    template.fill(&Slots {
        language: &site.language,
        hue: site_header::hue(&review.album),
        head: &page::head(review, site, root, sleeve),
        body: &[&bar.to_html(), &page::body(page), "\n", &data, &overlay].concat(),
    })
}

fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Failure::io("create", folder))?;
    }
    fs::write(path, content).map_err(Failure::io("write", path))
}
