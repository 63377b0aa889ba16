//! A copy of the built site that changes while browsers have it open: files are
//! lost or cut, and a later version replaces the first.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use publisher::{csp, service_worker};
use tempfile::TempDir;

use crate::settings;

/// File contents by path relative to the site's root.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A folder that contains a site, deleted on drop.
pub struct Deployed(TempDir);

impl Default for Deployed {
    fn default() -> Self {
        let folder = Self(folder());
        folder.put(&files(&settings::dist()));
        folder
    }
}

impl Deployed {
    pub fn empty() -> Self {
        Self(folder())
    }

    /// A site's files, without the precompressed ones.
    pub fn files_of(folder: &Path) -> Files {
        files(folder)
    }

    /// Copies a whole site into the folder `to`; `""` is the root.
    pub fn copy_all(&self, site: &Path, to: &str) {
        let to = self.path().join(to);
        fs::create_dir_all(&to).expect("the folder can be made");
        copy(site, &to);
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn files(&self) -> Files {
        files(self.path())
    }

    /// Writes these files, overwriting those of the same path.
    pub fn put(&self, files: &Files) {
        for (path, bytes) in files {
            self.write(path, bytes);
        }
    }

    pub fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path().join(path);
        let folder = path.parent().expect("a file is in a folder");
        fs::create_dir_all(folder).expect("the folder can be made");
        fs::write(path, bytes).expect("the file can be written");
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path().join(path)).expect("the file can be removed");
    }

    /// Writes these files and deletes all others.
    pub fn replace(&self, by: &Files) {
        for path in self.files().keys().filter(|path| !by.contains_key(*path)) {
            self.remove(path);
        }
        self.put(by);
    }
}

/// A later version of the built site, in which all hashed files have other
/// names, and the manifest other bytes. Its pages have `html[data-version]`.
pub fn later_version() -> Files {
    let mut later = files(&settings::dist());
    let hashes: Vec<String> = later.keys().filter_map(|path| hash(path)).collect();
    let renamed = |text: &str| {
        hashes.iter().fold(text.to_owned(), |text, hash| {
            let other: String = hash.chars().rev().collect();
            text.replace(hash, &other)
        })
    };
    later = later
        .into_iter()
        .map(|(path, bytes)| match path.ends_with(".html") {
            true => {
                let page = String::from_utf8(bytes).expect("pages are UTF-8");
                (path, with_policy(&renamed(&page)).into_bytes())
            }
            false => (renamed(&path), bytes),
        })
        .collect();
    let manifest = later.get_mut("manifest.webmanifest");
    manifest.expect("the site has one").push(b'\n');
    let folder = Deployed(folder());
    folder.put(&later);
    let newest = later
        .keys()
        .find_map(|path| path.strip_suffix("/index.html"));
    let newest = newest.expect("the shipped review has its own page");
    service_worker::worker(folder.path(), newest).expect("the worker can be written");
    folder.files()
}

/// The hash in the name of a file that Trunk hashed: sixteen hex digits, or
/// fewer because Trunk omits leading zeros.
fn hash(path: &str) -> Option<String> {
    let parts = path.split(['-', '_', '.', '/']);
    let mut digits = parts.filter(|part| (10..=16).contains(&part.len()));
    let is_hash = |part: &&str| part.bytes().all(|byte| byte.is_ascii_hexdigit());
    digits.find(is_hash).map(ToOwned::to_owned)
}

/// A page with changed scripts, their hashes updated, marked as the later
/// version.
fn with_policy(page: &str) -> String {
    const START: &str = "http-equiv=\"Content-Security-Policy\" content=\"";
    let page = page.replacen("<html ", "<html data-version=\"later\" ", 1);
    let Some((before, rest)) = page.split_once(START) else {
        // A page without the app, whose scripts name no file.
        return page;
    };
    let (_, after) = rest.split_once('"').expect("the policy ends");
    format!("{before}{START}{}\"{after}", csp::of(&page))
}

fn folder() -> TempDir {
    let mut builder = tempfile::Builder::new();
    let builder = builder.prefix("liner-notes-site-");
    builder.tempdir().expect("a temporary folder")
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("the folder can be listed") {
        let path = entry.expect("the folder can be listed").path();
        let to = to.join(path.file_name().expect("it has a name"));
        if path.is_dir() {
            fs::create_dir_all(&to).expect("the folder can be made");
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).expect("the file can be copied");
        }
    }
}

/// All files but the precompressed ones.
fn files(folder: &Path) -> Files {
    let mut found = Files::new();
    for entry in fs::read_dir(folder).expect("the folder can be listed") {
        let path: PathBuf = entry.expect("the folder can be listed").path();
        let name = path.file_name().expect("it has a name").to_string_lossy();
        if path.is_dir() {
            let inner = files(&path).into_iter();
            found.extend(inner.map(|(path, bytes)| (format!("{name}/{path}"), bytes)));
        } else if !name.ends_with(".br") && !name.ends_with(".gz") {
            let bytes = fs::read(&path).expect("the file can be read");
            found.insert(name.into_owned(), bytes);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn a_hash_is_found_anywhere_in_a_name() {
        let found = |path: &str| hash(path).unwrap_or_default();
        assert_eq!(found("app-0123456789abcdef_bg.wasm"), "0123456789abcdef");
        assert_eq!(found("icon-0123456789abcdef.svg"), "0123456789abcdef");
        assert_eq!(found("icon-192.png"), "");
    }
}
