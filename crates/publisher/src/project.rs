//! Loads a project: reads `site.toml` and every `reviews/*.md`, validates them,
//! and decides which reviews are published. Any error prevents publishing; all
//! errors of all files are reported at once. A draft's errors are warnings, which
//! are reported where nothing else prevents publishing.

use std::{
    collections::{BTreeMap, HashMap},
    path::Path,
};

use crate::{
    failure::Failure,
    links,
    notice::{Notice, Unpublished},
    read_text,
    review_files::{self, ReviewFile},
    site::{self, Site},
    today::Date,
};
use model::Review;
use source::diagnostic::Diagnostic;

/// How to treat unpublished reviews.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    /// Publish them with a notice, for their writer.
    Shown,
    LeftOut,
}

/// A valid site.
pub struct Project {
    pub site: Site,
    /// At least one, newest first.
    pub reviews: Vec<Review>,
    /// For reviews that are not in the published site, by slug.
    pub notices: BTreeMap<String, Notice>,
    /// The diagnostics of drafts.
    pub warnings: Vec<Diagnostic>,
    /// The reviews that are no drafts but are dated later, with their days.
    pub held_back: Vec<(String, model::Date)>,
}

/// Loads the project's site and reviews. A review that is dated after `today`
/// is held back; without that day none is.
///
/// # Errors
/// The diagnostics of all files, or an error of the file system.
pub fn read(project: &Path, drafts: Drafts, today: Option<Date>) -> Result<Project, Failure> {
    let mut errors = Vec::new();
    let site = read_site(project).map_err(|found| errors.extend(found));
    let mut reviews = Reviews::default();
    let today = today.map(|today| today.to_string());
    for file in review_files::read(project)? {
        match file {
            ReviewFile::Faulty(found) => errors.extend(found),
            other => reviews.sort_in(other, today.as_deref()),
        }
    }
    if errors.is_empty() {
        errors.extend(reviews.check_links(project, drafts));
    }
    let held_back = reviews.held_back();
    let Reviews {
        published,
        unpublished,
        notices,
        warnings,
    } = reviews;
    let mut reviews = published;
    if drafts == Drafts::Shown {
        reviews.extend(unpublished);
    }
    if reviews.is_empty() && errors.is_empty() {
        errors.push(nothing_to_publish(&held_back));
    }
    let (Ok(site), []) = (site, &errors[..]) else {
        return Err(Failure::Diagnostics(errors));
    };
    for review in &mut reviews {
        if review.authors.is_empty() {
            review.authors.extend(site.author.clone());
        }
    }
    // Reviews of the same day are ordered by slug, so that builds are
    // reproducible.
    reviews.sort_by(|a, b| (&b.published.iso, &a.slug).cmp(&(&a.published.iso, &b.slug)));
    Ok(Project {
        site,
        reviews,
        notices,
        warnings,
        held_back,
    })
}

fn read_site(project: &Path) -> Result<Site, Vec<Diagnostic>> {
    const FILE: &str = "site.toml";
    // A link that leads nowhere is reported as one.
    let path = project.join(FILE);
    if !path.exists() && !path.is_symlink() {
        return Err(vec![Diagnostic::of_file(
            FILE,
            "the site has no `site.toml`",
            "expected that file, with `name = \"Liner Notes\"` and `language = \"en\"`",
        )]);
    }
    let text = read_text::read_in_project(project, FILE);
    text.map_err(|diagnostic| vec![diagnostic])
        .and_then(|text| site::read(FILE, &text))
}

fn nothing_to_publish(held_back: &[(String, model::Date)]) -> Diagnostic {
    let what = match held_back.iter().map(|(_, day)| &day.iso).min() {
        Some(day) => format!("there is no review to publish before {day}"),
        None => "there is no review to publish".to_owned(),
    };
    Diagnostic::of_file(
        "reviews/",
        what,
        "expected at least one file such as `reviews/mission-impossible-fallout.md` that is no \
         draft and whose `published` is not in the future",
    )
}

/// The reviews of a project, sorted by whether they are published.
#[derive(Default)]
struct Reviews {
    published: Vec<Review>,
    /// Drafts, as far as they could be read, and those that are held back.
    unpublished: Vec<Review>,
    /// For each unpublished one, and for drafts that can have no page.
    notices: BTreeMap<String, Notice>,
    warnings: Vec<Diagnostic>,
}

impl Reviews {
    fn sort_in(&mut self, file: ReviewFile, today: Option<&str>) {
        let notice = |why| Notice {
            why,
            open: Vec::new(),
        };
        match file {
            ReviewFile::Faulty(_) => {}
            ReviewFile::Complete(review) => {
                let is_later = today.is_some_and(|today| review.published.iso.as_str() > today);
                let why = match review.draft {
                    true => Some(Unpublished::Draft),
                    false => is_later.then(|| Unpublished::HeldBack(review.published.clone())),
                };
                let Some(why) = why else {
                    self.published.push(review);
                    return;
                };
                self.notices.insert(review.slug.clone(), notice(why));
                self.unpublished.push(Review {
                    draft: true,
                    ..review
                });
            }
            ReviewFile::Draft {
                slug,
                review,
                warnings,
            } => {
                self.warnings.extend_from_slice(&warnings);
                let why = Unpublished::Draft;
                let open = warnings;
                self.notices.insert(slug, Notice { why, open });
                self.unpublished.extend(review);
            }
        }
    }

    /// Reports links to pages that are not there. Those of drafts are warnings,
    /// and only wanted where drafts are shown.
    fn check_links(&mut self, project: &Path, drafts: Drafts) -> Vec<Diagnostic> {
        let shown = match drafts {
            Drafts::Shown => &self.unpublished[..],
            Drafts::LeftOut => &[],
        };
        let pages = self.published.iter().chain(shown);
        let pages = pages.map(|review| review.slug.clone()).collect();
        let left_out: HashMap<_, _> = self
            .notices
            .iter()
            .map(|(slug, notice)| (slug.clone(), notice.why.clone()))
            .collect();
        let check = |review| links::check(project, review, &pages, &left_out);
        for review in shown {
            let found = check(review).into_iter().map(Diagnostic::into_warning);
            let found: Vec<_> = found.collect();
            self.warnings.extend_from_slice(&found);
            if let Some(notice) = self.notices.get_mut(&review.slug) {
                notice.open.extend(found);
            }
        }
        self.published.iter().flat_map(check).collect()
    }

    fn held_back(&self) -> Vec<(String, model::Date)> {
        let held_back = self.notices.iter().filter_map(|(slug, notice)| {
            let Unpublished::HeldBack(date) = &notice.why else {
                return None;
            };
            Some((slug.clone(), date.clone()))
        });
        held_back.collect()
    }
}
