//! Generates reproducible track lists of any size, for the benchmarks of search
//! and key presses.
//!
//! Titles combine words in the patterns of score albums, so that their lengths,
//! repeated words and the share of titles beyond ASCII (one in nine) are
//! realistic. `the` is in about every third title, `storm` in about one of
//! fifty.

use model::{Length, Track};

/// Tracks on one disc, from 0:30 to 9:30 long.
pub fn tracks(count: usize) -> Vec<Track> {
    let mut dice = Dice(0x2018_0713);
    (1..)
        .take(count)
        .map(|number| Track {
            number,
            title: title(&mut dice),
            length: Some(Length::from_seconds(30 + dice.below(540) as u32)),
            ..Track::default()
        })
        .collect()
}

fn title(dice: &mut Dice) -> String {
    let (quality, thing, other) = (dice.of(QUALITIES), dice.of(THINGS), dice.of(THINGS));
    match dice.below(9) {
        0 => format!("The {thing}"),
        1 => format!("{quality} {thing}"),
        2 => format!("The {quality} {thing}"),
        3 => format!("{thing} and {other}"),
        4 => format!("{} {thing}, Pt. {}", dice.of(VERBS), 1 + dice.below(4)),
        5 => format!("{} the {thing}…", dice.of(VERBS)),
        6 => format!("{thing}: {quality} {other}"),
        7 => format!("{thing} of {}", dice.of(PLACES)),
        _ => dice.of(BEYOND_ASCII).replace('*', thing),
    }
}

/// An xorshift generator. A crate's sequence could change with its version, and
/// with it what is measured.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        // The upper half, since the lower bits are less random.
        (self.0 >> 32) as usize % end
    }

    fn of(&mut self, words: &[&'static str]) -> &'static str {
        words[self.below(words.len())]
    }
}

#[rustfmt::skip]
const QUALITIES: &[&str] = &[
    "Terrible", "White", "Free", "Unfinished", "Last", "Silent", "Broken", "Burning", "Hollow",
    "Northern", "Second", "Forgotten", "Iron", "Long", "Quiet", "Restless", "Golden", "Final",
    "Distant", "Stolen", "Blue", "Secret", "Lonely", "Wild",
];

#[rustfmt::skip]
const THINGS: &[&str] = &[
    "Storm", "Mission", "Manifesto", "Choice", "Rooftops", "Window", "Exchange", "Escape",
    "Warrior", "Fate", "Business", "Hammer", "Syndicate", "Resort", "Arrival", "Bridge", "Chase",
    "Departure", "Dream", "Fall", "Farewell", "Fire", "Flight", "Funeral", "Garden", "Harbour",
    "Homecoming", "Journey", "Letter", "Lighthouse", "Machine", "Memory", "Mirror", "Night",
    "Ocean", "Orchard", "Pursuit", "Reckoning", "Return", "Ritual", "River", "Shadow", "Siege",
    "Signal", "Snow", "Station", "Stranger", "Summit", "Train", "Winter",
];

#[rustfmt::skip]
const VERBS: &[&str] = &[
    "Leaving", "Crossing", "Finding", "Losing", "Hunting", "Burying", "Waking", "Into", "Across",
    "Against", "Don't Erased", "We Are",
];

#[rustfmt::skip]
const PLACES: &[&str] = &[
    "Paris", "Kashmir", "London", "Vienna", "Istanbul", "Zürich", "Kraków", "Tromsø", "São Paulo",
];

#[rustfmt::skip]
const BEYOND_ASCII: &[&str] = &[
    "Café *", "L’Été du *", "Die Straße (*)", "* – Überfall", "Ångström’s *", "Łódź *",
    "“*” à Montréal", "Señor *", "Смерть и *", "夜の街 *", "서울의 *", "Ο * του Νότου",
];
