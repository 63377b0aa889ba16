//! The order of the rows, by the table's three headers.

use e2e::BrowserPage;

use crate::{Plan, all_tracks, scenario};

pub const BY_NUMBER: &str = "#tracks th.number button";
pub const BY_TITLE: &str = "#tracks th.title button";
const BY_LENGTH: &str = "#tracks th.length button";

/// The shipped album's tracks by title.
pub const TITLES: [u32; 26] = [
    1, 7, 20, 6, 24, 16, 8, 19, 11, 5, 13, 18, 26, 10, 22, 3, 9, 15, 14, 25, 4, 23, 12, 21, 17, 2,
];
/// By length; tracks of equal length are in playing order.
const LENGTHS: [u32; 26] = [
    15, 1, 26, 8, 4, 21, 13, 2, 3, 7, 25, 24, 19, 20, 11, 5, 10, 18, 12, 16, 22, 6, 14, 9, 23, 17,
];

/// Waits for these rows, then checks that only this header has `aria-sort`.
async fn assert_order(reader: &BrowserPage, wanted: &[u32], column: usize, order: &str) {
    reader.until_shown(wanted).await;
    let mut sorted = [None, None, None];
    sorted[column] = Some(order.to_owned());
    assert_eq!(reader.sorted().await, sorted);
}

fn reversed(order: &[u32]) -> Vec<u32> {
    order.iter().rev().copied().collect()
}

#[test]
fn the_title_header_cycles_ascending_descending_playing_order() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.click(BY_TITLE).await;
        assert_order(reader, &TITLES, 1, "ascending").await;
        assert_eq!(reader.address("search").await, "?sort=title");
        reader.click(BY_TITLE).await;
        assert_order(reader, &reversed(&TITLES), 1, "descending").await;
        assert_eq!(reader.address("search").await, "?sort=-title");
        reader.click(BY_TITLE).await;
        assert_order(reader, &all_tracks(), 0, "ascending").await;
        assert_eq!(reader.address("search").await, "");
    });
}

/// Tracks 9 and 23 have the same length.
#[test]
fn the_length_header_cycles_and_keeps_ties_in_playing_order() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.click(BY_LENGTH).await;
        assert_order(reader, &LENGTHS, 2, "ascending").await;
        reader.click(BY_LENGTH).await;
        let mut descending = reversed(&LENGTHS);
        descending.swap(1, 2);
        assert_eq!(descending[..3], [17, 9, 23]);
        assert_order(reader, &descending, 2, "descending").await;
        assert_eq!(reader.address("search").await, "?sort=-length");
        reader.click(BY_LENGTH).await;
        assert_order(reader, &all_tracks(), 0, "ascending").await;
    });
}

#[test]
fn the_number_header_reverses_the_album_and_back() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        assert_order(reader, &all_tracks(), 0, "ascending").await;
        reader.click(BY_NUMBER).await;
        assert_order(reader, &reversed(&all_tracks()), 0, "descending").await;
        assert_eq!(reader.address("search").await, "?sort=-number");
        reader.click(BY_NUMBER).await;
        assert_order(reader, &all_tracks(), 0, "ascending").await;
        reader.click(BY_LENGTH).await;
        reader.click(BY_NUMBER).await;
        assert_order(reader, &all_tracks(), 0, "ascending").await;
    });
}

#[test]
fn a_pressed_header_announces_the_order() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        for wanted in [
            "Sorted by length, shortest first",
            "Sorted by length, longest first",
            "In playing order",
        ] {
            reader.click(BY_LENGTH).await;
            let spoken = "return document.querySelector('.status [role=status]').textContent";
            e2e::until(&format!("{wanted:?} to be spoken"), async || {
                (reader.ask::<String>(spoken, []).await == wanted).then_some(())
            })
            .await;
        }
    });
}

#[test]
fn the_order_is_kept_across_searches() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.click(BY_LENGTH).await;
        reader.click(BY_LENGTH).await;
        reader.type_into("q", ">5:00").await;
        let wanted = [17, 9, 23, 14, 6, 22, 16];
        assert_order(reader, &wanted, 2, "descending").await;
        reader
            .until_address("search", "?q=%3E5:00&sort=-length")
            .await;
        reader.clear().await;
        reader.type_into("q", "storm").await;
        assert_order(reader, &[13, 1], 2, "descending").await;
        reader.click(BY_LENGTH).await;
        assert_order(reader, &[1, 13], 0, "ascending").await;
        reader.clear().await;
        assert_order(reader, &all_tracks(), 0, "ascending").await;
    });
}
