//! Checks that tracks name their artists where the review says so.

use std::ops::Range;

use super::{
    diagnostic::SourceFile,
    front_matter::{ArtistOrder, TrackArtists},
};
use model::Track;

const EXPECTED_DASH: &str = "expected ` – `, with plain spaces, between title and artist; a title \
                             with another dash needs its artist, too";

/// Reports tracks without an artist that have another dash, at `dashes`, or once that no
/// track has one. `list` is the range of the section.
pub fn check(
    file: &mut SourceFile,
    list: Range<usize>,
    artists: &TrackArtists,
    tracks: &[Track],
    dashes: Vec<Range<usize>>,
) {
    if tracks.iter().any(|track| track.artist.is_some()) {
        for span in dashes {
            file.report(span, "this dash may be before an artist", EXPECTED_DASH);
        }
    } else if !file.has_diagnostic_in(list) {
        let expected = match artists.order {
            ArtistOrder::After => {
                "expected `Title – Artist (m:ss)`, with a dash `–` between spaces"
            }
            ArtistOrder::Before => {
                "expected `Artist – Title (m:ss)`, with a dash `–` between spaces"
            }
        };
        file.report(artists.key.clone(), "no track names its artist", expected);
    }
}

/// Whether another dash is where an artist's could be.
pub fn has_other_dash(text: &str) -> bool {
    let words = text.replace('\u{a0}', " ");
    [" - ", " — ", " – ", " –", "– "]
        .iter()
        .any(|dash| words.contains(dash))
}
