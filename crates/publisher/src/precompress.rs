//! Writes `.br` and `.gz` siblings of text files, for hosts that serve
//! precompressed files instead of compressing each response.
//!
//! Called last, and only for releases. Brotli at its highest quality takes
//! about as long as the rest of publishing a page, so results are cached by the
//! hash of their input.

use std::{
    collections::BTreeSet,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use flate2::{Compression, GzBuilder};
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::{failure::Failure, files::write};

/// The extensions of text files. Images are compressed already.
const TEXT: [&str; 9] = [
    "css",
    "html",
    "js",
    "json",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
    "xml",
];

/// Those whose number or size grows with the reviews; the others are the app's.
const SITES_OWN: [&str; 3] = ["html", "json", "xml"];

/// The highest quality of both formats.
const BROTLI_QUALITY: i32 = 11;
const GZIP_LEVEL: Compression = Compression::best();

/// In bytes of text, about 300 reviews. A larger site is compressed at
/// `MANY_QUALITY` except for the app: pages are a seventh larger, but 1,000
/// take seconds instead of half a minute.
const MANY: u64 = 10_000_000;
const MANY_QUALITY: i32 = 9;

/// Writes the compressed siblings of the files in the finished site `out`.
/// `kept` is the cache; afterwards it contains only what this site uses.
///
/// # Errors
/// A file cannot be read or written.
pub fn precompress_all(out: &Path, kept: &Path) -> Result<(), Failure> {
    let files = text_files(out)?;
    let sizes = files.iter().map(|path| Ok(fs::metadata(path)?.len()));
    let all: u64 = sizes
        .sum::<io::Result<_>>()
        .map_err(Failure::io("measure", out))?;
    let quality = |path: &Path| match path.extension() {
        Some(ending) if all > MANY && SITES_OWN.iter().any(|own| ending == *own) => MANY_QUALITY,
        _ => BROTLI_QUALITY,
    };
    fs::create_dir_all(kept).map_err(Failure::io("create", kept))?;
    let used = files.par_iter().map(|path| file(path, quality(path), kept));
    forget(kept, &used.collect::<Result<_, _>>()?)
}

/// Compresses one file, and returns the name of its result in the cache.
fn file(path: &Path, quality: i32, kept: &Path) -> Result<String, Failure> {
    let bytes = fs::read(path).map_err(Failure::io("read", path))?;
    let digest = Sha256::digest(&bytes);
    let hash: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{hash}-{quality}-{}", squeeze::VERSION);
    let known = kept.join(&name);
    let brotli = match fs::read(&known) {
        Ok(brotli) => brotli,
        Err(_) => {
            let brotli = squeeze::brotli(&bytes, quality).map_err(Failure::io("compress", path))?;
            // Renamed when complete, so that the cache never has a partial
            // file.
            let part = kept.join(unique(&name));
            write(&part, &brotli)?;
            fs::rename(&part, &known).map_err(Failure::io("rename", &part))?;
            brotli
        }
    };
    let gzip = gzip(&bytes).map_err(Failure::io("compress", path))?;
    for (ending, smaller) in [("br", brotli), ("gz", gzip)] {
        if smaller.len() < bytes.len() {
            let mut beside = path.as_os_str().to_owned();
            beside.push(format!(".{ending}"));
            write(Path::new(&beside), smaller)?;
        }
    }
    Ok(name)
}

/// A name that no other thread or process has: pages may be the same in every byte.
fn unique(name: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("{name}.{}-{next}.part", process::id())
}

/// No time stamp, so that the same input gives the same bytes.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().write(Vec::new(), GZIP_LEVEL);
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// All text files below `folder`.
fn text_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(Failure::io("list", folder))? {
        let path = entry.map_err(Failure::io("list", folder))?.path();
        let ending = path.extension().and_then(|ending| ending.to_str());
        if path.is_dir() {
            found.extend(text_files(&path)?);
        } else if ending.is_some_and(|ending| TEXT.contains(&ending)) {
            found.push(path);
        }
    }
    Ok(found)
}

/// Removes the files that are not in `used`.
fn forget(kept: &Path, used: &BTreeSet<String>) -> Result<(), Failure> {
    for entry in fs::read_dir(kept).map_err(Failure::io("list", kept))? {
        let entry = entry.map_err(Failure::io("list", kept))?;
        if !entry
            .file_name()
            .to_str()
            .is_some_and(|name| used.contains(name))
        {
            let path = entry.path();
            fs::remove_file(&path).map_err(Failure::io("remove", &path))?;
        }
    }
    Ok(())
}
