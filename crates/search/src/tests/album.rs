//! Fixtures: the shipped album's track list, and an album of three discs.

use super::track;
use model::Track;

pub fn tracks() -> Vec<Track> {
    let tracks = TRACKS.iter().zip(1..);
    tracks
        .map(|(&(title, length), number)| track(number, title, length))
        .collect()
}

/// Nine tracks on three discs of three.
pub fn three_discs() -> Vec<Track> {
    let mut tracks = tracks();
    tracks.truncate(9);
    for (index, track) in (0..).zip(&mut tracks) {
        track.disc = Some(index / 3 + 1);
        track.number = index % 3 + 1;
    }
    tracks
}

const TRACKS: [(&str, &str); 26] = [
    ("A Storm Is Coming", "1:12"),
    ("Your Mission", "2:14"),
    ("Should You Choose to Accept…", "2:34"),
    ("The Manifesto", "1:44"),
    ("Good Evening, Mr. Hunt", "4:19"),
    ("Change of Plan", "5:47"),
    ("A Terrible Choice", "2:54"),
    ("Fallout", "1:30"),
    ("Stairs and Rooftops", "6:00"),
    ("No Hard Feelings", "4:20"),
    ("Free Fall", "4:14"),
    ("The White Window", "4:42"),
    ("I Am the Storm", "2:07"),
    ("The Exchange", "5:54"),
    ("Steps Ahead", "1:02"),
    ("Escape Through Paris", "5:05"),
    ("We Are Never Free", "6:57"),
    ("Kashmir", "4:29"),
    ("Fate Whispers to the Warrior", "3:54"),
    ("And the Warrior Whispers Back", "3:56"),
    ("Unfinished Business", "1:49"),
    ("Scalper and Hammer", "5:10"),
    ("The Syndicate", "6:00"),
    ("Cutting on One", "3:42"),
    ("The Last Resort", "2:55"),
    ("Mission: Accomplished", "1:15"),
];
