//! Which names a review's page may have: its folder lies beside the site's own
//! files, and on the writers' computers.
//!
//! `project` checks the reviews by it, `new_review` a new one.

use source::import::is_slug;

use crate::not_found::OFFLINE;

/// What is in the site's root already: the list of all reviews, wasm-bindgen's
/// snippets, and pages that many hosts also serve without their `.html`.
const OF_THE_SITE: [&str; 4] = ["all", "snippets", "index", "404"];

/// Devices of Windows, where no file or folder can have such a name, with or
/// without an ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
/// The same, with a digit behind them.
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// Why a name is refused.
#[derive(Debug, PartialEq, Eq)]
pub struct Refused {
    pub what: String,
    pub expected: String,
}

/// Checks the name of a review's file without `.md`.
///
/// # Errors
/// It cannot be the address of a page.
pub fn validate(slug: &str) -> Result<(), Refused> {
    if !is_slug(slug) {
        return Err(Refused {
            what: format!("`{slug}` cannot be a page's address"),
            expected: "expected a file name of small letters, digits and single hyphens, such as \
                       `john-wick.md`"
                .to_owned(),
        });
    }
    let why = if is_of_the_site(slug) {
        "is an address that the site itself needs"
    } else if is_device(slug) {
        "is the name of a device on Windows, where no folder can be called so"
    } else {
        return Ok(());
    };
    Err(Refused {
        what: format!("`{slug}` {why}"),
        expected: format!("expected another file name, such as `{}.md`", instead(slug)),
    })
}

/// A name like this one that is allowed.
pub fn instead(slug: &str) -> String {
    format!("{slug}-review")
}

fn is_of_the_site(slug: &str) -> bool {
    OF_THE_SITE.contains(&slug) || OFFLINE.strip_suffix(".html") == Some(slug)
}

fn is_device(slug: &str) -> bool {
    let is_numbered = |name: &&str| {
        let digit = slug.strip_prefix(*name).unwrap_or_default();
        digit.len() == 1 && digit.bytes().all(|byte| byte.is_ascii_digit())
    };
    DEVICES.contains(&slug) || NUMBERED_DEVICES.iter().any(is_numbered)
}

#[cfg(test)]
mod tests {
    use super::{instead, validate};

    #[test]
    fn names_that_the_site_or_windows_needs_are_refused_with_another_one() {
        for slug in [
            "all", "snippets", "index", "404", "offline", "con", "prn", "aux", "nul", "com0",
            "com9", "lpt1",
        ] {
            let refused = validate(slug).unwrap_err();
            assert!(refused.what.starts_with(&format!("`{slug}` is ")));
            assert!(refused.expected.contains(&format!("`{slug}-review.md`")));
            assert_eq!(validate(&instead(slug)), Ok(()));
        }
    }

    #[test]
    fn names_that_only_resemble_them_are_allowed() {
        for slug in [
            "con-air",
            "com",
            "com10",
            "lpt",
            "comx",
            "nullify",
            "all-is-lost",
            "405",
        ] {
            assert_eq!(validate(slug), Ok(()), "{slug}");
        }
    }
}
