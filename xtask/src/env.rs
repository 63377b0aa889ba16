//! The environment of child processes: ours, without what cargo and rustup
//! added.
//!
//! `cargo xtask` runs inside `cargo run`, which sets variables about *this*
//! package and, when started through rustup, selects a toolchain. A cargo
//! started from here must not see them: Trunk's build would differ from the
//! same build started by hand. Used by `run`, `toolchain` and `apt`, which may
//! set further variables.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// The workspace's folder, from `cargo run`'s variable: a program compiled in
/// one checkout may run in another that shares its `target/`.
pub fn root() -> PathBuf {
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let xtask = xtask.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
    xtask.parent().unwrap_or(&xtask).to_owned()
}

/// Whether `cargo run` sets this variable for the program it runs.
pub fn left_by_cargo(name: &str) -> bool {
    matches!(name, "CARGO" | "RUST_RECURSION_COUNT")
        || name.starts_with("CARGO_PKG_")
        || name.starts_with("CARGO_MANIFEST_")
}

/// Variables that select a toolchain regardless of the `PATH`.
pub const TOOLCHAIN_CHOICE: [&str; 4] = [
    "RUSTUP_TOOLCHAIN",
    "RUSTUP_TOOLCHAIN_SOURCE",
    "RUSTC",
    "RUSTDOC",
];

/// Variables that change what a plain cargo call builds; a native build or a
/// `cargo install` must not inherit them.
pub const BUILD_CHOICE: [&str; 4] = [
    "RUSTC_BOOTSTRAP",
    "CARGO_BUILD_TARGET",
    "CARGO_UNSTABLE_BUILD_STD",
    "CARGO_UNSTABLE_BUILD_STD_FEATURES",
];

/// The names of all set variables that are [`left_by_cargo`].
pub fn cargo_leftovers() -> Vec<OsString> {
    std::env::vars_os()
        .map(|(name, _)| name)
        .filter(|name| name.to_str().is_some_and(left_by_cargo))
        .collect()
}

/// Library search paths, to which cargo and rustup add folders.
pub const LIBRARY_PATHS: [&str; 2] = ["LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH"];

/// The folders that cargo and rustup add to search paths.
pub fn added_folders() -> Vec<PathBuf> {
    let rustup = folder("RUSTUP_HOME", ".rustup").map(|home| home.join("toolchains"));
    let ours = std::env::current_exe().ok();
    let ours = ours.and_then(|program| program.parent().map(Path::to_owned));
    rustup.into_iter().chain(ours).collect()
}

/// A list of folders (such as `PATH`) without those inside `unwanted`.
pub fn without(list: &OsStr, unwanted: &[PathBuf]) -> Vec<PathBuf> {
    std::env::split_paths(list)
        .filter(|entry| !unwanted.iter().any(|root| entry.starts_with(root)))
        .collect()
}

/// `PATH` as it was before rustup extended it.
pub fn path() -> Vec<PathBuf> {
    let list = std::env::var_os("PATH").unwrap_or_default();
    without(&list, &added_folders())
}

/// Joins `folders` into the value of a variable. Leaves out folders whose name
/// contains a colon, which a list cannot contain.
pub fn joined(folders: &[PathBuf]) -> OsString {
    let sound = folders
        .iter()
        .filter(|folder| !folder.as_os_str().as_encoded_bytes().contains(&b':'));
    std::env::join_paths(sound).unwrap_or_default()
}

/// The first executable `name` in `folders`.
pub fn which(name: &str, folders: &[PathBuf]) -> Option<PathBuf> {
    folders
        .iter()
        .map(|folder| folder.join(name))
        .find(|path| is_executable(path))
}

fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata()
        .is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

/// The folder in a variable, or else `in_home` inside the home folder.
pub fn folder(variable: &str, in_home: &str) -> Option<PathBuf> {
    let named = std::env::var_os(variable).filter(|value| !value.is_empty());
    named
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(in_home)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cargo_says_about_this_package_is_not_passed_on() {
        for name in ["CARGO", "CARGO_PKG_NAME", "CARGO_MANIFEST_DIR"] {
            assert!(left_by_cargo(name), "{name}");
        }
    }

    #[test]
    fn what_the_user_set_for_cargo_is_passed_on() {
        for name in [
            "CARGO_HOME",
            "CARGO_TARGET_DIR",
            "CARGO_NET_OFFLINE",
            "PATH",
        ] {
            assert!(!left_by_cargo(name), "{name}");
        }
    }

    #[test]
    fn folders_of_a_rustup_toolchain_leave_the_path_and_the_rest_stays_in_order() {
        let list = OsStr::new("/h/.rustup/toolchains/stable/bin:/h/.cargo/bin:/usr/bin");
        let cleaned = without(list, &[PathBuf::from("/h/.rustup/toolchains")]);
        assert_eq!(cleaned, ["/h/.cargo/bin", "/usr/bin"].map(PathBuf::from));
    }

    #[test]
    fn a_file_that_cannot_be_run_is_no_program() {
        let source = [root().join("xtask/src")];
        assert_eq!(which("main.rs", &source), None);
        assert!(which("sh", &["/nowhere".into(), "/bin".into()]).is_some());
    }

    #[test]
    fn a_folder_with_a_colon_does_not_empty_the_path() {
        let folders = ["/a:b", "/usr/bin"].map(PathBuf::from);
        assert_eq!(joined(&folders), "/usr/bin");
    }
}
