//! An album of 2,000 tracks: only the rows in view are laid out, without
//! visible effect.

use std::sync::OnceLock;

use e2e::{
    Faults, Plan,
    fixture::{page, review_with, tracks},
    page::status_of,
    until,
};
use model::Track;

use crate::scenario;

const TRACKS: usize = 2_000;

/// A site of the long album, whose page is rendered once because that is slow.
pub fn long_album() -> (Plan, Vec<Track>) {
    let tracks = tracks(TRACKS);
    let review = review_with(tracks.clone());
    let rendered = OnceLock::new();
    let edit = move |html: &str| rendered.get_or_init(|| page(html, &review)).clone();
    let plan = Plan::default().faults(Faults::default().edit(edit));
    // The tests measure rows, also in groups that are not laid out.
    let asked = "Rendering was performed in a subtree hidden by content-visibility";
    (plan.expect_message(asked), tracks)
}

pub fn all() -> Vec<u32> {
    (1..).take(TRACKS).collect()
}

#[test]
fn a_long_album_can_be_searched() {
    let (plan, tracks) = long_album();
    let storms = tracks
        .iter()
        .filter(|track| track.title.to_lowercase().contains("storm"));
    let storms: Vec<u32> = storms.map(|track| track.number).collect();
    assert!(storms.len() > 10, "{storms:?}");
    scenario(plan, async |reader| {
        reader.open_live("").await;
        assert_eq!(reader.shown().await, all());
        reader.type_into("q", "storm").await;
        reader.until_shown(&storms).await;
        let rows = reader.rows().await;
        assert_eq!(reader.status().await, status_of(&rows));
        let marked = async || {
            let marks = reader.marks().await;
            let is_storm = |(_, text): &(u32, String)| text.eq_ignore_ascii_case("storm");
            let mut rows: Vec<u32> = marks
                .iter()
                .filter(|mark| is_storm(mark))
                .map(|mark| mark.0)
                .collect();
            rows.dedup();
            (rows == storms).then_some(())
        };
        until("a mark in each of them", marked).await;
        reader.clear().await;
        reader.until_shown(&all()).await;
        until("no mark", async || {
            reader.marks().await.is_empty().then_some(())
        })
        .await;
    });
}

/// The table's height, and the number of rows that are not hidden.
pub const LEFT: &str = "const table = document.getElementById('tracks');
    return [table.getBoundingClientRect().height,
        table.querySelectorAll('tbody tr:not([hidden])').length]";

/// Rows out of view are hidden in later frames, the whole table at once.
#[test]
fn a_long_album_without_a_match_is_hidden_and_restored() {
    let (plan, _) = long_album();
    scenario(plan, async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "zzzz").await;
        reader.until_shown(&[]).await;
        assert_eq!(reader.texts("#tracks thead").await, [""; 0]);
        until("no row to be left", async || {
            (reader.ask::<[f64; 2]>(LEFT, []).await == [0.0, 0.0]).then_some(())
        })
        .await;
        reader.clear().await;
        reader.until_shown(&all()).await;
        assert_eq!(reader.texts("#tracks thead").await, ["No.TitleLength"]);
    });
}

#[test]
fn a_link_to_track_1500_brings_its_row_into_view() {
    let (plan, _) = long_album();
    scenario(plan, async |reader| {
        reader.open("#track-1500").await;
        reader.until_live().await;
        until("the row in view", async || {
            reader.sees("#track-1500:target").await
        })
        .await;
        reader.ask::<()>("location.hash = 'track-700'", []).await;
        until("the other row in view", async || {
            reader.sees("#track-700:target").await
        })
        .await;
    });
}
