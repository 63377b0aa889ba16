//! The search syntax, one test per construct, on the shipped album.

use super::{album, filter, numbers, select, shown_numbers};

const ALL: usize = 26;

fn without(excluded: &[u32]) -> Vec<u32> {
    (1..=26)
        .filter(|number| !excluded.contains(number))
        .collect()
}

#[test]
fn empty_search_matches_the_whole_album() {
    for text in ["", "   ", "\t"] {
        let selection = select(&album::tracks(), text);
        assert_eq!(selection.count, ALL);
        assert_eq!(selection.running_time.text(), "1:35:45");
    }
}

#[test]
fn word_matches_titles_that_contain_it() {
    assert_eq!(numbers("storm"), [1, 13]);
    assert_eq!(numbers("STORM"), [1, 13]);
}

#[test]
fn case_accents_and_punctuation_are_ignored() {
    assert_eq!(numbers("mr hunt"), [5]);
    assert_eq!(numbers("mission accomplished"), [26]);
    assert_eq!(numbers("fáte"), [19]);
    assert_eq!(numbers("Should You Choose to Accept..."), [3]);
    assert_eq!(numbers("Good Evening, Mr. Hunt"), [5]);
}

#[test]
fn several_words_must_all_match() {
    assert_eq!(numbers("fate warrior"), [19]);
    assert_eq!(numbers("warrior fate"), [19]);
}

#[test]
fn quoted_words_match_as_a_phrase() {
    assert_eq!(numbers("\"the warrior\""), [19, 20]);
    assert_eq!(numbers("\"warrior the\""), [0; 0]);
    assert_eq!(numbers("“the warrior”"), [19, 20]);
    assert_eq!(numbers("\"the warr"), [19, 20]);
}

#[test]
fn minus_excludes_titles() {
    assert_eq!(numbers("-storm"), without(&[1, 13]));
    assert_eq!(numbers("-\"the warrior\""), without(&[19, 20]));
    assert_eq!(numbers("the -warrior -storm"), [4, 12, 14, 23, 25]);
}

#[test]
fn word_and_number_are_two_terms() {
    assert_eq!(numbers("exchange 5:54"), [14]);
    assert_eq!(numbers("> 5:54 warrior"), [0; 0]);
    assert_eq!(numbers("warrior < 3:55"), [19]);
}

#[test]
fn comparisons_match_by_length() {
    assert_eq!(numbers(">5:00"), [6, 9, 14, 16, 17, 22, 23]);
    assert_eq!(numbers(">=6:00"), [9, 17, 23]);
    assert_eq!(numbers(">6:00"), [17]);
    assert_eq!(numbers("<1:12"), [15]);
    assert_eq!(numbers("<=1:12"), [1, 15]);
    assert_eq!(numbers("> 5:00"), numbers(">5:00"));
    assert_eq!(numbers("->1:12"), [1, 15]);
}

#[test]
fn bare_number_is_minutes_and_90s_is_seconds() {
    assert_eq!(numbers(">5"), numbers(">5:00"));
    assert_eq!(numbers("<90s"), [1, 15, 26]);
    assert_eq!(numbers("<=90s"), [1, 8, 15, 26]);
    assert_eq!(numbers(">1:02:33"), [0; 0]);
    assert_eq!(numbers("<1:02:33").len(), ALL);
}

#[test]
fn range_includes_both_ends() {
    let expected = [2, 3, 7, 13, 19, 20, 24, 25];
    for range in [
        "2:00..4:00",
        "2:00-4:00",
        "2:00–4:00",
        "2..4",
        "120s..240s",
        "4:00..2:00",
    ] {
        assert_eq!(numbers(range), expected, "{range}");
    }
    assert_eq!(numbers("2:07..2:14"), [2, 13]);
    assert_eq!(numbers("6:00.."), numbers(">=6:00"));
    assert_eq!(numbers("..1:12"), numbers("<=1:12"));
    assert_eq!(numbers("-2:00..10:00"), [1, 4, 8, 15, 21, 26]);
}

