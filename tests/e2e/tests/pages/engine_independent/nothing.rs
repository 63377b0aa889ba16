//! Messages for a search without results and for one with unrecognized parts.

use e2e::{BrowserPage, until};
use fantoccini::key::Key;

use crate::{Plan, all_tracks, scenario};

async fn until_gone(reader: &BrowserPage) {
    until("no notice", async || {
        reader.texts("#no-match").await.is_empty().then_some(())
    })
    .await;
}

async fn hint(reader: &BrowserPage) -> String {
    reader.texts("#q-understood").await.concat()
}

/// Waits for this text in the live region.
async fn until_spoken(reader: &BrowserPage, wanted: &str) {
    let script = "return document.querySelector('.status [role=status]').textContent";
    until(&format!("{wanted:?} to be spoken"), async || {
        (reader.ask::<String>(script, []).await == wanted).then_some(())
    })
    .await;
}

#[test]
fn a_misspelt_title_suggests_the_right_one() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        assert_eq!(reader.texts("#no-match").await, [""; 0]);
        reader.type_into("q", "excange").await;
        reader.until_shown(&[]).await;
        until("the nearest title to be offered", async || {
            let notice = reader.texts("#no-match").await.concat();
            assert!(notice.contains("No track matches"), "{notice}");
            notice.contains("Did you mean").then_some(())
        })
        .await;
        reader.press_button("The Exchange").await;
        reader.until_shown(&[14]).await;
        assert_eq!(reader.value("q").await, "The Exchange");
        reader.until_address("search", "?q=The+Exchange").await;
        until_gone(reader).await;
    });
}

#[test]
fn the_clear_button_shows_every_track() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "zzzz").await;
        reader.until_shown(&[]).await;
        let offers = reader.texts("#no-match button").await;
        assert_eq!(offers, ["Show all tracks"], "nothing is near");
        reader.press_button("Show all tracks").await;
        reader.until_shown(&all_tracks()).await;
        assert_eq!(reader.value("q").await, "");
        until_gone(reader).await;
    });
}

#[test]
fn an_empty_length_range_is_reported_and_can_be_cleared() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "storm").await;
        reader.press("min-length", Key::End, 1).await;
        reader.until_shown(&[]).await;
        let offers = reader.texts("#no-match button").await;
        assert_eq!(offers, ["Show all tracks"], "storm is spelt right");
        reader.press_button("Show all tracks").await;
        reader.until_shown(&all_tracks()).await;
        assert_eq!(reader.value("min-length").await, "62");
        until_gone(reader).await;
    });
}

#[test]
fn an_unrecognized_length_is_searched_as_words_and_reported() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        assert_eq!(hint(reader).await, "");
        reader.type_into("q", ">abc").await;
        reader.until_shown(&[]).await;
        let line = hint(reader).await;
        assert!(line.contains("“>abc” is searched as words"), "{line}");
        assert!(!reader.texts("#no-match").await.is_empty());
        reader.clear().await;
        reader.type_into("q", ">storm").await;
        reader.until_shown(&[1, 13]).await;
        let line = hint(reader).await;
        assert!(line.contains("“>storm” is searched as words"), "{line}");
        reader.clear().await;
        reader.type_into("q", ">5:00").await;
        reader.until_shown(&[6, 9, 14, 16, 17, 22, 23]).await;
        assert_eq!(hint(reader).await, "");
    });
}

#[test]
fn the_search_is_described_beside_the_status() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        let words = async || reader.texts(".in-words").await.concat();
        assert_eq!(words().await, "");
        reader.type_into("q", "storm >2:00").await;
        reader.until_shown(&[13]).await;
        assert_eq!(words().await, "title has “storm”, longer than 2:00");
        assert_eq!(reader.status().await, "1 of 26 tracks · 2:07");
        reader.press("max-length", Key::Left, 1).await;
        until("the thumb in words", async || {
            (words().await == "title has “storm”, longer than 2:00, 6:56 or shorter").then_some(())
        })
        .await;
    });
}

#[test]
fn the_result_is_announced() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "storm").await;
        until_spoken(reader, "2 of 26 tracks · 3:19, title has “storm”").await;
        reader.clear().await;
        reader.type_into("q", "zzzz").await;
        until_spoken(reader, "No track matches.").await;
        reader.clear().await;
        until_spoken(reader, "26 tracks · 1:35:45").await;
    });
}

#[test]
fn suggestions_and_unrecognized_parts_are_announced() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "excange").await;
        until_spoken(reader, "No track matches. Did you mean The Exchange?").await;
        reader.clear().await;
        reader.type_into("q", ">storm").await;
        let hint = "“>storm” is searched as words: a length is written 4:30, a range 2:00..4:00.";
        let found = "2 of 26 tracks · 3:19, title has “>storm”";
        until_spoken(reader, &format!("{found} {hint}")).await;
    });
}

/// A screen reader announces each change of the live region.
#[test]
fn no_match_is_announced_once_and_not_at_each_key() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        let listen = "
            window.spoken = [];
            const line = document.querySelector('.status [role=status]');
            new MutationObserver(() => spoken.push(line.textContent))
                .observe(line, { childList: true, characterData: true, subtree: true });";
        reader.ask::<()>(listen, []).await;
        for (typed, address) in [("zzz", "?q=zzz"), ("zz", "?q=zzzzz"), ("z", "?q=zzzzzz")] {
            reader.type_into("q", typed).await;
            reader.until_address("search", address).await;
        }
        let spoken = "return new Promise((then) => setTimeout(() => then(spoken)))";
        let spoken: Vec<String> = reader.ask(spoken, []).await;
        assert_eq!(spoken, ["No track matches."]);
    });
}

#[test]
fn the_no_match_notice_is_in_view_in_any_window() {
    scenario(Plan::default(), async |reader| {
        for (width, height) in [(900, 700), (640, 400), (390, 844), (320, 568), (1280, 720)] {
            reader.resize(width, height).await;
            reader.open_live("").await;
            reader.strike('/').await;
            reader.type_into("q", "zzz").await;
            until(&format!("the notice in view at {width} px"), async || {
                reader.sees("#no-match > p").await
            })
            .await;
            assert!(reader.sees("#q").await.is_some(), "the box at {width} px");
        }
    });
}

#[test]
fn the_focus_stays_near_a_chosen_suggestion() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "excange").await;
        reader.press_button("The Exchange").await;
        reader.until_shown(&[14]).await;
        assert_eq!(reader.focus().await, "track-status");
    });
}

#[test]
fn a_query_of_ten_thousand_letters_keeps_the_status_short() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        let ask = "
            const q = document.getElementById('q');
            q.value = 'a'.repeat(10_000);
            q.dispatchEvent(new Event('input', { bubbles: true }));";
        reader.ask::<()>(ask, []).await;
        reader.until_shown(&[]).await;
        let status = reader.area(".status").await;
        assert!(status.bottom - status.top < 120.0, "{status:?}");
    });
}
