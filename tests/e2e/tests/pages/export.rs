//! Exporting the visible tracks: as a file, or to the clipboard.

use e2e::{BrowserPage, until};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{Plan, scenario};

/// A file that the page gave the browser to save.
#[derive(Deserialize)]
struct Saved {
    name: String,
    kind: String,
    text: String,
}

/// Intercepts downloads.
const CATCH_FILES: &str = "
    window.saved = null;
    let taken;
    const give = URL.createObjectURL;
    URL.createObjectURL = (blob) => { taken = blob; return give.call(URL, blob); };
    HTMLAnchorElement.prototype.click = function () {
        const { download: name } = this;
        const { type: kind } = taken;
        taken.text().then((text) => { window.saved = { name, kind, text }; });
    };";

/// Replaces the clipboard by one that accepts or refuses a copy.
const CATCH_COPIES: &str = "
    window.copied = null;
    const [takes] = arguments;
    Object.defineProperty(navigator.clipboard, 'writeText', { value: (text) => {
        if (!takes) return Promise.reject(new Error('refused'));
        window.copied = text;
        return Promise.resolve();
    } });";

async fn save(reader: &BrowserPage, button: &str) -> Saved {
    reader.ask::<()>("window.saved = null", []).await;
    reader.press_button(button).await;
    until("a file", async || {
        reader.ask::<Option<Saved>>("return window.saved", []).await
    })
    .await
}

/// Shows tracks 13 and 1, in this order.
async fn show_two(reader: &BrowserPage) {
    reader.open_live("?q=storm&sort=-length").await;
    reader.until_shown(&[13, 1]).await;
}

async fn until_said(reader: &BrowserPage, wanted: &str) {
    until(&format!("{wanted:?}"), async || {
        let said = reader.texts(".take-along [role=status]").await.concat();
        said.contains(wanted).then_some(())
    })
    .await;
}

#[test]
fn visible_tracks_are_saved_as_csv_in_their_order() {
    scenario(Plan::default(), async |reader| {
        show_two(reader).await;
        reader.ask::<()>(CATCH_FILES, []).await;
        let file = save(reader, "Save as CSV").await;
        assert_eq!(file.name, "mission-impossible-fallout.csv");
        assert_eq!(file.kind, "text/csv");
        assert_eq!(
            file.text,
            "number,title,length,seconds\r\n13,I Am the Storm,2:07,127\r\n1,A Storm Is Coming,1:12,72\r\n"
        );
    });
}

#[test]
fn a_title_with_a_comma_is_quoted_in_csv() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("?q=mr%20hunt").await;
        reader.until_shown(&[5]).await;
        reader.ask::<()>(CATCH_FILES, []).await;
        let file = save(reader, "Save as CSV").await;
        assert_eq!(
            file.text,
            "number,title,length,seconds\r\n5,\"Good Evening, Mr. Hunt\",4:19,259\r\n"
        );
    });
}

#[test]
fn visible_tracks_are_saved_as_json_in_their_order() {
    scenario(Plan::default(), async |reader| {
        show_two(reader).await;
        reader.ask::<()>(CATCH_FILES, []).await;
        let file = save(reader, "Save as JSON").await;
        assert_eq!(file.name, "mission-impossible-fallout.json");
        assert_eq!(file.kind, "application/json");
        let tracks: Value = serde_json::from_str(&file.text).expect("it is JSON");
        let wanted = json!([
            { "number": 13, "title": "I Am the Storm", "seconds": 127 },
            { "number": 1, "title": "A Storm Is Coming", "seconds": 72 },
        ]);
        assert_eq!(tracks, wanted);
    });
}

#[test]
fn the_whole_album_is_saved_with_the_fields_of_the_embedded_data() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.ask::<()>(CATCH_FILES, []).await;
        let file = save(reader, "Save as JSON").await;
        let tracks: Value = serde_json::from_str(&file.text).expect("it is JSON");
        let embedded = "
            const data = JSON.parse(document.getElementById('review-data').textContent);
            return data.review.album.tracks;";
        assert_eq!(tracks, reader.ask::<Value>(embedded, []).await);
        let file = save(reader, "Save as CSV").await;
        assert_eq!(file.text.lines().count(), 27);
    });
}

#[test]
fn visible_tracks_are_copied_as_text_in_their_order() {
    scenario(Plan::default(), async |reader| {
        show_two(reader).await;
        reader.ask::<()>(CATCH_COPIES, [true.into()]).await;
        reader.press_button("Copy").await;
        until_said(reader, "Copied").await;
        assert_eq!(
            reader.ask::<String>("return window.copied", []).await,
            "13. I Am the Storm (2:07)\n1. A Storm Is Coming (1:12)\n"
        );
    });
}

#[test]
fn the_copied_message_stays_until_the_next_search() {
    scenario(Plan::default(), async |reader| {
        show_two(reader).await;
        reader.ask::<()>(CATCH_COPIES, [true.into()]).await;
        reader.press_button("Copy").await;
        until_said(reader, "Copied").await;
        reader.type_into("q", " is").await;
        reader.until_shown(&[1]).await;
        until("nothing to be said of another list", async || {
            let said = reader.texts(".take-along [role=status]").await.concat();
            said.trim().is_empty().then_some(())
        })
        .await;
    });
}

#[test]
fn a_refused_copy_is_reported_and_saving_still_works() {
    scenario(Plan::default(), async |reader| {
        show_two(reader).await;
        reader.ask::<()>(CATCH_COPIES, [false.into()]).await;
        reader.ask::<()>(CATCH_FILES, []).await;
        reader.press_button("Copy").await;
        until_said(reader, "did not allow copying").await;
        assert_eq!(save(reader, "Save as CSV").await.text.lines().count(), 3);
    });
}

/// As on a page without TLS.
#[test]
fn a_missing_clipboard_is_reported() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        let without = "delete Navigator.prototype.clipboard";
        reader.ask::<()>(without, []).await;
        reader.press_button("Copy").await;
        until_said(reader, "did not allow copying").await;
    });
}
