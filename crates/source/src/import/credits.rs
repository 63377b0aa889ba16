//! Recognizes what belongs to the track above or beside it: credits, and the
//! words of a page's buttons.

use super::length;

/// In characters; a longer line is prose.
const LONGEST: usize = 150;

/// What a line of credits below a track begins with.
const ROLES: [&str; 26] = [
    "written",
    "composed",
    "composer",
    "music",
    "lyrics",
    "words",
    "performed",
    "performer",
    "produced",
    "producer",
    "arranged",
    "arranger",
    "orchestrated",
    "orchestrator",
    "conducted",
    "conductor",
    "featuring",
    "feat.",
    "vocals",
    "soloist",
    "remix",
    "engineer",
    "mixed",
    "mastered",
    "recorded",
    "licensed",
];

/// The words of a page beside or below each track.
const BUTTONS: [&str; 7] = [
    "lyrics",
    "buy track",
    "info",
    "video",
    "download",
    "preview",
    "share",
];

/// `Written-By – Ada Example`: a role, a dash or colon, a name; or a page's
/// button.
pub fn is_credit(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    if BUTTONS.contains(&line.as_str()) {
        return true;
    }
    let role = ROLES.iter().any(|role| line.starts_with(role));
    let divided = [" – ", " - ", " by ", "-by ", ": "]
        .iter()
        .any(|divider| line.contains(divider));
    role && divided && line.chars().count() <= LONGEST
}

/// Splits the words of a page's buttons off a line, where a length is before
/// them.
pub fn without_buttons(line: &str) -> (&str, Option<&str>) {
    let bare = line.trim_end();
    let found = BUTTONS.iter().find_map(|button| {
        let rest = bare.strip_suffix(button)?;
        length::at_end(rest)?;
        rest.ends_with(char::is_whitespace)
            .then_some((rest, Some(*button)))
    });
    found.unwrap_or((line, None))
}
