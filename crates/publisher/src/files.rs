//! Files as text, and the files of Trunk's output.

use std::{fs, path::Path};

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
