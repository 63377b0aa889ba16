//! A search in the page's address: shared, gone back to, edited by hand, and
//! made up by someone who means no good.

use browser_tests::{Reader, page, until};
use fantoccini::key::Key;

use crate::{Plan, all_tracks, story};

/// Tracks longer than 5:00, the longest first.
const LONG_ONES: [u32; 7] = [17, 9, 23, 14, 6, 22, 16];

/// Tracks of 2:00 to 4:30.
const MIDDLING_ONES: [u32; 12] = [2, 3, 5, 7, 10, 11, 13, 18, 19, 20, 24, 25];

/// More than any title, and less than what a server takes for an address.
const MUCH: usize = 60_000;

async fn entries(reader: &Reader) -> u32 {
    reader.ask("return history.length", []).await
}

async fn back(reader: &Reader) {
    let gone = reader.client.back().await;
    gone.expect("there is an entry to go back to");
}

async fn forward(reader: &Reader) {
    let gone = reader.client.forward().await;
    gone.expect("there is an entry to go forward to");
}

async fn until_in_box(reader: &Reader, text: &str) {
    let what = format!("{text:?} in the box");
    until(&what, async || {
        (reader.value("q").await == text).then_some(())
    })
    .await;
}

#[test]
fn a_link_to_a_search_for_words_opens_it() {
    story(Plan::default(), async |reader| {
        reader.open_live("?q=fate%20warrior").await;
        reader.until_shown(&[19]).await;
        assert_eq!(reader.value("q").await, "fate warrior");
        assert_eq!(reader.status().await, "1 of 26 tracks · 3:54");
        assert_eq!(reader.sorted().await[0].as_deref(), Some("ascending"));
    });
}

#[test]
fn a_link_to_a_search_by_length_opens_it_in_its_order() {
    story(Plan::default(), async |reader| {
        reader.open_live("?q=%3E5%3A00&sort=-length").await;
        reader.until_shown(&LONG_ONES).await;
        assert_eq!(reader.value("q").await, ">5:00");
        let sorted = reader.sorted().await;
        assert_eq!(sorted, [None, None, Some("descending".to_owned())]);
    });
}

