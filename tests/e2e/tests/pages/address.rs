//! A search in the page's address: shared, in the browser's history, edited by
//! hand, and malformed.

use std::time::Duration;

use e2e::{BrowserPage, until};
use fantoccini::key::Key;
use tokio::time::sleep;

use crate::{Plan, all_tracks, scenario};

/// Tracks longer than 5:00, longest first.
const LONG_ONES: [u32; 7] = [17, 9, 23, 14, 6, 22, 16];

/// Tracks from 2:00 to 4:30.
const MIDDLING_ONES: [u32; 12] = [2, 3, 5, 7, 10, 11, 13, 18, 19, 20, 24, 25];

async fn entries(reader: &BrowserPage) -> u32 {
    reader.ask("return history.length", []).await
}

async fn back(reader: &BrowserPage) {
    let gone = reader.client.back().await;
    gone.expect("there is an entry to go back to");
}

async fn forward(reader: &BrowserPage) {
    let gone = reader.client.forward().await;
    gone.expect("there is an entry to go forward to");
}

async fn until_in_box(reader: &BrowserPage, text: &str) {
    let what = format!("{text:?} in the box");
    until(&what, async || {
        (reader.value("q").await == text).then_some(())
    })
    .await;
}

#[test]
fn a_link_to_a_search_for_words_opens_it() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("?q=fate%20warrior").await;
        reader.until_shown(&[19]).await;
        assert_eq!(reader.value("q").await, "fate warrior");
        assert_eq!(reader.status().await, "1 of 26 tracks · 3:54");
        assert_eq!(reader.sorted().await[0].as_deref(), Some("ascending"));
    });
}

#[test]
fn a_link_to_a_search_by_length_opens_it_in_its_order() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("?q=%3E5%3A00&sort=-length").await;
        reader.until_shown(&LONG_ONES).await;
        assert_eq!(reader.value("q").await, ">5:00");
        let sorted = reader.sorted().await;
        assert_eq!(sorted, [None, None, Some("descending".to_owned())]);
    });
}

#[test]
fn a_link_to_a_range_opens_it_with_both_thumbs_in_place() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("?min=2:00&max=4:30").await;
        reader.until_shown(&MIDDLING_ONES).await;
        let places = [
            reader.value("min-length").await,
            reader.value("max-length").await,
        ];
        assert_eq!(places, ["120", "270"]);
        let spoken = "return ['min-length', 'max-length']
            .map((id) => document.getElementById(id).getAttribute('aria-valuetext'))";
        let spoken: [String; 2] = reader.ask(spoken, []).await;
        assert_eq!(spoken, ["2:00", "4:30"]);
        assert_eq!(reader.texts(".bounds span").await, ["2:00", "4:30"]);
        assert_eq!(reader.value("q").await, "");
    });
}

#[test]
fn a_link_to_a_search_keeps_its_address_and_adds_no_history() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        // In some browsers the first, empty page is a history entry of its own.
        let first = entries(reader).await;
        let addresses = ["?q=fate%20warrior", "?min=2:00&max=4:30&sort=-length"];
        for (before, address) in (first..).zip(addresses) {
            reader.open_live(address).await;
            until("fewer tracks", async || {
                (reader.shown().await.len() < 26).then_some(())
            })
            .await;
            assert_eq!(reader.address("search").await, address);
            assert_eq!(entries(reader).await, before + 1);
        }
    });
}

#[test]
fn typing_adds_one_history_entry() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        let before = entries(reader).await;
        reader.type_into("q", "storm").await;
        reader.until_shown(&[1, 13]).await;
        reader.until_address("search", "?q=storm").await;
        reader.type_into("q", " is >1").await;
        reader.until_shown(&[1]).await;
        reader.until_address("search", "?q=storm+is+%3E1").await;
        reader.press("min-length", Key::Right, 3).await;
        reader
            .until_address("search", "?q=storm+is+%3E1&min=1:05")
            .await;
        assert_eq!(entries(reader).await, before + 1);
    });
}

#[test]
fn back_leaves_the_search_and_forward_returns_to_it() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "storm").await;
        reader.until_address("search", "?q=storm").await;
        reader.click("#tracks th.length button").await;
        reader.until_address("search", "?q=storm&sort=length").await;
        reader.press("max-length", Key::Left, 1).await;
        let wanted = "?q=storm&max=6:56&sort=length";
        reader.until_address("search", wanted).await;
        for _ in 0..2 {
            back(reader).await;
            reader.until_shown(&all_tracks()).await;
            assert_eq!(reader.address("search").await, "");
            until_in_box(reader, "").await;
            assert_eq!(reader.sorted().await[2], None);
            assert_eq!(reader.value("max-length").await, "417");
            forward(reader).await;
            reader.until_shown(&[1, 13]).await;
            assert_eq!(reader.address("search").await, wanted);
            until_in_box(reader, "storm").await;
            assert_eq!(reader.value("max-length").await, "416");
        }
    });
}

