//! Searches in everyday words: what each finds on the shipped album, and how
//! the status line describes it.

use super::{album, filter, normalize, track};
use crate::{Filter, Index, Query};
use model::{Length, Track};

/// The numbers of the matching tracks, and the search in words.
fn ask(tracks: &[Track], text: &str) -> (Vec<u32>, String) {
    let index = Index::new(tracks, normalize);
    let (filter, selection) = index.answer(filter(text), text, normalize);
    let pairs = tracks.iter().zip(selection.shown);
    let numbers = pairs.filter_map(|(track, shown)| shown.then_some(track.number));
    (
        numbers.collect(),
        filter.describe(false).unwrap_or_default(),
    )
}

fn asked(rows: &[(&str, &[u32], &str)]) {
    for (text, numbers, words) in rows {
        assert_eq!(
            ask(&album::tracks(), text),
            (numbers.to_vec(), (*words).to_owned()),
            "{text}"
        );
    }
}

const OVER_FIVE: &[u32] = &[6, 9, 14, 16, 17, 22, 23];
const TWO_TO_FOUR: &[u32] = &[2, 3, 7, 13, 19, 20, 24, 25];
const UNDER_TWO: &[u32] = &[1, 4, 8, 15, 21, 26];

#[test]
fn finds_tracks_by_number() {
    asked(&[
        ("14", &[14], "track 14"),
        ("track 14", &[14], "track 14"),
        ("Track #14", &[14], "track 14"),
        ("no. 14", &[14], "track 14"),
        ("#14 #15", &[14, 15], "track 14 or track 15"),
        ("14, 15", &[14, 15], "track 14 or track 15"),
        ("#14, #15", &[14, 15], "track 14 or track 15"),
        (
            "tracks 1, 2 and 3",
            &[1, 2, 3],
            "track 1 or track 2 or track 3",
        ),
        ("#1-5", &[1, 2, 3, 4, 5], "tracks 1 to 5"),
        ("tracks 1 to 3", &[1, 2, 3], "tracks 1 to 3"),
        ("tracks 3–1", &[1, 2, 3], "tracks 1 to 3"),
        ("99", &[], "track 99"),
        ("storm 13", &[13], "title has “storm”, track 13"),
    ]);
}

#[test]
fn finds_tracks_of_a_disc() {
    let discs = album::three_discs();
    let ask = |text| ask(&discs, text);
    assert_eq!(ask("disc 2"), (vec![1, 2, 3], "disc 2".to_owned()));
    assert_eq!(ask("CD 2 track 3"), (vec![3], "disc 2 track 3".to_owned()));
    assert_eq!(ask("#2-3"), (vec![3], "disc 2 track 3".to_owned()));
    assert_eq!(ask("#2-3 #3-1").0, [3, 1]);
}

#[test]
fn parses_lengths_in_words() {
    asked(&[
        ("5 min", &[6, 14, 16, 22], "from 5:00 to 5:59"),
        ("5m", &[6, 14, 16, 22], "from 5:00 to 5:59"),
        ("5 minutes", &[6, 14, 16, 22], "from 5:00 to 5:59"),
        ("4m29s", &[18], "exactly 4:29"),
        ("4 min 29 sec", &[18], "exactly 4:29"),
        ("90 seconds", &[8], "exactly 1:30"),
        ("6.00", &[9, 23], "exactly 6:00"),
        ("=6:00", &[9, 23], "exactly 6:00"),
        ("length = 6:00", &[9, 23], "exactly 6:00"),
        ("under 2 minutes", UNDER_TWO, "shorter than 2:00"),
        ("shorter than 2:00", UNDER_TWO, "shorter than 2:00"),
        ("tracks under 2 min", UNDER_TWO, "shorter than 2:00"),
        ("over 5 min", OVER_FIVE, "longer than 5:00"),
        ("more than 5 minutes", OVER_FIVE, "longer than 5:00"),
        ("length > 5", OVER_FIVE, "longer than 5:00"),
        ("> 5 min", OVER_FIVE, "longer than 5:00"),
        (">5min", OVER_FIVE, "longer than 5:00"),
        ("at least 6:00", &[9, 17, 23], "6:00 or longer"),
        ("at most 72 seconds", &[1, 15], "1:12 or shorter"),
        ("up to 1:12", &[1, 15], "1:12 or shorter"),
        ("5:00+", OVER_FIVE, "5:00 or longer"),
        ("5 min+", OVER_FIVE, "5:00 or longer"),
        ("2:00 - 4:00", TWO_TO_FOUR, "from 2:00 to 4:00"),
        ("2:00 – 4:00", TWO_TO_FOUR, "from 2:00 to 4:00"),
        ("2:00 to 4:00", TWO_TO_FOUR, "from 2:00 to 4:00"),
        ("between 2:00 and 4:00", TWO_TO_FOUR, "from 2:00 to 4:00"),
        ("2 to 4 minutes", TWO_TO_FOUR, "from 2:00 to 4:00"),
        ("62-72 sec", &[1, 15], "from 1:02 to 1:12"),
        ("at 47:00", &[14], "playing at 47:00"),
        ("longest", &[17], "the longest track"),
        ("the shortest track", &[15], "the shortest track"),
        (
            "warrior under 3:55",
            &[19],
            "title has “warrior”, shorter than 3:55",
        ),
    ]);
}

