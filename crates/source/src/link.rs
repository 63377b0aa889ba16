//! Validates link targets in prose: an `http`, `https` or `mailto` address,
//! another page of the site, or a track of this album. `lang:fr` is no address;
//! it marks the language of the link's words, for which Markdown has no syntax.

use std::collections::HashSet;

use url::Url;

use super::language;
use model::TrackId;

/// A validated link target.
pub enum Target {
    Url(String),
    Track(TrackId),
    /// `lang:fr`: the language of the link's words.
    Language(String),
}

/// Why a target was rejected.
pub struct LinkError {
    pub what: String,
    pub expected: String,
}

/// Validates an address as written; browsers ignore spaces around it. `tracks` are the album's; `None` if its
/// track list could not be read, so that no mention is reported for that.
pub fn target(address: &str, tracks: Option<&HashSet<TrackId>>) -> Result<Target, LinkError> {
    let address = address.trim_matches(' ');
    if let Some(anchor) = address.strip_prefix('#') {
        return match tracks {
            Some(tracks) => track(anchor, tracks).map(Target::Track),
            None => Ok(Target::Url(address.to_owned())),
        };
    }
    if let Some(tag) = address.strip_prefix("lang:") {
        return match language::is_valid(tag) {
            true => Ok(Target::Language(tag.to_owned())),
            false => Err(LinkError {
                what: format!("`{tag}` is not a language tag"),
                expected: format!("expected {}", language::suggestion(tag)),
            }),
        };
    }
    if address.starts_with("www.") {
        return Err(LinkError {
            what: format!("a link to `{address}`, which is an address without `https://`"),
            expected: format!("expected `https://{address}`"),
        });
    }
    let allowed = match scheme(address) {
        Some(scheme) => is_allowed(scheme, address),
        None => !address.is_empty() && is_plain(address) && stays_relative(address),
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

/// Whether a validated address is relative, so on this site.
pub fn is_relative(address: &str) -> bool {
    scheme(address).is_none()
}

fn scheme(address: &str) -> Option<&str> {
    let start = address.split(['/', '?', '#']).next()?;
    Some(start.split_once(':')?.0)
}

/// Whether the scheme is one that a link may have, and is followed by a host:
/// browsers take `https:b` for a relative address.
fn is_allowed(scheme: &str, address: &str) -> bool {
    let is = |allowed: &&str| scheme.eq_ignore_ascii_case(allowed);
    let has_host = || {
        let rest = address[scheme.len() + 1..].strip_prefix("//");
        rest.is_some_and(|rest| !rest.starts_with(['/', '\\'])) && Url::parse(address).is_ok()
    };
    is(&"mailto") || ["http", "https"].iter().any(is) && has_host()
}

/// Whether the address stays relative on the front page, which is one folder up,
/// so that a first `../` is dropped there: `../javascript:x` and `..//example.org`
/// do not.
fn stays_relative(address: &str) -> bool {
    let mut rest = address;
    while let Some(after) = ["../", "./"]
        .iter()
        .find_map(|dots| rest.strip_prefix(dots))
    {
        rest = after;
    }
    !rest.starts_with('/') && scheme(rest).is_none()
}

/// Browsers drop control characters and read a backslash as a slash, so either
/// could make a relative address point to another origin.
fn is_plain(address: &str) -> bool {
    !address.contains(|c: char| c.is_control() || c == '\\')
}

fn track(anchor: &str, tracks: &HashSet<TrackId>) -> Result<TrackId, LinkError> {
    let Some(place) = tracks.iter().find(|place| place.to_string() == anchor) else {
        return Err(LinkError {
            what: format!("a link to `#{anchor}`, which is no track of this album"),
            expected: suggestion(anchor, tracks),
        });
    };
    Ok(*place)
}

/// The track that was meant, where the link has the right number but leaves
/// out the disc, or names one of an album of one disc. Otherwise the last one.
fn suggestion(anchor: &str, tracks: &HashSet<TrackId>) -> String {
    let number = anchor
        .rsplit('-')
        .next()
        .and_then(|number| number.parse::<u32>().ok());
    let is_of_one_disc = tracks.iter().all(|track| track.disc.is_none());
    let names_disc = anchor.matches('-').count() > 1;
    let same = tracks.iter().filter(|track| Some(track.number) == number);
    match (same.min(), tracks.iter().max()) {
        (Some(same), _) if names_disc == is_of_one_disc => format!("expected `#{same}`"),
        (_, Some(last)) => format!("expected a track up to `#{last}`"),
        (_, None) => "expected the number of a track".to_owned(),
    }
}