#[test]
fn a_link_to_a_range_opens_it_with_both_thumbs_in_place() {
    story(Plan::default(), async |reader| {
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
fn a_link_to_a_search_keeps_its_address_and_makes_no_history() {
    story(Plan::default(), async |reader| {
        reader.open_live("").await;
        // In some browsers the first, empty page is an entry of its own.
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
fn typing_is_written_into_the_address_as_one_history_entry() {
    story(Plan::default(), async |reader| {
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
    story(Plan::default(), async |reader| {
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
fn going_back_and_forward_leaves_the_page_where_it_is() {
    story(Plan::default(), async |reader| {
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

#[test]
fn a_search_keeps_the_track_that_the_address_leads_to() {
    story(Plan::default(), async |reader| {
        reader.open_live("?from=a%20friend#track-13").await;
        reader.type_into("q", "storm").await;
        reader
            .until_address("search", "?q=storm&from=a%20friend")
            .await;
        assert_eq!(reader.address("hash").await, "#track-13");
        reader.clear().await;
        reader.until_address("search", "?from=a%20friend").await;
        assert_eq!(reader.address("hash").await, "#track-13");
    });
}

/// The address also leads to a track that the search hides: whoever goes
/// forward asks for the search, not for the track.
#[test]
fn forward_returns_to_a_search_made_after_following_a_link_to_a_track() {
    story(Plan::default(), async |reader| {
        reader.open_live("#track-14").await;
        reader.type_into("q", "storm").await;
        reader.until_address("search", "?q=storm").await;
        reader.until_shown(&[1, 13]).await;
        back(reader).await;
        reader.until_shown(&all_tracks()).await;
        forward(reader).await;
        reader.until_shown(&[1, 13]).await;
        assert_eq!(reader.address("search").await, "?q=storm");
        assert_eq!(reader.address("hash").await, "#track-14");
    });
}

/// A mention of a hidden track makes the search give way; that is a step of
/// the reader's, and going back takes it back.
#[test]
fn going_back_from_a_mention_of_a_hidden_track_returns_to_the_search() {
    story(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "storm").await;
        reader.until_address("search", "?q=storm").await;
        reader.until_shown(&[1, 13]).await;
        // A link across two lines has no middle that a pointer could hit.
        let follow = "document.querySelector('article a[href=\"#track-14\"]').click()";
        reader.ask::<()>(follow, []).await;
        reader.until_shown(&all_tracks()).await;
        reader.until_address("hash", "#track-14").await;
        back(reader).await;
        // The link itself may be one step, its giving way another.
        if reader.address("hash").await == "#track-14" {
            back(reader).await;
        }
        reader.until_shown(&[1, 13]).await;
        assert_eq!(reader.address("search").await, "?q=storm");
    });
}

fn hostile() -> Vec<String> {
    let mut addresses: Vec<String> = [
        "?",
        "?&&&=&==&",
        "?utm_source=x&q&min&max&sort",
        "?constructor=1&__proto__=2&toString=3",
        "?min=9:00&max=1:00",
        "?min=99999:00",
        "?max=0:00",
        "?min=-1:00&max=abc",
        "?min=99999999999999999999:00",
        "?sort=--length",
        "?sort=%2Dlength&sort=title",
        "?q=%",
        "?q=%E0%A4%A",
        "?q=%FF%FE%80",
        "?q=%ZZ%25%",
        "?q=%00",
        "?q=sto%00rm",
        "?q=%00%01%02%1B%7F%C2%9F",
        "?q=%E2%80%AEmrots%E2%80%AC%E2%81%A6%D8%9C",
        "?q=%EF%BB%BF%E2%80%8B%E2%80%8D",
        "?q=%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7%CC%81%CC%81%CC%81",
        "?q=<script>alert(1)</script>",
        "?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "?q=javascript:alert(1)",
        "?q=%22",
        "?q=-",
        "?q=--%22%22--",
        "?q=%23%20at:%20..%20%3E%3C%3D",
        "?q=%23999999999999999999999",
        "?q=at:99999999:99:99",
        "?q=title:title:title:",
        "?q=%0D%0AX-Header:%20y",
        "?q=storm%23track-1&q=zzzz",
        "?q=storm#%3Cscript%3E",
        "?q=storm#%E0%A4%A",
    ]
    .map(str::to_owned)
    .into();
    addresses.push(format!("?q={}", "a".repeat(MUCH)));
    addresses.push(format!("?q={}", "%22-".repeat(MUCH / 4)));
    addresses.push(format!("?q={}", "a+".repeat(MUCH / 2)));
    addresses.push(format!("?{}", "x=1&".repeat(MUCH / 4)));
    addresses.push(format!("?min={0}&max={0}:00", "9".repeat(MUCH / 2)));
    addresses
}

/// The rows, the status line and the notice agree: some tracks, or the words
/// that there are none and a way out.
async fn assert_explained(reader: &Reader, address: &str) {
    let state = async || {
        let rows = reader.rows().await;
        assert_eq!(rows.len(), 26, "{address}");
        let told = reader.status().await == page::status_of(&rows);
        let none = !rows.iter().any(|row| row.shown);
        let notice = reader.texts("#no-match").await.concat();
        let explained = notice.contains("No track matches");
        (told && none == explained).then_some(())
    };
    until(&format!("an explanation of {address:.80}"), state).await;
}

/// Still a page that can be searched: by the notice's way out, where the address
/// leaves nothing, and from the box. The order may be any.
async fn assert_usable(reader: &Reader) {
    let until_any_order = async |wanted: &[u32]| {
        until(&format!("the tracks {wanted:?}"), async || {
            let mut shown = reader.shown().await;
            shown.sort_unstable();
            (shown == wanted).then_some(())
        })
        .await;
    };
    let way_out = "document.querySelector('#no-match > button')?.click()";
    reader.ask::<()>(way_out, []).await;
    reader.press("q", Key::Escape, 1).await;
    until_any_order(&all_tracks()).await;
    reader.type_into("q", "storm").await;
    until_any_order(&[1, 13]).await;
}

#[test]
fn no_address_ends_the_page_or_leaves_a_list_that_is_empty_without_a_word() {
    story(Plan::default(), async |reader| {
        for address in hostile() {
            // Where only the hash differs, the page would not be opened anew.
            let away = reader.client.goto("about:blank").await;
            away.expect("the empty page opens");
            reader.open_live(&address).await;
            assert_explained(reader, &address).await;
            assert!(reader.client.get_alert_text().await.is_err(), "{address}");
            assert_usable(reader).await;
        }
    });
}

/// No server takes so long an address, but a page can write one itself.
#[test]
fn going_back_to_an_address_of_a_megabyte_is_no_harm() {
    story(Plan::default(), async |reader| {
        reader.open_live("").await;
        for unit in ["a", "%00", "a+", "%22-", "%E2%80%AE"] {
            let write = "
                history.pushState(null, '', '?q=' + arguments[0].repeat(arguments[1]));
                history.pushState(null, '', '?q=storm');
                history.back();";
            let times = 1_000_000 / unit.len();
            reader.ask::<()>(write, [unit.into(), times.into()]).await;
            until("the long address", async || {
                // Told by its length: it would take long to be handed over.
                let long = "return location.search.length > 100_000";
                reader.ask::<bool>(long, []).await.then_some(())
            })
            .await;
            assert_explained(reader, unit).await;
            assert!(reader.value("q").await.len() <= 2_000);
            assert_usable(reader).await;
        }
    });
}

#[test]
fn bounds_the_wrong_way_round_are_swapped() {
    story(Plan::default(), async |reader| {
        reader.open_live("?min=4:30&max=2:00").await;
        reader.until_shown(&MIDDLING_ONES).await;
        assert_eq!(reader.value("min-length").await, "120");
        assert_eq!(reader.value("max-length").await, "270");
    });
}
