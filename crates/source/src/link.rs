//! Where a link in the prose may lead: out by `http`, `https` or `mailto`, to
//! another page of the site, or to a track of this album. `lang:` leads nowhere
//! and names the language of the words, for which Markdown has no sign.

use std::collections::HashSet;

use super::language;
use model::TrackId;

/// A link's address, checked.
pub enum Target {
    Url(String),
    Track(TrackId),
    /// No address at all: `lang:fr` says which language the words are in.
    Language(String),
}

/// Why an address was refused.
pub struct LinkError {
    pub what: String,
    pub expected: String,
}

/// Checks an address as the writer wrote it.
pub fn target(address: &str, tracks: &HashSet<TrackId>) -> Result<Target, LinkError> {
    if let Some(anchor) = address.strip_prefix('#') {
        return track(anchor, tracks).map(Target::Track);
    }
    if let Some(tag) = address.strip_prefix("lang:") {
        return language::checked(tag).map(Target::Language);
    }
    let allowed = match scheme(address) {
        Some(scheme) => is_allowed(scheme),
        None => !address.is_empty() && !address.starts_with('/') && is_plain(address),
    };
    if allowed {
        return Ok(Target::Url(address.to_owned()));
    }
    Err(LinkError {
        what: format!("a link cannot lead to `{address}`"),
        expected: "expected `https://`, `http://`, `mailto:`, a page such as `../john-wick/`, \
                   or a track such as `#track-14`"
            .to_owned(),
    })
}

/// Whether a checked address is one of this site's.
pub fn is_relative(address: &str) -> bool {
    scheme(address).is_none()
}

fn scheme(address: &str) -> Option<&str> {
    let start = address.split(['/', '?', '#']).next()?;
    Some(start.split_once(':')?.0)
}

fn is_allowed(scheme: &str) -> bool {
    ["http", "https", "mailto"]
        .iter()
        .any(|allowed| scheme.eq_ignore_ascii_case(allowed))
}

/// Browsers drop control characters and read a backslash as a slash, so
/// either could turn a page of the site into another origin.
fn is_plain(address: &str) -> bool {
    !address.contains(|c: char| c.is_control() || c == '\\')
}

fn track(anchor: &str, tracks: &HashSet<TrackId>) -> Result<TrackId, LinkError> {
    let Some(place) = tracks.iter().find(|place| place.to_string() == anchor) else {
        let last = tracks.iter().max();
        return Err(LinkError {
            what: format!("a link to `#{anchor}`, which is no track of this album"),
            expected: last.map_or_else(
                || "expected the number of a track".to_owned(),
                |last| format!("expected a track up to `#{last}`"),
            ),
        });
    };
    Ok(*place)
}
