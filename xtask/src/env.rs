//! The environment a child process gets: ours, without what cargo and rustup
//! put into it for us.
//!
//! `cargo xtask` runs inside `cargo run`, which sets variables about *this*
//! package and, when started through rustup, names a toolchain. A cargo started
//! from here must not see them: Trunk's build and the same build typed by hand
//! would differ. Used by `run`, `toolchain` and `machine`; what is then set on
//! top is theirs to decide.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// Where the workspace is: as `cargo run` says, since a program that one checkout
/// compiled also runs in another which shares its `target/`.
pub fn root() -> PathBuf {
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let xtask = xtask.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
    xtask.parent().unwrap_or(&xtask).to_owned()
}

/// Is this a variable that `cargo run` sets for the program it runs?
pub fn left_by_cargo(name: &str) -> bool {
    matches!(name, "CARGO" | "RUST_RECURSION_COUNT")
        || name.starts_with("CARGO_PKG_")
        || name.starts_with("CARGO_MANIFEST_")
}

/// Variables that tie a child to one toolchain, whatever its `PATH` says.
pub const TOOLCHAIN_CHOICE: [&str; 4] = [
    "RUSTUP_TOOLCHAIN",
    "RUSTUP_TOOLCHAIN_SOURCE",
    "RUSTC",
    "RUSTDOC",
];

/// Variables that turn a plain cargo call into something else; a native build
/// or a `cargo install` must not inherit them.
pub const BUILD_CHOICE: [&str; 4] = [
    "RUSTC_BOOTSTRAP",
    "CARGO_BUILD_TARGET",
    "CARGO_UNSTABLE_BUILD_STD",
    "CARGO_UNSTABLE_BUILD_STD_FEATURES",
];

/// The names of all variables [`left_by_cargo`] that are set now.
pub fn cargo_leftovers() -> Vec<OsString> {
    std::env::vars_os()
        .map(|(name, _)| name)
        .filter(|name| name.to_str().is_some_and(left_by_cargo))
        .collect()
}

/// The library search paths, which cargo and rustup extend by their own.
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

/// `folders` as the value of a variable. A folder whose name cannot be part of
/// a list (it holds a colon) is left out.
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

/// The folder that a variable names, or else one in the home folder.
fn folder(variable: &str, in_home: &str) -> Option<PathBuf> {
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
