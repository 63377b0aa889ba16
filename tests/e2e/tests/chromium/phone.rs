//! A phone: a narrow screen and touch input.

use e2e::{BrowserPage, Plan, scenario, until};

fn on_a_phone(run: impl AsyncFnOnce(&BrowserPage)) {
    scenario(Plan::default().on_a_phone(), async |reader| {
        reader.open_live("").await;
        let fingers = "return matchMedia('(pointer: coarse) and (max-width: 400px)').matches";
        assert!(reader.ask::<bool>(fingers, []).await, "no phone");
        run(reader).await;
        assert_eq!(reader.sideways().await, [""; 0]);
    });
}

async fn until_at(reader: &BrowserPage, row: &str) {
    until(&format!("{row} in view"), async || {
        reader.sees(&format!("{row}:target")).await
    })
    .await;
}

async fn value(reader: &BrowserPage, id: &str) -> u32 {
    reader.value(id).await.parse().expect("a thumb is a number")
}

#[test]
fn a_tap_on_a_mention_leads_to_its_row_and_back() {
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
fn results_are_in_view_below_the_tapped_box() {
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
fn both_thumbs_can_be_dragged() {
    on_a_phone(async |reader| {
        let [min, max] = [
            value(reader, "min-length").await,
            value(reader, "max-length").await,
        ];
        // The thumbs are a little inside the two ends.
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

/// Dragging along a line must not start the browser's panning, which would
/// cancel the drag.
#[test]
fn no_drag_of_a_thumb_is_cancelled_by_the_browser() {
    on_a_phone(async |reader| {
        let listen = "
            window.cancelled = 0;
            addEventListener('pointercancel', () => { window.cancelled += 1; }, true);";
        reader.ask::<()>(listen, []).await;
        reader.drag("#max-length", 0.97, 0.5).await;
        reader.drag("#cursor", 0.1, 0.7).await;
        assert_eq!(reader.ask::<u32>("return window.cancelled", []).await, 0);
        let touch = "return [...document.querySelectorAll('#app input[type=range]')]
            .map((input) => getComputedStyle(input).touchAction)";
        let touch: Vec<String> = reader.ask(touch, []).await;
        assert_eq!(touch, ["pan-y"; 3]);
    });
}

/// The tap must not show a button under the finger and then press it.
#[test]
fn a_tap_on_a_title_copies_nothing() {
    on_a_phone(async |reader| {
        for track in 1..=16 {
            for across in [0.6, 0.8, 0.95] {
                reader
                    .tap_within(&format!("#track-{track} .title"), across, 0.5)
                    .await;
            }
        }
        let copied = "return [...document.querySelectorAll('#tracks .copy')]
            .filter((button) => button.textContent !== 'Copy link').length";
        assert_eq!(reader.ask::<u32>(copied, []).await, 0);
    });
}

#[test]
fn the_link_to_the_tracks_is_always_in_view() {
    on_a_phone(async |reader| {
        let middle = "document.querySelectorAll('.prose p')[5].scrollIntoView()";
        reader.ask::<()>(middle, []).await;
        until("the way in view", async || reader.sees(".to-tracks").await).await;
        reader.tap(".to-tracks").await;
        until("the box alone in view", async || {
            let covers = reader.sees(".to-tracks").await.is_some();
            reader.sees("#q").await.filter(|()| !covers)
        })
        .await;
    });
}
