//! Malformed and hostile addresses: never an error, and never an empty list
//! without a message.

use e2e::{BrowserPage, page, until};
use fantoccini::key::Key;

use crate::{Plan, all_tracks, scenario};

/// More letters than any title, and fewer than a server's limit for addresses.
const MUCH: usize = 60_000;

/// Addresses that a browser, a server or a script of the page may change or
/// refuse before the app reads them.
fn loaded() -> [String; 8] {
    [
        "?".to_owned(),
        "?&&&=&==&".to_owned(),
        "?q=%E0%A4%A".to_owned(),
        "?q=%00".to_owned(),
        "?q=<script>alert(1)</script>".to_owned(),
        "?q=is#%E0%A4%A".to_owned(),
        format!("?q={}", "a".repeat(MUCH)),
        format!("?{}", "x=1&".repeat(MUCH / 4)),
    ]
}

/// Addresses that a step in the history brings to the app as they are.
fn hostile() -> Vec<String> {
    let mut addresses: Vec<String> = [
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
        "?q=%FF%FE%80",
        "?q=%ZZ%25%",
        "?q=sto%00rm",
        "?q=%00%01%02%1B%7F%C2%9F",
        "?q=%E2%80%AEmrots%E2%80%AC%E2%81%A6%D8%9C",
        "?q=%EF%BB%BF%E2%80%8B%E2%80%8D",
        "?q=%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7%CC%81%CC%81%CC%81",
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
    ]
    .map(str::to_owned)
    .into();
    addresses.push(format!("?q={}", "%22-".repeat(MUCH / 4)));
    addresses.push(format!("?q={}", "a+".repeat(MUCH / 2)));
    addresses.push(format!("?min={0}&max={0}:00", "9".repeat(MUCH / 2)));
    addresses
}

/// The rows, the status line and the notice agree: either there are rows, or
/// there is a message with a way out.
async fn assert_explained(reader: &BrowserPage, address: &str) {
    let state = async || {
        let rows = reader.rows().await;
        assert_eq!(rows.len(), 26, "{address}");
        let right = reader.status().await == page::status_of(&rows);
        let none = !rows.iter().any(|row| row.shown);
        let notice = reader.texts("#no-match").await.concat();
        let explained = notice.contains("No track matches");
        (right && none == explained).then_some(())
    };
    until(&format!("an explanation of {address:.80}"), state).await;
}

/// The page can still be searched: after the notice's way out, where nothing
/// matched, and from the box. The rows may be in any order.
async fn assert_usable(reader: &BrowserPage) {
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
fn no_address_breaks_the_page_or_gives_an_unexplained_empty_list() {
    scenario(Plan::default(), async |reader| {
        for address in loaded() {
            reader.open_live(&address).await;
            assert_explained(reader, &address).await;
            assert!(reader.client.get_alert_text().await.is_err(), "{address}");
            assert_usable(reader).await;
        }
    });
}

#[test]
fn no_address_in_the_history_breaks_the_page() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        for (at, address) in hostile().into_iter().enumerate() {
            reader.step_to(&address).await;
            assert_explained(reader, &address).await;
            assert!(reader.client.get_alert_text().await.is_err(), "{address}");
            if at % 8 == 0 {
                assert_usable(reader).await;
            }
        }
    });
}

/// No server accepts such a long address, but a page can set one itself.
#[test]
fn going_back_to_an_address_of_a_megabyte_works() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        for unit in ["a", "%22-"] {
            let write = "
                history.pushState(null, '', '?q=' + arguments[0].repeat(arguments[1]));
                history.pushState(null, '', '?q=storm');
                history.back();";
            let times = 1_000_000 / unit.len();
            reader.ask::<()>(write, [unit.into(), times.into()]).await;
            until("the long address", async || {
                // Checked by length: transferring the address would take long.
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
