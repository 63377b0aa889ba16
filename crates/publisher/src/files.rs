//! Files as text, and the files of Trunk's output.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::failure::Failure;

/// The page of a folder: what a host serves for an address that ends in `/`.
pub const PAGE: &str = "index.html";

/// Reads a file of the project or of Trunk's output.
pub fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(Failure::io("read", path))
}

/// Writes a file, and the folders that lead to it.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Failure::io("create", folder))?;
    }
    fs::write(path, content).map_err(Failure::io("write", path))
}

/// The size of a file in bytes.
pub fn size(path: &Path) -> Result<u64, Failure> {
    let about = fs::metadata(path).map_err(Failure::io("read", path))?;
    Ok(about.len())
}

/// The style sheet in `out`.
pub fn style_sheet(out: &Path) -> Result<String, Failure> {
    read(&built(out, "css")?)
}

/// The file in `out` with this extension.
fn built(out: &Path, ending: &str) -> Result<PathBuf, Failure> {
    let entries = fs::read_dir(out).map_err(Failure::io("list", out))?;
    let mut paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let found = paths.find(|path| path.extension().is_some_and(|own| own == ending));
    found.ok_or_else(|| Failure::Other(format!("there is no {ending} in `{}`", out.display())))
}
