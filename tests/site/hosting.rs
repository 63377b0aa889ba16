//! Files for hosts: the service worker and the precompressed files.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::read::GzDecoder;
use publisher::{precompress, service_worker};
use sha2::{Digest, Sha256};

use crate::project::{Project, Site};

/// A site after the release build's last step.
fn finished(name: &str) -> Site {
    let site = Project::new(name).publish();
    let root = site.root();
    let script = root.join("app-0123456789abcdef.js");
    fs::write(script, "a()").expect("the file can be written");
    service_worker::worker(root, "one-long-night").expect("the worker is written");
    precompress::precompress_all(root, &kept(root)).expect("the files are compressed");
    site
}

fn kept(root: &Path) -> PathBuf {
    root.with_file_name("compressed")
}

fn unpacked(site: &Site, path: &str) -> [Vec<u8>; 2] {
    let mut brotli = Vec::new();
    let bytes = site.bytes(&format!("{path}.br"));
    brotli::BrotliDecompress(&mut &bytes[..], &mut brotli).expect("it is Brotli");
    let mut gzip = Vec::new();
    let bytes = site.bytes(&format!("{path}.gz"));
    let mut decoder = GzDecoder::new(&bytes[..]);
    decoder.read_to_end(&mut gzip).expect("it is gzip");
    [brotli, gzip]
}

#[test]
fn every_page_has_compressed_siblings_that_unpack_to_it() {
    let site = finished("compressed");
    let files = site.files();
    let mut checked = 0;
    for (path, bytes) in &files {
        let is_text = [".html", ".xml"]
            .iter()
            .any(|ending| path.ends_with(ending));
        if is_text || path == "sw.js" {
            for unpacked in unpacked(&site, path) {
                assert!(unpacked == *bytes, "{path}");
            }
            checked += 1;
        }
    }
    assert!(checked > 5, "only {checked} files");
}

#[test]
fn files_that_would_not_shrink_are_not_compressed() {
    let site = finished("not-compressed");
    let files = site.files();
    let bytes = |path: &str| files.get(path).map(Vec::len);
    let script = "app-0123456789abcdef.js";
    for form in ["br", "gz"] {
        assert!(bytes(&format!("{script}.{form}")).is_none());
    }
    for (path, content) in &files {
        assert!(
            !path.ends_with(".png.br") && !path.ends_with(".br.gz"),
            "{path}"
        );
        for ending in ["br", "gz"] {
            let smaller = bytes(&format!("{path}.{ending}"));
            assert!(
                smaller.is_none_or(|smaller| smaller < content.len()),
                "{path}"
            );
        }
    }
}

#[test]
fn a_second_build_gives_the_same_bytes_and_cleans_the_cache() {
    let site = finished("compressed-again");
    let first = site.files();
    let root = site.root();
    let kept = kept(root);
    fs::write(kept.join("of-an-older-page"), "x").expect("the file can be written");
    for path in first.keys() {
        if path.ends_with(".br") || path.ends_with(".gz") {
            fs::remove_file(root.join(path)).expect("it can be removed");
        }
    }
    precompress::precompress_all(root, &kept).expect("the files are compressed");
    assert!(site.files() == first);
    assert!(!kept.join("of-an-older-page").exists());
}

#[test]
fn the_worker_lists_the_files_of_the_app_with_their_hashes() {
    let site = finished("worker");
    let worker = site.text("sw.js");
    let hash = STANDARD.encode(Sha256::digest("a()"));
    assert!(
        worker.contains(&format!("\"app-0123456789abcdef.js\": \"sha256-{hash}\"")),
        "{worker}"
    );
    for listed in ["app-0_bg.wasm", "manifest.webmanifest", "icon-192.png"] {
        assert!(
            worker.contains(&format!("\"{listed}\": \"sha256-")),
            "{listed}"
        );
    }
    let others = ["\"index.html\":", "\"sw.js\":", "robots.txt"];
    for left_out in others.into_iter().chain(["PUBLISH_", "// "]) {
        assert!(!worker.contains(left_out), "{left_out}");
    }
}

#[test]
fn the_worker_caches_the_newest_review_the_list_and_small_tracks() {
    let site = finished("worker-more");
    let root = site.root();
    let lists = |list: &str| {
        service_worker::worker(root, "one-long-night").expect("the worker is written");
        let worker = site.text("sw.js");
        assert!(worker.contains(list), "{list} is not in {worker}");
    };
    lists(r#"["one-long-night/", "all/", "tracks.json"]"#);
    fs::remove_dir_all(root.join("all")).expect("the folder can be removed");
    lists(r#"["one-long-night/", "tracks.json"]"#);
    fs::create_dir(root.join("all")).expect("the folder can be made");
    fs::write(root.join("all/index.html"), "").expect("the file can be written");
    lists(r#"["one-long-night/", "all/", "tracks.json"]"#);
    for (bytes, list) in [
        (500_000, r#""all/", "tracks.json"]"#),
        (500_001, r#"["one-long-night/", "all/"]"#),
    ] {
        let tracks = "0".repeat(bytes);
        fs::write(root.join("tracks.json"), tracks).expect("the file can be written");
        lists(list);
    }
}

/// The worker rewrites every `="./` and inserts links before the one `</ul>`.
#[test]
fn the_offline_page_has_what_the_worker_replaces() {
    let site = finished("offline-page");
    let page = site.text("offline.html");
    assert_eq!(page.matches("<ul class=\"reviews\"></ul>").count(), 1);
    assert_eq!(page.matches("</ul>").count(), 1);
    for name in ["href", "src"] {
        for address in site.attributes("offline.html", &format!("[{name}]"), name) {
            assert!(address.is_empty() || page.contains(&format!("{name}=\"{address}\"")));
            assert!(address.is_empty() || address.starts_with("./"), "{address}");
        }
    }
    // The policy allows scripts by their hash, so they must not change.
    let scripts = site.texts("offline.html", "script");
    assert!(
        scripts.iter().all(|script| !script.contains("=\"./")),
        "{scripts:?}"
    );
    let loads = site.attributes("offline.html", "[rel=modulepreload], script[type]", "rel");
    assert_eq!(loads, [""; 0], "no app");
}

#[test]
fn the_version_of_the_worker_is_that_of_the_app() {
    let version = |site: &Site| {
        service_worker::worker(site.root(), "one-long-night").expect("the worker is written");
        let worker = site.text("sw.js");
        let is_version =
            |text: &&str| text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let version = worker.split('"').find(is_version);
        version.expect("the worker has a version").to_owned()
    };
    let site = finished("version");
    let first = version(&site);
    fs::write(site.root().join("index.html"), "another page").expect("it can be written");
    assert_eq!(version(&site), first);
    fs::write(site.root().join("app-0_bg.wasm"), "b").expect("it can be written");
    assert_ne!(version(&site), first);
}

#[test]
fn a_build_for_the_writer_removes_the_worker() {
    let site = Project::new("no-worker").publish();
    service_worker::no_worker(site.root()).expect("it is written");
    assert!(site.text("sw.js").contains("registration.unregister()"));
}