#[test]
fn bare_length_matches_lengths_and_titles() {
    assert_eq!(numbers("6:00"), [9, 23]);
    let mut tracks = album::tracks();
    tracks[0].title = "Departure 6:00 AM".to_owned();
    assert_eq!(shown_numbers(&tracks, &filter("6:00")), [1, 9, 23]);
    assert_eq!(shown_numbers(&tracks, &filter("length:6:00")), [9, 23]);
    assert_eq!(shown_numbers(&tracks, &filter("title:6:00")), [1]);
}

#[test]
fn question_mark_matches_unknown_lengths() {
    let mut tracks = album::tracks();
    tracks[4].length = None;
    assert_eq!(shown_numbers(&tracks, &filter("length:?")), [5]);
    assert_eq!(shown_numbers(&tracks, &filter(">4:00 evening")), [0; 0]);
}

#[test]
fn number_sign_matches_a_track_number() {
    assert_eq!(numbers("#14"), [14]);
    assert_eq!(numbers("-#14"), without(&[14]));
    assert_eq!(numbers("#27"), [0; 0]);
    let discs = album::three_discs();
    assert_eq!(select(&discs, "#2").count, 3);
    let fifth: Vec<bool> = (0..9).map(|track| track == 5).collect();
    assert_eq!(select(&discs, "#2-3").shown, fifth);
}

#[test]
fn at_matches_the_track_playing_at_that_time() {
    assert_eq!(numbers("at:47:00"), [14]);
    assert_eq!(numbers("at:47"), [14]);
    assert_eq!(numbers("at:0:00"), [1]);
    assert_eq!(numbers("at:1:11"), [1]);
    assert_eq!(numbers("at:1:12"), [2]);
    assert_eq!(numbers("at:1:35:44"), [26]);
    assert_eq!(numbers("at:1:35:45"), [0; 0]);
}

#[test]
fn artist_prefix_matches_artists_alone() {
    let mut tracks = album::tracks();
    tracks[17].artist = Some("Elvis Costello".to_owned());
    assert_eq!(shown_numbers(&tracks, &filter("artist:costello")), [18]);
    assert_eq!(shown_numbers(&tracks, &filter("artist:kashmir")), [0; 0]);
    assert_eq!(shown_numbers(&tracks, &filter("costello")), [18]);
    assert_eq!(shown_numbers(&tracks, &filter("title:costello")), [0; 0]);
}

#[test]
fn prefixes_match_as_in_beets() {
    assert_eq!(numbers("title:storm"), [1, 13]);
    assert_eq!(numbers("Title:\"the warrior\""), [19, 20]);
    assert_eq!(numbers("length:4:00..6:00"), numbers("4:00..6:00"));
    assert_eq!(numbers("length:>5"), numbers(">5:00"));
    assert_eq!(numbers("title:storm length:..2:00"), [1]);
}

#[test]
fn terms_must_all_match_in_any_order() {
    assert_eq!(numbers("storm >2:00"), [13]);
    assert_eq!(numbers(">2:00 storm"), [13]);
}

#[test]
fn is_pick_matches_the_reviewers_picks() {
    let mut tracks = album::tracks();
    for pick in [3, 13] {
        tracks[pick].pick = true;
    }
    assert_eq!(shown_numbers(&tracks, &filter("is:pick")), [4, 14]);
    assert_eq!(shown_numbers(&tracks, &filter("IS:Pick >2:00")), [14]);
    assert_eq!(shown_numbers(&tracks, &filter("-is:pick")).len(), ALL - 2);
    assert_eq!(select(&tracks, "is:pick").status(), "2 of 26 tracks · 7:38");
    // On the way to it, nothing flickers.
    for text in ["is:", "is:p", "is:pic"] {
        assert_eq!(select(&tracks, text).count, ALL, "{text}");
    }
    assert_eq!(select(&tracks, "is:picks").count, 0);
}
