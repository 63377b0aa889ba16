//! Fuzzes a writer's file. Either it parses to a review that satisfies the
//! page's assumptions, or all its diagnostics refer to positions in the file.

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
            Err(diagnostics) => placed(&diagnostics, &text),
        },
        Err(diagnostic) => {
            // Of another format, such as RTF, the diagnostic concerns the whole file.
            let text = String::from_utf8_lossy(input);
            let text = text::decode(text.as_bytes(), PATH).unwrap_or_default();
            placed(&[diagnostic], &text);
        }
    }
});

/// Tracks must count from 1 on each disc, and mentions must refer to them.
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

/// There must be diagnostics, and their lines and columns must exist in the
/// file.
fn placed(diagnostics: &[Diagnostic], text: &str) {
    assert!(!diagnostics.is_empty());
    for report in diagnostics.iter().map(Diagnostic::to_string) {
        let mut lines = report.lines();
        let place = lines.find_map(|line| line.trim_start().strip_prefix("--> "));
        let place = place.and_then(|place| place.strip_prefix(PATH));
        let place = place.expect("the file's path");
        let numbers: Vec<usize> = place
            .split(':')
            .filter_map(|number| number.parse().ok())
            .collect();
        // The diagnostic concerns the whole file.
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
