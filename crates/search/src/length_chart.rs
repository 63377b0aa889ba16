//! A bar chart of track lengths: one bar per track in playing order, its height
//! the length; a track of unknown length has an empty slot. Produces path data
//! for an SVG, and a text alternative.
//!
//! The component draws it twice: all bars faded, and the shown ones over them.
//! The view box is 10,000 units wide so that integers are precise enough: at
//! 2,000 tracks a bar still has five units.

use std::ops::Range;

use model::{
    Length, Track,
    text::{self, concat, push_number},
};

/// The geometry of the chart, in units of the view box; y points down.
#[derive(Clone, Copy, Debug)]
pub struct LengthChart<'a> {
    tracks: &'a [Track],
    longest: Length,
}

/// The rectangle of a bar, in units of the view box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    pub left: u32,
    pub top: u32,
    pub width: u32,
    pub height: u32,
}

impl<'a> LengthChart<'a> {
    /// The SVG must stretch it to its size (`preserveAspectRatio="none"`).
    pub const VIEW_BOX: &'static str = "0 0 10000 1000";
    pub const WIDTH: u32 = 10_000;
    pub const HEIGHT: u32 = 1_000;
    /// The minimum height, so that a very short track remains visible and
    /// clickable.
    const LEAST_HEIGHT: u32 = 20;
    /// The maximum gap. A gap is an eighth of a bar's slot; without a limit,
    /// few bars would be far apart.
    const WIDEST_GAP: u32 = 40;
    /// The narrowest slot with a gap. Above 250 tracks a gap would be less than
    /// a pixel and only make the chart look grey.
    const LEAST_ROOM_WITH_GAP: u32 = 40;
    /// The maximum number of bars, as no screen has more pixels for them.
    /// Tracks that share a bar are represented by the longest. Filling a path
    /// of 10,000 bars blocks Chromium for 250 ms without a GPU.
    const MOST_BARS: usize = 1_000;

    pub fn new(tracks: &'a [Track]) -> Self {
        let longest = tracks.iter().filter_map(|track| track.length).max();
        Self {
            tracks,
            longest: longest.unwrap_or_default(),
        }
    }

    /// Path data of all bars.
    pub fn all(&self) -> String {
        self.path(|_| true)
    }

    /// Path data of the bars whose flag is set; missing flags count as unset.
    pub fn shown(&self, shown: &[bool]) -> String {
        self.path(|track| shown.get(track).is_some_and(|&shown| shown))
    }

    /// The y coordinate of a length, zero at the bottom and the longest track
    /// at the top. Also used to draw the limits of the thumbs.
    pub fn y(&self, length: Length) -> u32 {
        let longest = u64::from(self.longest.seconds().max(1));
        let height = u64::from(length.seconds()) * u64::from(Self::HEIGHT) / longest;
        let height = u32::try_from(height).unwrap_or(Self::HEIGHT);
        Self::HEIGHT.saturating_sub(height)
    }

    /// The bar of a track, by index; `None` if its length is unknown.
    pub fn bar(&self, track: usize) -> Option<Bar> {
        let length = self.tracks.get(track)?.length?;
        Some(self.bar_across(track..track + 1, length))
    }

    /// A bar of this length, across the slots of these tracks.
    fn bar_across(&self, tracks: Range<usize>, length: Length) -> Bar {
        let (left, right) = (self.edge(tracks.start), self.edge(tracks.end));
        let gap = match right - left {
            room @ Self::LEAST_ROOM_WITH_GAP.. => (room / 8).min(Self::WIDEST_GAP),
            _ => 0,
        };
        let top = self.y(length).min(Self::HEIGHT - Self::LEAST_HEIGHT);
        Bar {
            left,
            top,
            // With more tracks than units, bars overlap instead of vanishing.
            width: (right - left - gap).max(1),
            height: Self::HEIGHT - top,
        }
    }

    /// The left edge of a track's slot.
    fn edge(&self, track: usize) -> u32 {
        let edge = track as u64 * u64::from(Self::WIDTH) / self.tracks.len().max(1) as u64;
        u32::try_from(edge).unwrap_or(Self::WIDTH)
    }

    /// Path data of the bars to draw; of tracks that share a bar, the longest.
    fn path(&self, drawn: impl Fn(usize) -> bool) -> String {
        let tracks = self.tracks.len();
        let sharing = tracks.div_ceil(Self::MOST_BARS).max(1);
        let mut path = String::new();
        for first in (0..tracks).step_by(sharing) {
            let room = first..tracks.min(first + sharing);
            let drawn = room.clone().filter(|&track| drawn(track));
            let lengths = drawn.filter_map(|track| self.tracks[track].length);
            if let Some(length) = lengths.max() {
                let Bar {
                    left,
                    width,
                    height,
                    ..
                } = self.bar_across(room, length);
                let bottom = Self::HEIGHT;
                for (command, number) in [
                    ("M", left),
                    (" ", bottom),
                    ("v-", height),
                    ("h", width),
                    ("v", height),
                ] {
                    path.push_str(command);
                    push_number(&mut path, number);
                }
                path.push('z');
            }
        }
        path
    }
}

/// The text alternative of the chart. Of equal lengths it names the first in
/// playing order.
pub fn describe(tracks: &[Track]) -> String {
    let known = || {
        tracks
            .iter()
            .filter_map(|track| Some((track, track.length?)))
    };
    let shortest = known().min_by_key(|(_, length)| *length);
    // `max_by_key` alone would return the last.
    let longest = known().rev().max_by_key(|(_, length)| *length);
    let (Some(shortest), Some(longest)) = (shortest, longest) else {
        return match tracks {
            [] => "No tracks.".to_owned(),
            _ => "No track’s length is known.".to_owned(),
        };
    };
    let (count, unknown) = (text::count(tracks.len()), tracks.len() - known().count());
    if tracks.len() == 1 {
        return concat(&["One track, ", &titled(shortest), "."]);
    }
    if unknown == 0 && shortest.1 == longest.1 {
        return concat(&[&count, " tracks of ", &shortest.1.text(), " each."]);
    }
    let unknown = match unknown {
        0 => String::new(),
        unknown => concat(&[", ", &text::count(unknown), " of them unknown"]),
    };
    concat(&[
        "The lengths of ",
        &count,
        " tracks in album order",
        &unknown,
        "; the shortest is ",
        &titled(shortest),
        ", the longest ",
        &titled(longest),
        ".",
    ])
}

fn titled((track, length): (&Track, Length)) -> String {
    concat(&["“", &track.title, "” (", &length.text(), ")"])
}
