//! Publishes a project: [`load`] reads and validates its files, then
//! [`Loaded::write`] writes the site. So an error in a file leaves the last good
//! site unchanged.

use std::{
    collections::BTreeMap,
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
};

use leptos::prelude::RenderHtml;
use rayon::prelude::*;

use crate::{
    all_reviews,
    failure::Failure,
    files::{PAGE, read, size, write},
    hue,
    metadata::{self, head_tags, json_ld, og_image, theme_colors::Tokens},
    not_found,
    notice::Notice,
    overlay, page,
    programs::Programs,
    project::{self, Drafts, Project},
    shell::{self, Shell, Slots, Template},
    site::Site,
    site_header::SiteHeader,
    site_index::{self, SiteIndex},
    today::Date,
};
use model::{
    Page,
    payload::{self, ALL_REVIEWS, Head, PageData, TRACKS_FILE},
};
use source::Diagnostic;

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

/// A project whose files were read and found valid.
pub struct Loaded {
    site: Site,
    index: SiteIndex,
    tokens: Tokens,
    metadata: Vec<metadata::File>,
    drafts: Drafts,
    notices: BTreeMap<String, Notice>,
    /// The diagnostics of drafts, which do not prevent publishing.
    pub warnings: Vec<Diagnostic>,
    /// The slugs of the reviews that are dated later, with their days.
    pub held_back: Vec<(String, model::Date)>,
}

/// Publishes every review of `project`, whatever its date, into `out`, which
/// contains the output of Trunk. After each page, `progress` is called with the
/// number of pages written and the total.
///
/// # Errors
/// As for [`load`] and [`Loaded::write`].
pub fn site(
    project: &Path,
    out: &Path,
    drafts: Drafts,
    progress: impl Fn(u64, u64) + Sync,
) -> Result<Published, Failure> {
    load(project, drafts, None)?.write(out, progress)
}

/// Reads and validates every file of a project, and writes nothing. Reviews
/// dated after `today` are held back.
///
/// # Errors
/// The diagnostics of all files, or an error of the file system.
pub fn load(project: &Path, drafts: Drafts, today: Option<Date>) -> Result<Loaded, Failure> {
    let Project {
        site,
        reviews,
        notices,
        warnings,
        held_back,
    } = project::read(project, drafts, today)?;
    let tokens = tokens(project)?;
    let index = SiteIndex::new(reviews);
    let metadata = metadata::files(project, &site, &index, &tokens.plain())?;
    Ok(Loaded {
        site,
        index,
        tokens,
        metadata,
        drafts,
        notices,
        warnings,
        held_back,
    })
}

fn tokens(project: &Path) -> Result<Tokens, Failure> {
    let css = read(&project.join("style/tokens.css"))?;
    Tokens::new(css).map_err(|token| {
        Failure::Other(format!(
            "`style/tokens.css` must give `{token}` a colour such as `#a3310f`"
        ))
    })
}

/// Copies Trunk's page, before reviews are written into it, to
/// `target/shell.html`. With it and the other files in `out`, end-to-end tests
/// publish further projects without another build.
///
/// # Errors
/// It lacks a slot, or a file cannot be read or written.
pub fn keep_shell(project: &Path, out: &Path) -> Result<(), Failure> {
    let html = read(&out.join(PAGE))?;
    shell::check_slots(&html)?;
    write(&project.join("target/shell.html"), html)
}

