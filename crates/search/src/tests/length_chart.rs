//! The length chart, from zero to thousands of tracks.

use super::{album, length, track};
use crate::{LengthChart, length_chart::describe};
use model::Track;

fn many(count: u32) -> Vec<Track> {
    let lengths = ["1:00", "3:30", "2:15"].into_iter().cycle();
    (1..=count)
        .zip(lengths)
        .map(|(number, length)| track(number, "A", length))
        .collect()
}

#[test]
fn bars_are_ordered_inside_the_view_box() {
    for count in [1, 26, 200, 2_000, 20_000] {
        let tracks = many(count);
        let chart = LengthChart::new(&tracks);
        let bars: Vec<_> = (0..count as usize)
            .map(|track| chart.bar(track).unwrap())
            .collect();
        assert_eq!(bars[0].left, 0);
        for bar in &bars {
            assert!(bar.width >= 1 && bar.height >= 20, "{bar:?}");
            assert_eq!(bar.top + bar.height, LengthChart::HEIGHT);
            assert!(
                bar.left + bar.width <= LengthChart::WIDTH,
                "{bar:?} of {count}"
            );
        }
        if count <= 2_000 {
            assert!(
                bars.windows(2)
                    .all(|two| two[0].left + two[0].width <= two[1].left),
                "{count}"
            );
        }
        let drawn = chart.all().matches('M').count();
        assert_eq!(drawn, count.min(1_000) as usize);
    }
}

#[test]
fn narrow_bars_have_no_gaps() {
    let gap = |count| {
        let tracks = many(count);
        let chart = LengthChart::new(&tracks);
        let (first, second) = (chart.bar(0).unwrap(), chart.bar(1).unwrap());
        second.left - first.left - first.width
    };
    assert_eq!([gap(2), gap(26), gap(200), gap(2_000)], [40, 40, 6, 0]);
}

#[test]
fn longest_track_reaches_the_top_and_an_empty_one_is_visible() {
    let tracks = [
        track(1, "A", "4:00"),
        track(2, "B", "2:00"),
        track(3, "C", "0:00"),
    ];
    let chart = LengthChart::new(&tracks);
    let tops: Vec<u32> = (0..3).map(|track| chart.bar(track).unwrap().top).collect();
    assert_eq!(tops, [0, 500, 980]);
    assert_eq!(chart.y(length("1:00")), 750);
    assert_eq!(chart.y(length("99:00")), 0);
    assert_eq!(
        chart.all(),
        "M0 1000v-1000h3293v1000zM3333 1000v-500h3293v500zM6666 1000v-20h3294v20z"
    );
}

#[test]
fn draws_only_the_shown_bars() {
    let tracks = many(2);
    let chart = LengthChart::new(&tracks);
    assert_eq!(chart.shown(&[true, true]), chart.all());
    assert_eq!(chart.shown(&[false, true]), "M5000 1000v-1000h4960v1000z");
    assert_eq!(chart.shown(&[]), "");
}

#[test]
fn shared_bar_has_the_length_of_the_longest_shown_track() {
    let tracks = many(2_000);
    let chart = LengthChart::new(&tracks);
    let shown = |tracks: &[usize]| {
        let flags: Vec<bool> = (0..2_000).map(|track| tracks.contains(&track)).collect();
        chart.shown(&flags)
    };
    let (short, long) = ("M0 1000v-285h10v285z", "M0 1000v-1000h10v1000z");
    assert_eq!(shown(&[0]), short);
    assert_eq!([shown(&[1]), shown(&[0, 1])], [long, long]);
}

#[test]
fn album_without_tracks_has_an_empty_chart() {
    let chart = LengthChart::new(&[]);
    assert_eq!((chart.all(), chart.bar(0)), (String::new(), None));
    assert_eq!(chart.y(length("1:00")), 0);
    assert_eq!(describe(&[]), "No tracks.");
}

#[test]
fn describes_the_chart_in_a_sentence() {
    assert_eq!(
        describe(&album::tracks()),
        "The lengths of 26 tracks in album order; the shortest is “Steps Ahead” (1:02), \
         the longest “We Are Never Free” (6:57)."
    );
    assert_eq!(describe(&many(1)), "One track, “A” (1:00).");
    assert_eq!(
        describe(&[track(1, "A", "1:00"), track(2, "B", "1:00")]),
        "2 tracks of 1:00 each."
    );
}
