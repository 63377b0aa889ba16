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
    let usual = match system {
        "macos" => "Library/Caches",
        _ => ".cache",
    };
    let named = named.filter(|folder| folder.is_absolute());
    named.or_else(|| Some(home?.join(usual)))
}

/// The folder `name` of the cache. Where it is missing, prints `news`, and
/// `fill` installs a tool into the folder it is given, whose subfolder `target`
/// is deleted afterwards.
pub fn folder_with(
    name: &str,
    news: &str,
    fill: impl FnOnce(&Path) -> Result<(), Failure>,
) -> Result<PathBuf, Failure> {
    let all = folder()?;
    let whole = all.join(name);
    if whole.is_dir() {
        return Ok(whole);
    }
    say(news);
    let partial = all.join(format!("{name}.partial"));
    fs::create_dir_all(&all).map_err(|error| unwritable(&all, &error))?;
    let _lock = lock(&all, name)?;
    // Another process may have installed it meanwhile.
    if !whole.is_dir() {
        fs::create_dir_all(&partial).map_err(|error| unwritable(&partial, &error))?;
        fill(&partial)?;
        complete(&partial, &whole).map_err(|error| unwritable(&whole, &error))?;
    }
    Ok(whole)
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Failure::new(
        format!("{} cannot be written: {error}.", path.display()),
        "Make it writable, or set XDG_CACHE_HOME to a folder you can write to.",
    )
}

/// Allows one installation of a tool at a time. The system releases the lock
/// when this process ends. File systems without locks are used unlocked.
fn lock(folder: &Path, name: &str) -> Result<File, Failure> {
    let path = folder.join(format!("{name}.lock"));
    let file = File::create(&path).map_err(|error| unwritable(&path, &error))?;
    if let Err(TryLockError::WouldBlock) = file.try_lock() {
        say("Waiting for another set-up on this machine to install it");
        file.lock().ok();
    }
    Ok(file)
}

fn complete(partial: &Path, whole: &Path) -> io::Result<()> {
    match fs::remove_dir_all(partial.join("target")) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => fs::rename(partial, whole),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tools_are_kept_where_each_system_keeps_caches() {
        let cache = |system, named: Option<&str>, home: Option<&str>| {
            let folder = caches(system, named.map(Into::into), home.map(Into::into));
            folder.map(|folder| folder.display().to_string())
        };
        for (system, named, home, expected) in [
            ("linux", None, Some("/home/me"), Some("/home/me/.cache")),
            (
                "macos",
                None,
                Some("/home/me"),
                Some("/home/me/Library/Caches"),
            ),
            ("linux", Some("/big"), Some("/home/me"), Some("/big")),
            (
                "linux",
                Some("here"),
                Some("/home/me"),
                Some("/home/me/.cache"),
            ),
            ("linux", None, None, None),
        ] {
            assert_eq!(cache(system, named, home).as_deref(), expected);
        }
    }

    #[test]
    fn a_complete_tool_is_renamed_and_leaves_no_build_files() {
        let here = std::env::temp_dir().join(format!("xtask-cache-{}", std::process::id()));
        let (partial, whole) = (here.join("tool.partial"), here.join("tool"));
        fs::create_dir_all(partial.join("target/debug")).unwrap();
        fs::write(partial.join("new"), "").unwrap();

        complete(&partial, &whole).unwrap();

        assert!(whole.join("new").exists() && !whole.join("target").exists());
        assert!(!partial.exists());
        fs::remove_dir_all(here).unwrap();
    }
}