impl Loaded {
    /// Writes the site into `out`, as [`site`] does.
    ///
    /// # Errors
    /// Trunk's output lacks a file or a slot, or a file cannot be written.
    pub fn write(
        &self,
        out: &Path,
        progress: impl Fn(u64, u64) + Sync,
    ) -> Result<Published, Failure> {
        let html = read(&out.join(PAGE))?;
        let programs = Programs::of(out, &html)?;
        let shell = Shell::new(&html, &programs, size(&out.join(&programs.app.wasm))?)?;
        for (path, content) in &self.metadata {
            write(&out.join(path), content)?;
        }
        self.write_other_files(out, &shell)?;
        let shell = match self.index.several() {
            true => shell.with_speculation_rules(),
            false => shell,
        };
        self.write_reviews(out, &shell, progress)?;
        // Last, because it overwrites the shell.
        self.write_page(out, &shell.at("./"), &self.index.front(), "./")?;
        let reviews = self.index.reviews();
        Ok(Published {
            reviews: reviews.len(),
            newest: reviews[0].slug.clone(),
            has_address: self.site.url.is_some(),
        })
    }

    /// The page of each review, with its Open Graph image.
    fn write_reviews(
        &self,
        out: &Path,
        shell: &Shell,
        progress: impl Fn(u64, u64) + Sync,
    ) -> Result<(), Failure> {
        let template = shell.at("../");
        let count = self.index.reviews().len();
        let done = AtomicU64::new(0);
        (0..count).into_par_iter().try_for_each(|at| {
            let page = self.index.page(at);
            let folder = out.join(&page.review.slug);
            let album = &page.review.album;
            let picture = og_image::draw(&album.tracks, &self.tokens.of(album));
            write(&folder.join(site_index::PICTURE), picture)?;
            self.write_page(&folder, &template, &page, "../")?;
            progress(1 + done.fetch_add(1, Ordering::Relaxed), count as u64);
            Ok(())
        })
    }

    /// What belongs to no single review.
    fn write_other_files(&self, out: &Path, shell: &Shell) -> Result<(), Failure> {
        let (site, index) = (&self.site, &self.index);
        if self.drafts == Drafts::Shown {
            for (name, content) in overlay::files()? {
                write(&out.join(name), content)?;
            }
        }
        if let Some(tracks) = index.tracks() {
            write(&out.join(TRACKS_FILE), tracks)?;
        }
        if index.several() {
            let list = all_reviews::page(&shell.with_speculation_rules(), site, index)?;
            write(&out.join(ALL_REVIEWS).join(PAGE), list)?;
        }
        let not_found = not_found::page(shell, site, index)?;
        write(&out.join("404.html"), not_found)?;
        let offline = not_found::offline(shell, site, index);
        write(&out.join(not_found::OFFLINE), offline)
    }

    /// Writes a review's page and its data into a folder; `root` is the one that
    /// the template was made for.
    fn write_page(
        &self,
        folder: &Path,
        template: &Template,
        page: &Page,
        root: &str,
    ) -> Result<(), Failure> {
        let (site, review) = (&self.site, &page.review);
        let head = Head {
            title: page::title(review, site),
            language: site.language.clone(),
            hue: hue::of(&review.album),
            theme_color: self.tokens.of(&review.album).sleeve.to_string(),
            canonical: site.page(&review.slug),
            json_ld: json_ld::review(review, site),
        };
        let header = SiteHeader {
            site,
            several: page.others.all.is_some(),
            root,
            here: (root == "./").then_some(""),
        };
        let (build, overlay) = match self.drafts {
            // A writer sees each page as a reader does who opens it.
            Drafts::Shown => (String::new(), overlay::script(root)),
            Drafts::LeftOut => (template.build().to_owned(), String::new()),
        };
        let notice = self.notices.get(&review.slug);
        let notice = notice.map(Notice::to_html).unwrap_or_default();
        let data = PageData {
            build,
            head,
            page: page.clone(),
        };
        let json = payload::encode(&data);
        let html = template.fill(&Slots {
            language: &data.head.language,
            hue: data.head.hue,
            head: &page::head(&data, site, root),
            body: &[
                &header.to_html(),
                &notice,
                &page::body(page, &json),
                "\n",
                &head_tags::data(&data.head).to_html(),
                &overlay,
            ]
            .concat(),
        });
        write(&folder.join(payload::PAGE_FILE), json)?;
        write(&folder.join(PAGE), html)
    }
}
