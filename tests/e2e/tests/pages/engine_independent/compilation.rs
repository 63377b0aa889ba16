//! A compilation, where every track has its own artist.

use crate::{Plan, albums::site_of_review, scenario};

fn compilation() -> Plan {
    let markdown = include_str!("../../../../site/albums/night-songs.md");
    site_of_review("night-songs", markdown)
}

#[test]
fn words_find_and_mark_titles_and_artists() {
    scenario(compilation(), async |reader| {
        reader.open_live("?q=chant").await;
        reader.until_shown(&[1, 3]).await;
        let words = reader.texts(".in-words").await;
        assert_eq!(words, ["title or artist has “chant”"]);
        reader.open_live("?q=night").await;
        reader.until_shown(&[2, 4]).await;
        let marks = reader.marks().await;
        assert_eq!(marks, [(2, "Night".to_owned()), (4, "Night".to_owned())]);
        let marked = "#track-4 td.artist mark, #track-2 .name mark";
        assert_eq!(reader.texts(marked).await, ["Night", "Night"]);
        reader.open_live("?q=artist:example").await;
        reader.until_shown(&[1, 3, 5]).await;
        assert_eq!(reader.texts("#track-3 td.artist").await, ["Ådam Example"]);
        reader.open_live("?q=").await;
        assert_eq!(reader.marks().await, []);
    });
}

#[test]
fn picks_are_shown_with_their_running_time() {
    scenario(compilation(), async |reader| {
        reader.open_live("").await;
        assert_eq!(reader.status().await, "5 tracks · at least 10:15");
        reader.click("button.help").await;
        reader
            .click("#search-help a[href='?q=is%3Apick'], #search-help a[href='?q=is:pick']")
            .await;
        reader.until_shown(&[1, 4]).await;
        assert_eq!(reader.status().await, "2 of 5 tracks · at least 3:10");
        assert_eq!(reader.texts(".in-words").await, ["picked by the reviewer"]);
    });
}

#[test]
fn rows_are_sorted_by_artist() {
    scenario(compilation(), async |reader| {
        reader.open_live("").await;
        reader.click("#tracks th.artist button").await;
        reader.until_shown(&[3, 1, 5, 2, 4]).await;
        assert_eq!(reader.address("search").await, "?sort=artist");
        reader.click("#tracks th.length button").await;
        reader.until_shown(&[5, 2, 1, 3, 4]).await;
        reader.click("#tracks th.length button").await;
        reader.until_shown(&[3, 1, 2, 5, 4]).await;
        let sorted = reader.sorted().await;
        assert_eq!(sorted[3].as_deref(), Some("descending"));
    });
}

#[test]
fn nothing_scrolls_sideways_on_a_narrow_screen() {
    scenario(compilation(), async |reader| {
        reader.resize(320, 800).await;
        reader.open_live("").await;
        assert_eq!(reader.sideways().await, [""; 0]);
    });
}
