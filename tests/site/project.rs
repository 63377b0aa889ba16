//! The fixture project of `tests/site/project/`: a copy in its own folder,
//! changed as a test needs it, and published.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use publisher::{self, Drafts, Failure, Loaded, Published, today};
use scraper::{Html, Selector};

use crate::shell::{shell, stage};

/// The day of every run of the program, later than the project's reviews.
pub const TODAY: &str = "2026-07-01";

/// The script that `trunk serve` adds to the page, shortened.
const RELOAD: &str = "<script>\"use strict\";\n\nconst address = '{{__TRUNK_ADDRESS__}}';\n\
    const url = address + '{{__TRUNK_WS_BASE__}}' + '.well-known/trunk/ws';\n</script>";

/// A project that can be changed and published.
pub struct Project(PathBuf);

impl Project {
    /// A fresh copy; `name` must be unique among parallel tests.
    pub fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("site")
            .join(name);
        if root.exists() {
            fs::remove_dir_all(&root).expect("an older copy can be removed");
        }
        let source =
            Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/site/project");
        for (path, bytes) in files(&source) {
            write(&root.join("project").join(path), &bytes);
        }
        let project = Self(root);
        // The icon is the real site's.
        let icon = include_str!("../../public/icon.svg");
        project.write("public/icon.svg", icon);
        project
    }

    /// A copy with the reviews in `tests/site/albums/`, too: albums of rarer kinds.
    pub fn with_albums(name: &str) -> Self {
        let project = Self::new(name);
        let folder =
            Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/site/albums");
        for (path, bytes) in files(&folder) {
            write(&project.path("reviews").join(path), &bytes);
        }
        project
    }

    pub fn write(&self, path: &str, text: &str) {
        write(&self.0.join("project").join(path), text.as_bytes());
    }

    /// The path of a file in the copy.
    pub fn path(&self, path: &str) -> PathBuf {
        self.0.join("project").join(path)
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.0.join("project").join(path)).expect("it can be removed");
    }

    /// Removes a review, and the links to it from the newest one.
    pub fn remove_linked(&self, slug: &str) {
        self.remove(&format!("reviews/{slug}.md"));
        let newest = "reviews/harbour-lights.md";
        let text = self.read(newest);
        self.write(newest, &text.replace(&format!("../{slug}/"), "../"));
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.join("project").join(path)).expect("it can be read")
    }

    /// Publishes the release site.
    pub fn publish(&self) -> Site {
        self.publish_as("release", Drafts::LeftOut)
    }

    /// Publishes into a fresh folder called `name`.
    pub fn publish_as(&self, name: &str, drafts: Drafts) -> Site {
        let out = self.0.join(name);
        self.publish_into(&out, drafts)
            .expect("the project has no problem");
        Site(out)
    }

    /// The result of publishing, and the files that exist afterwards.
    pub fn try_publish(&self, drafts: Drafts) -> (Result<Published, Failure>, Vec<String>) {
        let out = self.0.join("tried");
        let result = self.publish_into(&out, drafts);
        (result, files(&out).into_keys().collect())
    }

    /// Publishes on this day.
    pub fn publish_on(&self, name: &str, drafts: Drafts, today: &str) -> (Loaded, Site) {
        let out = self.0.join(name);
        stage(&out);
        let today = today::today(Some(today), None).expect("it is a date");
        let loaded = publisher::load(&self.0.join("project"), drafts, Some(today));
        let loaded = loaded.unwrap_or_else(|failure| panic!("{failure:?}"));
        let written = loaded.write(&out, |_, _| ());
        written.expect("the site is written");
        (loaded, Site(out))
    }

    /// Runs the publisher on this project, as Trunk or `cargo xtask` does
    /// during development. Returns whether it succeeded, and its output.
    pub fn run(&self, words: &[&str]) -> (bool, String) {
        self.run_as(words, "debug")
    }

    /// The same with another profile of cargo.
    pub fn run_as(&self, words: &[&str], profile: &str) -> (bool, String) {
        let out = self.staged();
        stage(&out);
        let run = Command::new(env!("CARGO_BIN_EXE_publish"))
            .args(words)
            .current_dir(self.0.join("project"))
            .env("TRUNK_STAGING_DIR", &out)
            .env("TRUNK_PROFILE", profile)
            .env_remove("TRUNK_SOURCE_DIR")
            .env_remove("TRUNK_DIST_DIR")
            .env_remove("SOURCE_DATE_EPOCH")
            .env("LINER_NOTES_TODAY", TODAY)
            .output();
        let run = run.expect("the program runs");
        let said = String::from_utf8(run.stderr).expect("it speaks in UTF-8");
        (run.status.success(), said)
    }

    /// Every file of the project and of all that was built from it.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.0)
    }

    /// The folder in which a run finds the output of Trunk.
    pub fn staged(&self) -> PathBuf {
        self.0.join("staged")
    }

    fn publish_into(&self, out: &Path, drafts: Drafts) -> Result<Published, Failure> {
        stage(out);
        if drafts == Drafts::Shown {
            let shell = shell().replacen("</body>", &format!("{RELOAD}</body>"), 1);
            write(&out.join("index.html"), shell.as_bytes());
        }
        publisher::site(&self.0.join("project"), out, drafts, |_, _| ())
    }
}

/// A published site.
pub struct Site(PathBuf);

impl Site {
    pub fn root(&self) -> &Path {
        &self.0
    }

    /// Every file by its path.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.0)
    }

    pub fn text(&self, path: &str) -> String {
        String::from_utf8(self.bytes(path)).expect("it is UTF-8")
    }

    pub fn bytes(&self, path: &str) -> Vec<u8> {
        fs::read(self.0.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The texts of the elements that match a CSS selector on a page.
    pub fn texts(&self, path: &str, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.text(path));
        page.select(&Selector::parse(selector).expect("the selector is valid"))
            .map(|element| element.text().collect())
            .collect()
    }

    /// An attribute of the elements that match a CSS selector on a page.
    pub fn attributes(&self, path: &str, selector: &str, name: &str) -> Vec<String> {
        let page = Html::parse_document(&self.text(path));
        page.select(&Selector::parse(selector).expect("the selector is valid"))
            .filter_map(|element| element.attr(name).map(ToOwned::to_owned))
            .collect()
    }

    /// The file that a host serves for a relative address on a page.
    pub fn led_to(&self, page: &str, address: &str) -> String {
        let address = address.split(['?', '#']).next().unwrap_or_default();
        let mut folders: Vec<&str> = page.split('/').collect();
        folders.pop();
        for part in address.split('/') {
            match part {
                "." => {}
                ".." => assert!(folders.pop().is_some(), "{address} leaves the site"),
                part => folders.push(part),
            }
        }
        let path = folders.join("/");
        match path.is_empty() || path.ends_with('/') {
            true => format!("{path}index.html"),
            false => path,
        }
    }
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder can be listed") {
        let path = entry.expect("the folder can be listed").path();
        let name = path.file_name().expect("it has a name").to_string_lossy();
        if path.is_dir() {
            let inner = files(&path).into_iter();
            found.extend(inner.map(|(path, bytes)| (format!("{name}/{path}"), bytes)));
        } else {
            let bytes = fs::read(&path).expect("the file can be read");
            found.insert(name.into_owned(), bytes);
        }
    }
    found
}

fn write(path: &Path, bytes: &[u8]) {
    let folder = path.parent().expect("a file is in a folder");
    fs::create_dir_all(folder).expect("the folder can be made");
    fs::write(path, bytes).expect("the file can be written");
}
