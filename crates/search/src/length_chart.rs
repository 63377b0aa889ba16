//! An album's lengths to a picture of it: one bar a track in album order, its
//! height the length. Path data for an SVG, and the sentence that says the same.
//!
//! The component draws it twice, all bars faded and the shown ones over them.
//! The view box is ten thousand units wide so that whole numbers do: at 2,000
//! tracks a bar still has five, and no number needs a decimal.

use std::{fmt::Write, ops::Range};

use model::{Length, Track};

/// The geometry of an album's bars. All numbers are units of the view box, y
/// downwards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LengthChart {
    lengths: Vec<Length>,
    longest: Length,
}

/// One bar's rectangle, in units of the view box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    pub left: u32,
    pub top: u32,
    pub width: u32,
    pub height: u32,
}

impl LengthChart {
    /// To be stretched (`preserveAspectRatio="none"`) to whatever room there is.
    pub const VIEW_BOX: &'static str = "0 0 10000 1000";
    pub const WIDTH: u32 = 10_000;
    pub const HEIGHT: u32 = 1_000;
    /// A very short track is still to be seen and hit.
    const LEAST_HEIGHT: u32 = 20;
    /// A gap is an eighth of a bar's room, but no wider than this, so that few
    /// bars do not drift apart.
    const WIDEST_GAP: u32 = 40;
    /// Bars with less room than this (more than 250 tracks) stand without
    /// gaps: theirs would be less than a pixel and only grey the picture.
    const LEAST_ROOM_WITH_GAP: u32 = 40;
    /// The most bars that are drawn; no screen has more pixels for them. Of the
    /// tracks that share a bar, the longest stands for all. Filling a path of
    /// 10,000 bars takes Chromium a quarter of a second without a graphics
    /// card, in which no other frame is shown.
    const MOST_BARS: usize = 1_000;

    pub fn new(tracks: &[Track]) -> Self {
        let lengths: Vec<Length> = tracks.iter().map(|track| track.length).collect();
        let longest = lengths.iter().copied().max().unwrap_or_default();
        Self { lengths, longest }
    }

    /// Path data of all bars.
    pub fn all(&self) -> String {
        self.path(|_| true)
    }

    /// Path data of the bars whose flag is set; a flag that is missing is not.
    pub fn shown(&self, shown: &[bool]) -> String {
        self.path(|track| shown.get(track).is_some_and(|&shown| shown))
    }

    /// The y of a length, zero seconds at the bottom and the longest track at
    /// the top: where to draw what a thumb cuts.
    pub fn y(&self, length: Length) -> u32 {
        let longest = u64::from(self.longest.seconds().max(1));
        let height = u64::from(length.seconds()) * u64::from(Self::HEIGHT) / longest;
        let height = u32::try_from(height).unwrap_or(Self::HEIGHT);
        Self::HEIGHT.saturating_sub(height)
    }

    /// The bar of a track, counted from zero.
    pub fn bar(&self, track: usize) -> Option<Bar> {
        let length = *self.lengths.get(track)?;
        Some(self.bar_across(track..track + 1, length))
    }

    /// A bar as high as a length, in the room of all these tracks.
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
            // More tracks than units: bars overlap rather than vanish.
            width: (right - left - gap).max(1),
            height: Self::HEIGHT - top,
        }
    }

    /// Where the room of a track begins and that of the one before it ends.
    fn edge(&self, track: usize) -> u32 {
        let edge = track as u64 * u64::from(Self::WIDTH) / self.lengths.len().max(1) as u64;
        u32::try_from(edge).unwrap_or(Self::WIDTH)
    }

    /// Path data of the bars drawn: of the tracks that share one, the longest.
    fn path(&self, drawn: impl Fn(usize) -> bool) -> String {
        let tracks = self.lengths.len();
        let sharing = tracks.div_ceil(Self::MOST_BARS).max(1);
        let mut path = String::new();
        for first in (0..tracks).step_by(sharing) {
            let room = first..tracks.min(first + sharing);
            let drawn = room.clone().filter(|&track| drawn(track));
            if let Some(length) = drawn.map(|track| self.lengths[track]).max() {
                let Bar {
                    left,
                    width,
                    height,
                    ..
                } = self.bar_across(room, length);
                let bottom = Self::HEIGHT;
                // Writing to a string never fails.
                let _ = write!(path, "M{left} {bottom}v-{height}h{width}v{height}z");
            }
        }
        path
    }
}

/// The picture in a sentence, for those who do not see it. Of equal lengths the
/// first in playing order is named.
pub fn describe(tracks: &[Track]) -> String {
    let shortest = tracks.iter().min_by_key(|track| track.length);
    // `max_by_key` alone would name the last.
    let longest = tracks.iter().rev().max_by_key(|track| track.length);
    let (Some(shortest), Some(longest)) = (shortest, longest) else {
        return String::from("No tracks.");
    };
    let count = tracks.len();
    if count == 1 {
        return format!("One track, {}.", titled(shortest));
    }
    if shortest.length == longest.length {
        return format!("{count} tracks of {} each.", shortest.length);
    }
    format!(
        "The lengths of {count} tracks in album order; the shortest is {}, the longest {}.",
        titled(shortest),
        titled(longest)
    )
}

fn titled(track: &Track) -> String {
    format!("“{}” ({})", track.title, track.length)
}
