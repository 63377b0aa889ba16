//! A long-player of 1958: sides, a suite, and lengths that nobody knows.

use e2e::{
    BrowserPage, Faults,
    fixture::{page, review_with, tracks},
};
use model::Group;

use crate::{Plan, albums::site_of_review, scenario};

fn long_player() -> Plan {
    let markdown = include_str!("../../../../site/albums/the-moorland.md");
    site_of_review("the-moorland", markdown)
}

/// The visible headings and titles, from top to bottom.
async fn list(reader: &BrowserPage) -> Vec<String> {
    reader.texts("#tracks tbody :is(.group th, .name)").await
}

const WHOLE: [&str; 10] = [
    "Side A at least",
    "Prelude",
    "Market Day",
    "The Moorland Suite at least",
    "Heath",
    "Bog and Stream",
    "Wind",
    "Side B",
    "Night Train",
    "Fog",
];

#[test]
fn headings_stay_above_the_tracks_that_are_shown() {
    scenario(long_player(), async |reader| {
        reader.open_live("").await;
        assert_eq!(list(reader).await, WHOLE);
        reader.open_live("?q=n").await;
        reader.until_shown(&[4, 5, 6]).await;
        assert_eq!(
            list(reader).await,
            [
                "The Moorland Suite at least",
                "Bog and Stream",
                "Wind",
                "Side B",
                "Night Train"
            ]
        );
        let times = reader.texts("#tracks .group .length").await;
        assert_eq!(times, ["2:40", "6:05"]);
    });
}

#[test]
fn headings_return_with_playing_order() {
    scenario(long_player(), async |reader| {
        reader.open_live("?sort=length").await;
        reader.until_shown(&[7, 5, 1, 6, 2, 3, 4]).await;
        let sorted = [
            "Fog",
            "Wind",
            "Prelude",
            "Night Train",
            "Market Day",
            "Heath",
            "Bog and Stream",
        ];
        assert_eq!(list(reader).await, sorted);
        reader.click("#tracks th.length button").await;
        reader.until_shown(&[6, 1, 5, 7, 2, 3, 4]).await;
        reader.click("#tracks th.length button").await;
        reader.until_shown(&[1, 2, 3, 4, 5, 6, 7]).await;
        assert_eq!(list(reader).await, WHOLE);
        reader.click("#tracks th.number button").await;
        reader.until_shown(&[7, 6, 5, 4, 3, 2, 1]).await;
        assert_eq!(reader.texts("#tracks .group").await, [""; 0]);
    });
}

#[test]
fn unknown_lengths_are_found_and_limited_by_no_thumb() {
    scenario(long_player(), async |reader| {
        reader.open_live("?q=length:%3F").await;
        reader.until_shown(&[2, 3, 4]).await;
        assert_eq!(reader.status().await, "3 of 7 tracks · length unknown");
        reader.open_live("?min=2:00").await;
        reader.until_shown(&[1, 5, 6]).await;
        let bars =
            "return document.querySelector('.shape .every').getAttribute('d').match(/M/g).length";
        assert_eq!(reader.ask::<u32>(bars, []).await, 4);
    });
}

#[test]
fn paper_has_the_headings_in_playing_order_only() {
    scenario(long_player(), async |reader| {
        reader.open_live("?q=night").await;
        reader.set_media("print").await;
        assert_eq!(list(reader).await, WHOLE);
        reader.set_media("screen").await;
        reader.open_live("?sort=title").await;
        reader.set_media("print").await;
        assert_eq!(reader.texts("#tracks .group").await, [""; 0]);
        assert_eq!(list(reader).await.len(), 7);
    });
}

/// The tracks of a long album are in groups of 50 rows, which are hidden as a
/// whole where none of them matches.
#[test]
fn a_heading_is_shown_although_its_first_rows_are_not() {
    let mut review = review_with(tracks(300));
    for (title, tracks) in [("Act I", 0..45), ("Act II", 45..80), ("Act III", 80..300)] {
        let title = title.to_owned();
        review.album.groups.push(Group { title, tracks });
    }
    let plan = Plan::default().faults(Faults::default().edit(move |html| page(html, &review)));
    let asked = "Rendering was performed in a subtree hidden by content-visibility";
    scenario(plan.expect_message(asked), async |reader| {
        reader.open_live("?q=%2360").await;
        reader.until_shown(&[60]).await;
        assert_eq!(reader.texts("#tracks .group th").await, ["Act II"]);
        reader.open_live("?sort=-number").await;
        reader.click("#tracks th.number button").await;
        let all: Vec<u32> = (1..=300).collect();
        reader.until_shown(&all).await;
        let order = "return [...document.querySelectorAll('#tracks tbody tr')]
            .flatMap((row, at, rows) => row.id ? [] : [`${row.firstChild.textContent} ${rows[at + 1].id}`])";
        let order: Vec<String> = reader.ask(order, []).await;
        assert_eq!(
            order,
            ["Act I track-1", "Act II track-46", "Act III track-81"]
        );
    });
}
