//! The picture of an album, from none to thousands of tracks.

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
fn bars_stand_in_order_inside_the_view_box_at_any_number() {
    for count in [1, 26, 200, 2_000, 20_000] {
        let shape = LengthChart::new(&many(count));
        let bars: Vec<_> = (0..count as usize)
            .map(|track| shape.bar(track).unwrap())
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
        // More would be finer than any screen.
        let drawn = shape.all().matches('M').count();
        assert_eq!(drawn, count.min(1_000) as usize);
    }
}

#[test]
fn gaps_vanish_where_bars_get_narrow() {
    let gap = |count| {
        let shape = LengthChart::new(&many(count));
        let (first, second) = (shape.bar(0).unwrap(), shape.bar(1).unwrap());
        second.left - first.left - first.width
    };
    assert_eq!([gap(2), gap(26), gap(200), gap(2_000)], [40, 40, 6, 0]);
}

#[test]
fn the_longest_track_reaches_the_top_and_an_empty_one_is_seen() {
    let shape = LengthChart::new(&[
        track(1, "A", "4:00"),
        track(2, "B", "2:00"),
        track(3, "C", "0:00"),
    ]);
    let tops: Vec<u32> = (0..3).map(|track| shape.bar(track).unwrap().top).collect();
    assert_eq!(tops, [0, 500, 980]);
    assert_eq!(shape.y(length("1:00")), 750);
    assert_eq!(shape.y(length("99:00")), 0);
    assert_eq!(
        shape.all(),
        "M0 1000v-1000h3293v1000zM3333 1000v-500h3293v500zM6666 1000v-20h3294v20z"
    );
}

#[test]
fn only_the_shown_bars_are_drawn_over_all() {
    let shape = LengthChart::new(&many(2));
    assert_eq!(shape.shown(&[true, true]), shape.all());
    assert_eq!(shape.shown(&[false, true]), "M5000 1000v-1000h4960v1000z");
    assert_eq!(shape.shown(&[]), "");
}

#[test]
fn of_the_tracks_that_share_a_bar_the_longest_shown_stands() {
    let shape = LengthChart::new(&many(2_000));
    let shown = |tracks: &[usize]| {
        let flags: Vec<bool> = (0..2_000).map(|track| tracks.contains(&track)).collect();
        shape.shown(&flags)
    };
    let (short, long) = ("M0 1000v-285h10v285z", "M0 1000v-1000h10v1000z");
    assert_eq!(shown(&[0]), short);
    assert_eq!([shown(&[1]), shown(&[0, 1])], [long, long]);
}

#[test]
fn an_album_without_tracks_is_an_empty_picture() {
    let shape = LengthChart::new(&[]);
    assert_eq!((shape.all(), shape.bar(0)), (String::new(), None));
    assert_eq!(shape.y(length("1:00")), 0);
    assert_eq!(describe(&[]), "No tracks.");
}

#[test]
fn the_picture_is_also_told_in_a_sentence() {
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
