//! The cache of tools: one folder per user, with one folder per tool and
//! version, shared by every checkout.
//!
//! A tool is installed into a sibling folder that is renamed when complete, so
//! an interrupted installation is never used and the next one continues it.
//! Used by `tools` and `npm`, which know how to install each tool.

use crate::failure::Failure;
use crate::run::say;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The folder that contains all tools.
pub fn folder() -> Result<PathBuf, Failure> {
    let named = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let caches = caches(std::env::consts::OS, named, std::env::home_dir());
    let caches = caches.ok_or_else(|| {
        Failure::new(
            "There is no folder to keep tools in: neither HOME nor XDG_CACHE_HOME is set.",
            "Set XDG_CACHE_HOME to a folder you can write to.",
        )
    })?;
    Ok(caches.join("liner-notes"))
}

/// The user's cache folder. A relative `XDG_CACHE_HOME` is invalid by its
/// specification and is ignored.
fn caches(system: &str, named: Option<PathBuf>, home: Option<PathBuf>) -> Option<PathBuf> {
    let usual = if system == "macos" {
        "Library/Caches"
    } else {
        ".cache"
    };
    named
        .filter(|folder| folder.is_absolute())
        .or_else(|| Some(home?.join(usual)))
}

/// Installs a tool into `folder()/name`. `fill` installs it into the folder it
/// is given; its subfolder `target` is deleted afterwards. `there` says whether
/// the tool works, because another process may have installed it meanwhile.
pub fn install(
    name: &str,
    there: impl Fn() -> bool,
    fill: impl FnOnce(&Path) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let all = folder()?;
    make(&all)?;
    let _lock = lock(&all, name)?;
    if there() {
        return Ok(());
    }
    let partial = all.join(format!("{name}.partial"));
    make(&partial)?;
    fill(&partial)?;
    complete(&partial, &all.join(name)).map_err(|error| {
        let partial = partial.display();
        Failure::new(
            format!("{partial} could not be renamed to its final name: {error}."),
            format!("Make {} writable, then run this again.", all.display()),
        )
    })
}

fn make(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| {
        Failure::new(
            format!("{} could not be created: {error}.", folder.display()),
            "Make it writable, or set XDG_CACHE_HOME to a folder you can write to.",
        )
    })
}

/// Allows one installation of a tool at a time. The system releases the lock
/// when this process ends. File systems without locks are used unlocked.
fn lock(folder: &Path, name: &str) -> Result<File, Failure> {
    let path = folder.join(format!("{name}.lock"));
    let file = File::create(&path).map_err(|error| {
        Failure::new(
            format!("{} could not be written: {error}.", path.display()),
            "Make it writable, or set XDG_CACHE_HOME to a folder you can write to.",
        )
    })?;
    if let Err(TryLockError::WouldBlock) = file.try_lock() {
        say(&format!(
            "Waiting for another set-up on this machine to install {name}"
        ));
        file.lock().ok();
    }
    Ok(file)
}

fn complete(partial: &Path, whole: &Path) -> io::Result<()> {
    for leftover in [&partial.join("target"), whole] {
        match fs::remove_dir_all(leftover) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    fs::rename(partial, whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tools_are_kept_where_each_system_keeps_caches() {
        let home = || Some(PathBuf::from("/home/me"));
        let named = |folder| Some(PathBuf::from(folder));
        let linux = caches("linux", None, home());
        assert_eq!(linux.unwrap(), Path::new("/home/me/.cache"));
        let mac = caches("macos", None, home());
        assert_eq!(mac.unwrap(), Path::new("/home/me/Library/Caches"));
        let chosen = caches("linux", named("/big"), home());
        assert_eq!(chosen.unwrap(), Path::new("/big"));
        let relative = caches("linux", named("here"), home());
        assert_eq!(relative.unwrap(), Path::new("/home/me/.cache"));
        assert_eq!(caches("linux", None, None), None);
    }

    #[test]
    fn a_complete_tool_replaces_a_broken_one_and_leaves_no_build_files() {
        let here = std::env::temp_dir().join(format!("xtask-cache-{}", std::process::id()));
        let (partial, whole) = (here.join("tool.partial"), here.join("tool"));
        fs::create_dir_all(partial.join("target/debug")).unwrap();
        fs::create_dir_all(&whole).unwrap();
        fs::write(partial.join("new"), "").unwrap();
        fs::write(whole.join("old"), "").unwrap();

        complete(&partial, &whole).unwrap();

        assert!(whole.join("new").exists());
        assert!(!whole.join("old").exists());
        assert!(!whole.join("target").exists());
        assert!(!partial.exists());
        fs::remove_dir_all(here).unwrap();
    }
}
