//! Any bytes as a writer's file: a review of which all that a page relies on
//! holds, or problems that each stand in the file.

#![no_main]

use std::collections::HashSet;

use libfuzzer_sys::fuzz_target;
use model::{Review, TrackId, mentions};
use source::{Diagnostic, review_file, text};

const PATH: &str = "reviews/fuzz.md";

fuzz_target!(|input: &[u8]| {
    match text::decode(input, PATH) {
        Ok(text) => match review_file::read(PATH, "fuzz", &text) {
            Ok(review) => publishable(&review),
            Err(problems) => placed(&problems, &text),
        },
        Err(problem) => {
            let text = String::from_utf8_lossy(input);
            let text = text::decode(text.as_bytes(), PATH).expect("it is UTF-8 now");
            placed(&[problem], &text);
        }
    }
});

/// Tracks count from one on each disc, and mentions lead to them.
fn publishable(review: &Review) {
    let tracks = &review.album.tracks;
    assert!(!review.article.is_empty() && !tracks.is_empty());
    assert!(tracks.iter().all(|track| !track.title.trim().is_empty()));
    let places: Vec<TrackId> = tracks.iter().map(|track| track.place()).collect();
    assert_eq!(places[0].number, 1);
    for two in places.windows(2) {
        let next = match two[0].disc == two[1].disc {
            true => two[0].number + 1,
            false => 1,
        };
        assert!(two[0] < two[1] && two[1].number == next, "{two:?}");
    }
    let places: HashSet<TrackId> = places.into_iter().collect();
    for (place, _) in mentions(&review.article) {
        assert!(places.contains(&place), "{place}");
    }
}

/// There are problems, and the lines and columns that their reports name are
/// there in the file.
fn placed(problems: &[Diagnostic], text: &str) {
    assert!(!problems.is_empty());
    for report in problems.iter().map(Diagnostic::to_string) {
        let mut lines = report.lines();
        let place = lines.find_map(|line| line.trim_start().strip_prefix("--> "));
        let place = place.and_then(|place| place.strip_prefix(PATH));
        let place = place.expect("the file's path");
        let numbers: Vec<usize> = place
            .split(':')
            .filter_map(|number| number.parse().ok())
            .collect();
        // About the file as a whole.
        if place.is_empty() {
            continue;
        }
        let [line, column] = numbers[..] else {
            panic!("neither line nor column in {report}");
        };
        let line = text.split('\n').nth(line - 1).expect("a line of the file");
        assert!((1..=line.chars().count() + 1).contains(&column), "{report}");
    }
}
