//! Reads versions from `Cargo.lock` and from the output of tools.
//!
//! Pure functions over text, used by `tools`, `toolchain` and `browser`.

/// The version of `package` in the text of a `Cargo.lock`.
pub fn locked(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

/// The first word that starts with a digit: `trunk 0.21.14` is `0.21.14`.
pub fn printed(text: &str) -> Option<&str> {
    text.split_whitespace()
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// The first number of a version: `156` of `156.0.8078.79`.
pub fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

/// Whether `version` is at least `least`. Compares the first two numbers; a
/// version that cannot be parsed is too old.
pub fn at_least(version: &str, least: &str) -> bool {
    let pair = |text: &str| {
        let mut numbers = text.split('.').map(str::parse::<u32>);
        let first = numbers.next()?.ok()?;
        Some((first, numbers.next().and_then(Result::ok).unwrap_or(0)))
    };
    pair(version).is_some_and(|version| Some(version) >= pair(least))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "\
[[package]]
name = \"wasm-bindgen-futures\"
version = \"0.4.80\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
source = \"registry+https://github.com/rust-lang/crates.io-index\"
";

    #[test]
    fn a_locked_version_is_that_of_the_package_with_exactly_that_name() {
        assert_eq!(locked(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked(LOCK, "wasm").as_deref(), None);
    }

    #[test]
    fn this_workspace_locks_a_version_of_wasm_bindgen() {
        let lock = std::fs::read_to_string(crate::env::root().join("Cargo.lock"));
        let version = locked(&lock.unwrap_or_default(), "wasm-bindgen");
        assert!(version.is_some_and(|version| version.starts_with("0.2.")));
    }

    #[test]
    fn every_tool_we_ask_prints_its_version_in_a_form_we_read() {
        for (text, version) in [
            ("trunk 0.21.14", "0.21.14"),
            ("wasm-bindgen 0.2.130", "0.2.130"),
            ("wasm-opt version 132 (version_132)", "132"),
            ("rustc 1.96.0 (30a34c682 2026-05-25)", "1.96.0"),
            ("Chromium 156.0.8078.79 built on Debian", "156.0.8078.79"),
        ] {
            assert_eq!(printed(text), Some(version));
        }
        assert_eq!(printed("no version here"), None);
    }

    #[test]
    fn versions_are_compared_by_number_and_not_by_letter() {
        assert!(at_least("1.100.0", "1.89"));
        assert!(at_least("132", "123"));
        assert!(!at_least("99", "123"));
        assert!(!at_least("unknown", "1.89"));
    }
}
