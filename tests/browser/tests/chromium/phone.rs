//! A phone in a reader's hand: a narrow screen, and fingers for a pointer.

use browser_tests::{Plan, Reader, story, until};

fn on_a_phone(tell: impl AsyncFnOnce(&Reader)) {
    story(Plan::default().on_a_phone(), async |reader| {
        reader.open_live("").await;
        let fingers = "return matchMedia('(pointer: coarse) and (max-width: 400px)').matches";
        assert!(reader.ask::<bool>(fingers, []).await, "no phone");
        tell(reader).await;
        assert_eq!(reader.sideways().await, [""; 0]);
    });
}

async fn until_at(reader: &Reader, row: &str) {
    until(&format!("{row} in view"), async || {
        reader.sees(&format!("{row}:target")).await
    })
    .await;
}

async fn value(reader: &Reader, id: &str) -> u32 {
    reader.value(id).await.parse().expect("a thumb is a number")
}

#[test]
fn a_tap_on_a_mention_leads_to_its_row_and_one_on_its_mark_back() {
    on_a_phone(async |reader| {
        reader.tap(".prose a[href='#track-14']").await;
        until_at(reader, "#track-14").await;
        reader.tap("#track-14 .way-back").await;
        until_at(reader, ".prose a[href='#track-14']").await;
    });
}

#[test]
fn a_tap_on_a_bar_leads_to_its_row() {
    on_a_phone(async |reader| {
        for track in [14, 26] {
            let across = (f64::from(track) - 0.5) / 26.0;
            reader.tap_within(".shape input", across, 0.9).await;
            until_at(reader, &format!("#track-{track}")).await;
        }
    });
}

#[test]
fn what_is_found_is_in_view_below_the_box_that_was_tapped() {
    on_a_phone(async |reader| {
        reader.tap("#q").await;
        assert_eq!(reader.focus().await, "q");
        reader.type_into("q", "storm").await;
        reader.until_shown(&[1, 13]).await;
        for seen in ["#q", "#track-1", "#track-13"] {
            assert!(reader.sees(seen).await.is_some(), "{seen} is not in view");
        }
    });
}

#[test]
fn both_thumbs_are_moved_with_a_finger() {
    on_a_phone(async |reader| {
        let [min, max] = [
            value(reader, "min-length").await,
            value(reader, "max-length").await,
        ];
        // The thumbs stand a little inside the two ends.
        reader.drag("#max-length", 0.97, 0.6).await;
        let lower = value(reader, "max-length").await;
        assert!(lower < max - 60, "the upper thumb is at {lower}");
        reader.drag("#min-length", 0.03, 0.3).await;
        let higher = value(reader, "min-length").await;
        assert!(higher > min + 60, "the lower thumb is at {higher}");
        let rows = reader.rows().await;
        let fitting = rows
            .iter()
            .filter(|row| (higher..=lower).contains(&row.seconds));
        let fitting: Vec<u32> = fitting.map(|row| row.number()).collect();
        assert!(!fitting.is_empty() && fitting.len() < 26, "{fitting:?}");
        reader.until_shown(&fitting).await;
    });
}

#[test]
fn a_tap_on_a_header_sorts() {
    on_a_phone(async |reader| {
        reader.tap("#tracks th.length button").await;
        reader.until_address("search", "?sort=length").await;
        assert_eq!(reader.sorted().await[2].as_deref(), Some("ascending"));
    });
}