#[test]
fn going_back_and_forward_does_not_scroll() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        let height = || async { reader.ask::<f64>("return scrollY", []).await };
        let scroll = "scrollTo({ top: 400, behavior: 'instant' })";
        reader.ask::<()>(scroll, []).await;
        assert_eq!(height().await, 400.0);
        reader.type_into("q", "storm").await;
        reader.until_address("search", "?q=storm").await;
        assert_eq!(height().await, 400.0);
        back(reader).await;
        reader.until_shown(&all_tracks()).await;
        assert_eq!(height().await, 400.0);
        forward(reader).await;
        reader.until_shown(&[1, 13]).await;
        assert_eq!(height().await, 400.0);
    });
}

/// The browser knows where the reader was. Chromium goes to the row by itself, so this
/// looks at the page's own scrolling.
#[test]
fn back_to_a_followed_link_is_left_to_the_browser() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        for id in ["track-14", "track-5"] {
            reader.click(&format!("#{id} .number a")).await;
            until("the row", async || {
                (reader.focus().await == id).then_some(())
            })
            .await;
        }
        let count = "window.scrolls = 0;
            const { scrollIntoView } = Element.prototype;
            Element.prototype.scrollIntoView = function () {
                window.scrolls += 1;
                scrollIntoView.call(this);
            };";
        reader.ask::<()>(count, []).await;
        back(reader).await;
        reader.until_address("hash", "#track-14").await;
        // It would be in one of the next frames.
        sleep(Duration::from_secs(1)).await;
        assert_eq!(reader.ask::<u32>("return window.scrolls", []).await, 0);
        // The patch counts.
        let focus = "document.querySelector('#track-9 .number a').focus()";
        reader.ask::<()>(focus, []).await;
        reader.strike(Key::Enter).await;
        until("one of the page", async || {
            let scrolls: u32 = reader.ask("return window.scrolls", []).await;
            (scrolls == 1).then_some(())
        })
        .await;
    });
}

/// The words of the search before would be read beside the whole list, and the same
/// search would say nothing new.
#[test]
fn back_from_a_search_is_spoken_and_so_is_the_same_search_again() {
    scenario(Plan::default(), async |reader| {
        let until_spoken = async |wanted: &str| {
            let spoken = "return document.querySelector('.status [role=status]').textContent";
            until(wanted, async || {
                let words = reader.ask::<String>(spoken, []).await;
                words.starts_with(wanted).then_some(())
            })
            .await;
        };
        reader.open_live("").await;
        reader.type_into("q", "storm").await;
        until_spoken("2 of 26 tracks").await;
        back(reader).await;
        reader.until_shown(&all_tracks()).await;
        until_spoken("26 tracks").await;
        reader.type_into("q", "storm").await;
        until_spoken("2 of 26 tracks").await;
    });
}

/// A new search is independent of the earlier jump.
#[test]
fn a_search_typed_after_a_jump_drops_the_stale_hash() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("?from=a%20friend#track-13").await;
        reader.type_into("q", "storm").await;
        reader
            .until_address("search", "?q=storm&from=a%20friend")
            .await;
        assert_eq!(reader.address("hash").await, "");
    });
}

/// Opening a mention from a filtered page in a new tab gives such an address.
#[test]
fn a_hash_of_a_hidden_row_clears_the_search() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("?q=storm#track-14").await;
        reader.until_shown(&all_tracks()).await;
        until("the row in view", async || reader.sees("#track-14").await).await;
        assert_eq!(reader.address("hash").await, "#track-14");
        reader.open_live("?q=storm#track-13").await;
        reader.until_shown(&[1, 13]).await;
    });
}

#[test]
fn the_results_of_a_shared_search_are_in_view() {
    scenario(Plan::default(), async |reader| {
        for (width, height) in [(390, 844), (320, 568), (1280, 800), (1366, 650)] {
            reader.resize(width, height).await;
            for (search, found) in [("?q=storm", "#track-1"), ("?q=zzzz", "#no-match")] {
                reader.open_live(search).await;
                until(&format!("{found} in view at {width} px"), async || {
                    reader.sees(found).await
                })
                .await;
            }
        }
        // Unless the address leads into the article.
        reader.resize(390, 844).await;
        reader.open_live("?q=storm#mention-1").await;
        until("the mention in view", async || {
            reader.sees("#mention-1").await
        })
        .await;
    });
}