#[test]
fn joins_alternatives() {
    asked(&[
        (
            "storm OR fallout",
            &[1, 8, 13],
            "title has “storm” or title has “fallout”",
        ),
        (
            "storm | fallout",
            &[1, 8, 13],
            "title has “storm” or title has “fallout”",
        ),
        (
            "storm OR >6:00",
            &[1, 13, 17],
            "title has “storm” or longer than 6:00",
        ),
        (
            "the warrior OR scalper",
            &[19, 20],
            "title has “the”, title has “warrior” or title has “scalper”",
        ),
        (
            "kashmir OR #14 #15",
            &[14, 15, 18],
            "title has “kashmir” or track 14 or track 15",
        ),
        ("kashmir OR", &[18], "title has “kashmir”"),
    ]);
}

#[test]
fn finds_picks_and_unknown_lengths() {
    let mut tracks = album::tracks();
    tracks[13].pick = true;
    tracks[4].length = None;
    for (text, numbers, words) in [
        ("picks", vec![14], "picked by the reviewer"),
        ("favourite tracks", vec![14], "picked by the reviewer"),
        (
            "picks over 7 minutes",
            vec![],
            "picked by the reviewer, longer than 7:00",
        ),
        ("unknown length", vec![5], "of unknown length"),
        ("length unknown", vec![5], "of unknown length"),
    ] {
        assert_eq!(ask(&tracks, text), (numbers, words.to_owned()), "{text}");
    }
}

#[test]
fn parses_a_line_copied_from_the_page() {
    for track in album::tracks() {
        let line = crate::export::text(&[&track]);
        assert_eq!(ask(&album::tracks(), &line).0, [track.number], "{line}");
    }
    let mut noted = album::tracks();
    noted[13].note = Some("live, 1958".to_owned());
    noted[13].pick = true;
    let line = crate::export::text(&[&noted[13]]);
    assert_eq!(ask(&noted, &line).0, [14], "{line}");
    assert_eq!(ask(&noted, "14. The Exchange (5:54) ★").0, [14]);
    let (_, words) = ask(&album::tracks(), "14. The Exchange (5:54)");
    assert_eq!(
        words,
        "track 14, title has “The”, title has “Exchange”, exactly 5:54"
    );
    let discs = album::three_discs();
    assert_eq!(ask(&discs, "2-3. Stairs and Rooftops (6:00)").0.len(), 0);
    assert_eq!(ask(&discs, "2-3. Change of Plan (5:47)").0, [3]);
}

#[test]
fn titles_match_before_everyday_words() {
    let titles = [
        "14",
        "Track 14",
        "Under 3 Minutes",
        "The Longest Day",
        "5 Min",
        "To Be OR Not",
    ];
    let tracks: Vec<_> = (1..20)
        .map(|number| {
            track(
                number,
                titles.get(number as usize - 1).unwrap_or(&"–"),
                "2:00",
            )
        })
        .collect();
    for (number, title) in (1..).zip(titles) {
        let (found, words) = ask(&tracks, title);
        assert!(found.contains(&number), "{title}: {found:?}");
        assert!(words.starts_with("title has"), "{title}: {words}");
    }
}

/// A match that the thumbs hide still counts: it must not change how the text
/// is parsed.
#[test]
fn thumbs_do_not_change_the_parse() {
    let mut tracks = album::tracks();
    tracks[0].title = "Suite 14".to_owned();
    let filter = Filter {
        min: Some(Length::from_seconds(300)),
        ..filter("14")
    };
    let (filter, selection) = Index::new(&tracks, normalize).answer(filter, "14", normalize);
    assert_eq!(selection.count, 0);
    assert_eq!(
        filter.describe(false).as_deref(),
        Some("title has “14”, 5:00 or longer")
    );
}

#[test]
fn other_texts_stay_ordinary_terms() {
    for text in [
        "storm",
        "-#14",
        "\"under 3 minutes\"",
        "title:14",
        "zzz >2:00",
        ">abc",
        "Catch-22x",
        "1-2-3",
        "-5",
    ] {
        assert_eq!(
            Query::natural(text, false, normalize),
            super::parse(text),
            "{text}"
        );
    }
}

#[test]
fn advice_fits_the_term() {
    for (text, part) in [
        ("#14,15x", "#14 #15"),
        ("#x", "#14 #15"),
        (">abc", "2:00..4:00"),
    ] {
        let advice = super::parse(text).advice().expect("it is not understood");
        assert!(advice.contains(part), "{advice}");
    }
    assert_eq!(super::parse("storm #14").advice(), None);
}
