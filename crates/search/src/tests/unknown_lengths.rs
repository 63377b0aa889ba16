//! Tracks whose lengths nobody knows: searched, sorted, drawn and exported.

use super::{normalize, parse, select, track};
use crate::{Filter, Index, LengthChart, Library, Matches, Sort, export, length_chart::describe};
use model::{CataloguedAlbum, CataloguedTrack, Track};

fn tracks() -> Vec<Track> {
    vec![
        track(1, "Tide", "2:00"),
        track(2, "Fog", "?"),
        track(3, "Rope", "1:00"),
        track(4, "Lamp 2:00", "?"),
    ]
}

fn numbers(text: &str) -> Vec<u32> {
    let matches = select(&tracks(), text);
    let pairs = tracks().into_iter().zip(matches.shown);
    pairs
        .filter_map(|(track, shown)| shown.then_some(track.number))
        .collect()
}

#[test]
fn a_condition_on_length_never_matches_an_unknown_one() {
    for (text, found) in [
        (">0:30", &[1, 3][..]),
        ("->0:30", &[]),
        ("0:00..9:00", &[1, 3]),
        ("->1:30", &[3]),
        ("2:00", &[1, 4]),
        ("-2:00", &[3]),
        ("length:2:00", &[1]),
        ("at:0:10", &[1]),
        ("at:2:10", &[]),
        ("-at:0:10", &[]),
        ("length:?", &[2, 4]),
        ("length:?:??", &[2, 4]),
        ("-length:?", &[1, 3]),
        ("length:？ fog", &[2]),
    ] {
        assert_eq!(numbers(text), found, "{text}");
    }
    let only_thumbs = Filter {
        max: Some("1:30".parse().unwrap()),
        ..Filter::default()
    };
    let matches = Index::new(&tracks(), normalize).select(&only_thumbs);
    assert_eq!(matches.shown, [false, false, true, false]);
}

#[test]
fn extremes_are_those_of_the_known_lengths() {
    for (text, found) in [
        ("longest", &[1][..]),
        ("shortest", &[3]),
        ("unknown length", &[2, 4]),
        ("length unknown", &[2, 4]),
        ("2. Fog (?:??)", &[2]),
    ] {
        let index = Index::new(&tracks(), normalize);
        let filter = Filter {
            query: parse(text),
            ..Filter::default()
        };
        let (_, matches) = index.answer(filter, text, normalize);
        let shown: Vec<u32> = (1..)
            .zip(matches.shown)
            .filter_map(|(number, shown)| shown.then_some(number))
            .collect();
        assert_eq!(shown, found, "{text}");
    }
}

#[test]
fn the_running_time_is_the_least() {
    assert_eq!(Matches::all(&tracks()).status(), "4 tracks · at least 3:00");
    let status = |text| select(&tracks(), text).status();
    assert_eq!(status("tide"), "1 of 4 tracks · 2:00");
    assert_eq!(status("fog"), "1 of 4 tracks · length unknown");
    assert_eq!(status("o"), "2 of 4 tracks · at least 1:00");
}

#[test]
fn describes_the_condition() {
    let words = |text| super::filter(text).describe(false);
    assert_eq!(words("length:?").as_deref(), Some("of unknown length"));
    assert_eq!(words("-length:?").as_deref(), Some("of known length"));
}

#[test]
fn unknown_lengths_are_last_in_either_order() {
    let order = |name: &str| {
        let sort: Sort = name.parse().unwrap();
        sort.order(&tracks(), &str::cmp)
    };
    assert_eq!(order("length"), [2, 0, 1, 3]);
    assert_eq!(order("-length"), [0, 2, 1, 3]);
    assert_eq!(order("-number"), [3, 2, 1, 0]);
    assert_eq!(order("title"), [1, 3, 2, 0]);
}

#[test]
fn the_chart_has_an_empty_slot() {
    let tracks = tracks();
    let chart = LengthChart::new(&tracks);
    assert_eq!(chart.bar(1), None);
    assert_eq!(chart.bar(2).map(|bar| bar.left), Some(5000));
    assert_eq!(chart.all().matches('M').count(), 2);
    assert_eq!(
        describe(&tracks),
        "The lengths of 4 tracks in album order, 2 of them unknown; the shortest is “Rope” \
         (1:00), the longest “Tide” (2:00)."
    );
    assert_eq!(describe(&tracks[1..2]), "No track’s length is known.");
    let none = [track(1, "A", "?"), track(2, "B", "?")];
    assert_eq!(LengthChart::new(&none).all(), "");
}

#[test]
fn exports_say_that_it_is_unknown() {
    let fog = &tracks()[1];
    assert_eq!(export::text(&[fog]), "2. Fog (?:??)\n");
    assert_eq!(
        export::csv(&[fog]),
        "\u{feff}number,title,length,seconds\r\n2,Fog,,\r\n"
    );
    let quote = |text: &str| serde_json::to_string(text).unwrap();
    assert_eq!(
        export::json(&[fog], quote),
        r#"[{"number":2,"title":"Fog","seconds":null}]"#
    );
}

#[test]
fn other_albums_have_the_same_rules() {
    let album = CataloguedAlbum {
        slug: "tides".to_owned(),
        title: "Tides".to_owned(),
        credit: "C".to_owned(),
        also: Vec::new(),
        discs: vec![
            tracks()
                .into_iter()
                .map(|track| CataloguedTrack {
                    title: track.title,
                    length: track.length,
                    ..CataloguedTrack::default()
                })
                .collect(),
        ],
    };
    let library = Library::new(vec![album], "here", normalize);
    assert_eq!(library.size(0), "4 tracks · at least 3:00");
    let found = |text| library.find(&super::filter(text));
    assert_eq!(found(">0:10").count, 2);
    assert_eq!(
        found("length:?").status(),
        "2 tracks in 1 other album · length unknown"
    );
}
