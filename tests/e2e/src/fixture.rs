//! Pages that are not published: the site's own page with another review in it,
//! rendered by the same components. So tests and benches can use an album of
//! any size on the release site.
//!
//! The page is rendered by the source that this package is compiled with and
//! hydrated by the wasm of the built site: both must come from the same source.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, Weak},
};

use model::{
    Album, Block, CataloguedAlbum, Date, Inline, Page, Review, Track,
    payload::{DATA_ID, Head, PageData, encode, encode_albums},
};
use publisher::{self, page::ROOT_ID};

use tempfile::TempDir;

use crate::settings;

pub use tracks::tracks;

/// The fixture site of three albums, which tests only read. It exists until the
/// last of them drops it, so that tests in parallel share one.
#[derive(Clone)]
pub struct Series(Arc<TempDir>);

impl Series {
    /// Publishes the site unless another test has it.
    pub fn shared() -> Self {
        static SHARED: Mutex<Weak<TempDir>> = Mutex::new(Weak::new());
        // A test that failed to publish it leaves nothing behind.
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = shared.upgrade().unwrap_or_else(|| {
            let folder = Arc::new(tempfile::tempdir().expect("a temporary folder"));
            publish_series(folder.path(), &[]);
            *shared = Arc::downgrade(&folder);
            folder
        });
        Self(folder)
    }

    /// A site of its own with one more review, `more.md`.
    pub fn with(markdown: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        publish_series(folder.path(), &[("more.md", markdown)]);
        Self(Arc::new(folder))
    }

    /// The site's folder.
    pub fn path(&self) -> PathBuf {
        self.0.path().join("site")
    }
}

/// Publishes the fixture project of `tests/site/` and further reviews into the
/// empty folder `folder`, with the app of the build.
///
/// # Panics
/// If a build file is missing or not as a build writes it.
fn publish_series(folder: &Path, more: &[(&str, &str)]) {
    let project = folder.join("project");
    let out = folder.join("site");
    copy(&settings::series(), &project);
    for (name, markdown) in more {
        fs::write(project.join("reviews").join(name), markdown).expect("it can be written");
    }
    // Colours and the icon come from the real site.
    for own in ["style/tokens.css", "public/icon.svg"] {
        let to = project.join(own);
        fs::create_dir_all(to.parent().expect("it lies in a folder")).expect("the folder");
        fs::copy(settings::project().join(own), to).expect("it can be copied");
    }
    fs::create_dir_all(&out).expect("the folder");
    for entry in fs::read_dir(settings::dist()).expect("the built site") {
        let path = entry.expect("it can be listed").path();
        if path.is_file() {
            let to = out.join(path.file_name().expect("a file has a name"));
            fs::copy(&path, to).expect("it can be copied");
        }
    }
    fs::copy(settings::shell(), out.join("index.html")).expect("the shell that the build kept");
    let published = publisher::site(&project, &out, publisher::Drafts::LeftOut, |_, _| ());
    published.expect("the made-up project has no problem");
    // The service worker in `dist` lists the files of another site.
    publisher::service_worker::no_worker(&out).expect("it can be written");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder");
    for entry in fs::read_dir(from).expect("it can be listed") {
        let path = entry.expect("it can be listed").path();
        let to = to.join(path.file_name().expect("it has a name"));
        match path.is_dir() {
            true => copy(&path, &to),
            false => _ = fs::copy(&path, to).expect("it can be copied"),
        }
    }
}

/// A published page with `review` in place of its own.
///
/// # Panics
/// If the publisher did not write the page.
pub fn page(index_html: &str, review: &Review) -> String {
    page_of(index_html, &publisher::page::alone(review.clone()))
}

/// The same for a review on a site of several.
pub fn page_of(index_html: &str, page: &Page) -> String {
    let data = PageData {
        build: String::new(),
        head: Head {
            title: page.review.title.clone(),
            language: "en".to_owned(),
            hue: 0,
            theme_color: "#000000".to_owned(),
            canonical: None,
            json_ld: "{}".to_owned(),
        },
        page: page.clone(),
    };
    with_body(index_html, &publisher::page::body(page, &encode(&data)))
}

/// The JSON of all albums' tracks as the site has it: `count` tracks, thirty
/// per album.
pub fn catalogue(count: usize) -> String {
    let tracks = tracks(count);
    let albums = tracks.chunks(30).zip(1..).map(|(tracks, number)| {
        let mut review = review_with(tracks.to_vec());
        review.slug = format!("album-{number}");
        CataloguedAlbum::new(&review)
    });
    encode_albums(&albums.collect::<Vec<_>>())
}

/// A published page with `body`, the app's root and data, in place of its own. A
/// page without the app, such as `offline.html`, stays as it is.
pub(crate) fn with_body(index_html: &str, body: &str) -> String {
    let root = format!("<div id=\"{ROOT_ID}\"");
    let data = format!("id=\"{DATA_ID}\">");
    let parts = index_html.split_once(&root).and_then(|(before, rest)| {
        let (_, rest) = rest.split_once(&data)?;
        let (_, after) = rest.split_once("</script>")?;
        Some((before, after))
    });
    match parts {
        Some((before, after)) => [before, body, after].concat(),
        None => index_html.to_owned(),
    }
}

/// A minimal review with these tracks.
pub fn review_with(tracks: Vec<Track>) -> Review {
    let date = Date {
        iso: "2026-11-21".to_owned(),
        words: "21 November 2026".to_owned(),
    };
    Review {
        slug: "fixture".to_owned(),
        series: None,
        title: "A Fixture".to_owned(),
        standfirst: "An album of any size.".to_owned(),
        authors: Vec::new(),
        published: date.clone(),
        updated: None,
        draft: false,
        works: Vec::new(),
        verdict: None,
        rating: None,
        source: None,
        album: Album {
            title: "A Fixture".to_owned(),
            composers: vec!["Nobody".to_owned()],
            released: date,
            tracks,
            ..Album::default()
        },
        article: vec![Block::Paragraph(vec![Inline::Text(
            "Nothing is said of it.".to_owned(),
        )])],
        reading_minutes: 1,
    }
}

#[cfg(test)]
mod tests {
    use super::with_body;

    #[test]
    fn only_the_root_and_the_data_are_replaced() {
        let page = "<body>\n<div id=\"app\" data-nodes=\"1\"><div>a</div></div>\n\
            <script type=\"application/json\" id=\"review-data\">{}</script>\n</body>";
        assert_eq!(with_body(page, "NEW"), "<body>\nNEW\n</body>");
    }
}