#[test]
fn forward_returns_to_a_search_made_after_following_a_link_to_a_track() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("#track-14").await;
        reader.type_into("q", "storm").await;
        reader.until_address("search", "?q=storm").await;
        reader.until_shown(&[1, 13]).await;
        back(reader).await;
        reader.until_shown(&all_tracks()).await;
        forward(reader).await;
        reader.until_shown(&[1, 13]).await;
        assert_eq!(reader.address("search").await, "?q=storm");
        assert_eq!(reader.address("hash").await, "");
    });
}

/// A mention of a hidden track clears the search. That is a history step, which
/// Back undoes.
#[test]
fn going_back_from_a_mention_of_a_hidden_track_returns_to_the_search() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "storm").await;
        reader.until_address("search", "?q=storm").await;
        reader.until_shown(&[1, 13]).await;
        // A link across two lines has no centre that a pointer could hit.
        let follow = "document.querySelector('article a[href=\"#track-14\"]').click()";
        reader.ask::<()>(follow, []).await;
        reader.until_shown(&all_tracks()).await;
        reader.until_address("hash", "#track-14").await;
        back(reader).await;
        // Following the link may be one step and clearing the search another.
        if reader.address("hash").await == "#track-14" {
            back(reader).await;
        }
        reader.until_shown(&[1, 13]).await;
        assert_eq!(reader.address("search").await, "?q=storm");
    });
}

#[test]
fn reversed_bounds_are_swapped() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("?min=4:30&max=2:00").await;
        reader.until_shown(&MIDDLING_ONES).await;
        assert_eq!(reader.value("min-length").await, "120");
        assert_eq!(reader.value("max-length").await, "270");
    });
}

/// Back cancels the pending update of the address after typing, so that the
/// earlier address is not overwritten.
#[test]
fn going_back_while_typing_leaves_the_address_as_it_was() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        let theirs = "?utm_source=x&q=%20storm";
        let type_and_leave = "
            const [theirs, done] = arguments;
            history.pushState(null, '', theirs);
            history.pushState(null, '', '?q=fate');
            // Timers of equal length end in the order in which they were set.
            addEventListener('popstate', () => setTimeout(done, 500), { once: true });
            const box = document.getElementById('q');
            box.value = 'fate warrior';
            box.dispatchEvent(new Event('input', { bubbles: true }));
            history.back();";
        let left = reader
            .client
            .execute_async(type_and_leave, vec![theirs.into()]);
        left.await.expect("the way back, and a pause");
        assert_eq!(reader.address("search").await, theirs);
        reader.until_shown(&[1, 13]).await;
    });
}

/// The address follows half a second after the last change; this reloads at
/// once.
async fn change_and_reload(reader: &BrowserPage, id: &str, value: &str) {
    let change_and_reload = "
        const [id, value] = arguments;
        const input = document.getElementById(id);
        input.value = value;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        window.left = true;
        setTimeout(() => location.reload());";
    reader
        .ask::<()>(change_and_reload, [id.into(), value.into()])
        .await;
    until("the page to be left", async || {
        let left = "return window.left === undefined";
        // Fails while no page is loaded.
        let left = reader.client.execute(left, vec![]).await.ok()?;
        (left == true).then_some(())
    })
    .await;
    reader.until_live().await;
}

#[test]
fn a_reload_right_after_typing_keeps_the_text() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        change_and_reload(reader, "q", "storm").await;
        reader.until_shown(&[1, 13]).await;
        assert_eq!(reader.value("q").await, "storm");
        // Newer than the search in the address.
        reader.open_live("?q=fate").await;
        change_and_reload(reader, "q", "storm").await;
        reader.until_shown(&[1, 13]).await;
    });
}

#[test]
fn a_reload_right_after_clearing_keeps_the_box_empty() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("?q=fate&from=a%20friend").await;
        reader.until_shown(&[19]).await;
        change_and_reload(reader, "q", "").await;
        reader.until_shown(&all_tracks()).await;
        assert_eq!(reader.value("q").await, "");
        let search = reader.address("search").await;
        assert!(
            ["?from=a%20friend", "?from=a+friend"].contains(&&*search),
            "{search}"
        );
    });
}

#[test]
fn a_reload_right_after_moving_a_thumb_keeps_its_place() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("?max=4:30").await;
        change_and_reload(reader, "min-length", "120").await;
        reader.until_shown(&MIDDLING_ONES).await;
        assert_eq!(reader.value("min-length").await, "120");
        // Back at its end, where it limits nothing.
        reader.open_live("?min=2:00").await;
        change_and_reload(reader, "min-length", "62").await;
        reader.until_shown(&all_tracks()).await;
        assert_eq!(reader.value("min-length").await, "62");
    });
}
