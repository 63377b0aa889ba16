//! Parses `hosting/_headers` as the hosts that read it do. No such host can run
//! here, so nginx's and Caddy's responses are compared with the file
//! (`recipes`), and its patterns are matched with the site's files.

use std::collections::BTreeMap;

use e2e::{Deployed, settings};

const RECIPE: &str = include_str!("../../../../hosting/_headers");

/// Header values by lower-case name.
pub type Headers = BTreeMap<String, String>;

const LIFETIME: &str = "cache-control";

/// The headers that the file adds for a path, which begins with `/`. Every
/// matching rule adds its own; several values of a header are joined.
pub fn of(path: &str) -> Headers {
    let mut headers = Headers::new();
    let mut holds = false;
    for line in RECIPE.lines().filter(|line| !line.starts_with('#')) {
        match line.trim_start().split_once(": ") {
            Some((name, value)) if holds => {
                let values = headers.entry(name.to_ascii_lowercase()).or_default();
                if !values.is_empty() {
                    values.push_str(", ");
                }
                values.push_str(value);
            }
            Some(_) => {}
            None => holds = matches(line, path),
        }
    }
    headers
}

/// A star matches any text, slashes too. Hosts allow one star per pattern.
fn matches(pattern: &str, path: &str) -> bool {
    let Some((start, end)) = pattern.split_once('*') else {
        return pattern == path;
    };
    assert!(!end.contains('*'), "{pattern}");
    let rest = path.strip_prefix(start);
    rest.is_some_and(|rest| rest.ends_with(end))
}

fn is_hashed(path: &str) -> bool {
    let digits =
        |part: &str| (10..=16).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_hexdigit());
    path.split(['-', '_', '.']).any(digits)
}

#[test]
fn exactly_the_hashed_files_are_immutable() {
    for path in Deployed::files_of(&settings::dist()).keys() {
        let lifetime = is_hashed(path).then_some("public, max-age=31536000, immutable");
        let headers = of(&format!("/{path}"));
        assert_eq!(
            headers.get(LIFETIME).map(String::as_str),
            lifetime,
            "{path}"
        );
    }
}

/// A writer chooses the names of pages, which may begin like a hashed file's.
#[test]
fn no_page_matches_the_pattern_of_hashed_files() {
    for slug in ["liner-notes-live", "icon-of-an-age", "main-title"] {
        for path in ["", "index.html", "picture.png"] {
            let headers = of(&format!("/{slug}/{path}"));
            assert_eq!(headers.get(LIFETIME), None, "{slug}/{path}");
        }
    }
}

/// Hosts join the values of rules that match the same path. Only a policy means
/// the same then: a browser applies all of them.
#[test]
fn only_policies_are_joined() {
    for path in Deployed::files_of(&settings::dist()).keys() {
        for (name, value) in of(&format!("/{path}")) {
            let is_joined = name != "permissions-policy" && value.contains(", ");
            let may_be = ["content-security-policy", LIFETIME].contains(&name.as_str());
            assert!(!is_joined || may_be, "{path} {name}: {value}");
            assert!(
                value.matches("max-age").count() <= 1,
                "{path} {name}: {value}"
            );
        }
    }
}

/// Cloudflare reads at most 100 rules, and 2,000 characters per line.
#[test]
fn the_file_is_within_the_hosts_limits() {
    for line in RECIPE.lines() {
        assert!(line.len() <= 2_000, "{line}");
    }
    let rules = RECIPE.lines().filter(|line| line.starts_with('/')).count();
    assert!((1..=100).contains(&rules), "{rules}");
}
