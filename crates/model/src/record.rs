//! An album's track lengths drawn as the bands of a long-playing record.
//!
//! At constant speed the needle moves inwards by the same distance each second,
//! so a band's width is proportional to its track's length.

use super::{
    Track,
    text::{concat, number},
};

/// The view box of the SVG; the centre of the record is the origin.
pub const VIEW_BOX: &str = "-1000 -1000 2000 2000";
/// The radii of the record, its label and its hole.
pub const EDGE: u32 = 1000;
pub const LABEL: u32 = 330;
pub const HOLE: u32 = 30;
/// The radii of the first groove and of the last.
const OUTER: u32 = 950;
const INNER: u32 = 380;
/// The least distance between two gaps; closer ones would look like one thick
/// ring.
const LEAST_BAND: u32 = 4;

/// SVG path data of the gaps between tracks, as circles to be stroked, in units
/// of [`VIEW_BOX`]. A track of unknown length has no band.
pub fn bands(tracks: &[Track]) -> String {
    let lengths = || tracks.iter().filter_map(|track| track.length);
    let total: u64 = lengths().map(|length| u64::from(length.seconds())).sum();
    let mut path = String::new();
    let mut played = 0;
    let mut last = OUTER;
    for length in lengths() {
        played += u64::from(length.seconds());
        let inwards = u64::from(OUTER - INNER) * played / total.max(1);
        let radius = OUTER - u32::try_from(inwards).unwrap_or_default();
        if last - radius >= LEAST_BAND && radius - INNER >= LEAST_BAND {
            path.push_str(&circle(radius));
            last = radius;
        }
    }
    path
}

/// A circle of two arcs around the origin.
fn circle(radius: u32) -> String {
    let (radius, across) = (number(radius), number(2 * radius));
    concat(&[
        "M-", &radius, " 0a", &radius, " ", &radius, " 0 1 0 ", &across, " 0a", &radius, " ",
        &radius, " 0 1 0-", &across, " 0",
    ])
}

#[cfg(test)]
mod tests {
    use super::{INNER, OUTER, bands};
    use crate::{Length, Track};

    fn tracks(seconds: &[u32]) -> Vec<Track> {
        let track = |(&seconds, number)| Track {
            number,
            length: Some(Length::from_seconds(seconds)),
            ..Track::default()
        };
        seconds.iter().zip(1..).map(track).collect()
    }

    fn gaps(seconds: &[u32]) -> usize {
        bands(&tracks(seconds)).matches('M').count()
    }

    #[test]
    fn a_gap_lies_between_two_tracks() {
        let middle = (OUTER + INNER) / 2;
        let across = OUTER + INNER;
        let circle = format!(
            "M-{middle} 0a{middle} {middle} 0 1 0 {across} 0a{middle} {middle} 0 1 0-{across} 0"
        );
        assert_eq!(bands(&tracks(&[60, 60])), circle);
        assert_eq!([gaps(&[60, 60]), gaps(&[60; 26])], [1, 25]);
    }

    #[test]
    fn degenerate_albums_have_no_gaps_and_long_ones_few() {
        assert_eq!([gaps(&[]), gaps(&[0]), gaps(&[60]), gaps(&[0, 0])], [0; 4]);
        assert!(gaps(&[200; 10_000]) <= ((OUTER - INNER) / 4) as usize);
    }
}
