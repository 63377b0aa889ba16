//! Each file that gains by it once more as `.br` and as `.gz`, for hosts that
//! hand out what lies ready instead of compressing at each request.
//!
//! Called last, for release sites only. Brotli at its highest quality takes
//! about as long for a page as all else that is done for it, so what it made is
//! kept beside the build, by the hash of what it was made of.

use std::{
    collections::BTreeSet,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};

use super::{Failure, write};

/// The endings of files that are text, or nearly. Pictures are compressed as
/// they are.
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

/// The highest of both.
const BROTLI_QUALITY: i32 = 11;
const GZIP_LEVEL: Compression = Compression::best();

/// Writes the compressed files into the finished site `out`. What was made in
/// an earlier build is found in `kept`, which afterwards holds this site's.
pub fn beside(out: &Path, kept: &Path) -> Result<(), Failure> {
    let files = text_files(out)?;
    fs::create_dir_all(kept).map_err(Failure::io("create", kept))?;
    let used = in_parallel(&files, |path| file(path, kept)).map_err(Failure::Other)?;
    forget(kept, &used)
}

/// Compresses one file, and gives the name that its result is kept under.
fn file(path: &Path, kept: &Path) -> Result<String, Failure> {
    let bytes = fs::read(path).map_err(Failure::io("read", path))?;
    let digest = Sha256::digest(&bytes);
    let name: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let known = kept.join(&name);
    let brotli = match fs::read(&known) {
        Ok(brotli) => brotli,
        Err(_) => {
            let brotli = brotli(&bytes).map_err(Failure::io("compress", path))?;
            // Under its name there is never a half of it.
            let part = kept.join(format!("{name}.part"));
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

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let params = BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut smaller = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut smaller, &params)?;
    Ok(smaller)
}

/// Without a time, so that the same file gives the same bytes.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().write(Vec::new(), GZIP_LEVEL);
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// Every text file below `folder`.
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

/// Does something with every file, on all processors, and stops at a failure.
/// It is passed on in words: a problem in a writer's file belongs to one thread.
fn in_parallel(
    files: &[PathBuf],
    task: impl Fn(&Path) -> Result<String, Failure> + Sync,
) -> Result<BTreeSet<String>, String> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Ok(BTreeSet::new()));
    let work = || {
        while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let result = task(path).map_err(|failure| match failure {
                Failure::Other(what) => what,
                Failure::Problems(problems) => format!("{problems:?}"),
            });
            let mut done = done.lock().expect("no task panics");
            match (result, done.as_mut()) {
                (Ok(name), Ok(names)) => _ = names.insert(name),
                (Err(failure), Ok(_)) => *done = Err(failure),
                (_, Err(_)) => return,
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    done.into_inner().expect("no task panics")
}

/// Removes what is not `used` any more.
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
