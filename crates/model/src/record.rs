//! An album's lengths as the bands of a long-playing record: a picture that no
//! other album has.
//!
//! At a constant speed the needle moves inwards by the same distance each
//! second, so a band's width is its track's length.

use std::fmt::Write;

use super::Track;

/// The square that the record lies in, its hole at the origin.
pub const VIEW_BOX: &str = "-1000 -1000 2000 2000";
/// The radii of the record, its label and its hole. As values of a module, not
/// of the view: Leptos makes elements that are all literal of a string, and
/// those of an SVG then come in a `g` of their own.
pub const EDGE: u32 = 1000;
pub const LABEL: u32 = 330;
pub const HOLE: u32 = 30;
/// Where the music begins and, before the label, where it ends.
const OUTER: u32 = 950;
const INNER: u32 = 380;
/// Gaps nearer to each other than this would melt into a ring.
const LEAST_BAND: u32 = 4;

/// Path data of the gaps between tracks, as circles to be stroked. Units of
/// [`VIEW_BOX`].
pub fn bands(tracks: &[Track]) -> String {
    let total: u64 = tracks
        .iter()
        .map(|track| u64::from(track.length.seconds()))
        .sum();
    let mut path = String::new();
    let mut played = 0;
    let mut last = OUTER;
    for track in tracks {
        played += u64::from(track.length.seconds());
        let inwards = u64::from(OUTER - INNER) * played / total.max(1);
        let radius = OUTER - u32::try_from(inwards).unwrap_or_default();
        if last - radius >= LEAST_BAND && radius - INNER >= LEAST_BAND {
            let across = 2 * radius;
            // Writing to a string never fails.
            let _ = write!(
                path,
                "M-{radius} 0a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0-{across} 0"
            );
            last = radius;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::{INNER, OUTER, bands};
    use crate::{Length, Track};

    fn tracks(seconds: &[u32]) -> Vec<Track> {
        let track = |(&seconds, number)| Track {
            disc: None,
            number,
            title: "A".to_owned(),
            length: Length::from_seconds(seconds),
        };
        seconds.iter().zip(1..).map(track).collect()
    }

    fn gaps(seconds: &[u32]) -> usize {
        bands(&tracks(seconds)).matches('M').count()
    }

    #[test]
    fn a_gap_lies_between_two_tracks_where_their_lengths_put_it() {
        let middle = (OUTER + INNER) / 2;
        let across = OUTER + INNER;
        let circle = format!(
            "M-{middle} 0a{middle} {middle} 0 1 0 {across} 0a{middle} {middle} 0 1 0-{across} 0"
        );
        assert_eq!(bands(&tracks(&[60, 60])), circle);
        assert_eq!([gaps(&[60, 60]), gaps(&[60; 26])], [1, 25]);
    }

    #[test]
    fn any_album_is_a_record() {
        assert_eq!([gaps(&[]), gaps(&[0]), gaps(&[60]), gaps(&[0, 0])], [0; 4]);
        assert!(gaps(&[200; 10_000]) <= ((OUTER - INNER) / 4) as usize);
    }
}
