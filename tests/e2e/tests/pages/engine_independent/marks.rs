//! Marks the part of a title that the search has found, and nothing else.

use e2e::BrowserPage;

use crate::{Plan, all_tracks, scenario};

async fn until_marked(reader: &BrowserPage, wanted: &[(u32, &str)]) {
    e2e::until(&format!("the marks {wanted:?}"), async || {
        let marks = reader.marks().await;
        let same = marks.iter().map(|(row, text)| (*row, text.as_str()));
        same.eq(wanted.iter().copied()).then_some(())
    })
    .await;
}

#[test]
fn matches_are_marked_until_the_search_is_cleared() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        let before = reader.rows().await;
        assert_eq!(reader.marks().await, []);
        reader.type_into("q", "storm").await;
        until_marked(reader, &[(1, "Storm"), (13, "Storm")]).await;
        reader.type_into("q", " is").await;
        until_marked(reader, &[(1, "Storm"), (1, "Is")]).await;
        reader.clear().await;
        reader.until_shown(&all_tracks()).await;
        until_marked(reader, &[]).await;
        let all = "return document.querySelectorAll('mark').length";
        assert_eq!(reader.ask::<u32>(all, []).await, 0);
        assert_eq!(reader.rows().await, before, "a title has changed");
    });
}

#[test]
fn lengths_and_exclusions_mark_nothing() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("?q=-storm%20%3E6:30").await;
        reader.until_shown(&[17]).await;
        until_marked(reader, &[]).await;
    });
}

#[test]
fn a_search_in_an_address_is_marked_too() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("?q=%22the%20warrior%22").await;
        until_marked(reader, &[(19, "the Warrior"), (20, "the Warrior")]).await;
    });
}
