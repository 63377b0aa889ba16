//! Two tabs of one site: they share the reader's settings, and each has its own
//! search.

use e2e::{BrowserPage, Deployed, deploy::later_version, until};
use fantoccini::wd::WindowHandle;

use crate::{PAGES, Plan, all_tracks, scenario, service_worker, theme::choose};

/// Opens each kind of page in its own tab; the last one is in front.
async fn two_tabs(reader: &BrowserPage) -> [WindowHandle; 2] {
    reader.open_live(PAGES[0]).await;
    service_worker::until_kept(reader).await;
    let first = reader.client.window().await.expect("a tab");
    let second = reader.client.new_window(true).await;
    let second = second.expect("another tab").handle;
    go_to(reader, &second).await;
    reader.open_live(PAGES[1]).await;
    [first, second]
}

async fn go_to(reader: &BrowserPage, tab: &WindowHandle) {
    let gone = reader.client.switch_to_window(tab.clone()).await;
    gone.expect("the tab is there");
}

#[test]
fn a_theme_applies_to_every_tab() {
    scenario(Plan::default(), async |reader| {
        let [first, second] = two_tabs(reader).await;
        for (here, there, theme) in [(&second, &first, "dark"), (&first, &second, "light")] {
            go_to(reader, here).await;
            choose(reader, theme).await;
            go_to(reader, there).await;
            let shown = "return [document.documentElement.dataset.theme,
                document.querySelector('[name=theme]:checked').value]";
            until("the other tab to show it", async || {
                let shown: [String; 2] = reader.ask(shown, []).await;
                (shown == [theme; 2]).then_some(())
            })
            .await;
        }
    });
}

#[test]
fn each_tab_has_a_search_of_its_own() {
    scenario(Plan::default(), async |reader| {
        let [first, second] = two_tabs(reader).await;
        reader.type_into("q", "storm").await;
        reader.until_address("search", "?q=storm").await;
        go_to(reader, &first).await;
        assert_eq!(reader.value("q").await, "");
        assert_eq!(reader.shown().await, all_tracks());
        reader.type_into("q", "exchange").await;
        reader.until_shown(&[14]).await;
        reader.until_address("search", "?q=exchange").await;
        go_to(reader, &second).await;
        reader.until_shown(&[1, 13]).await;
        assert_eq!(reader.value("q").await, "storm");
        assert_eq!(reader.address("search").await, "?q=storm");
    });
}

#[test]
fn a_tab_loads_the_version_that_another_tab_installed() {
    let site = Deployed::default();
    // When its address changes, Chromium may request the page's icon again, of
    // a version whose cache is gone.
    let plan = service_worker::plan(&site).expect_message(".svg - Failed to load resource");
    scenario(plan, async |reader| {
        let [first, _] = two_tabs(reader).await;
        site.put(&later_version());
        for versions in [2, 1] {
            reader.reload().await;
            reader.until_live().await;
            assert_eq!(service_worker::version(reader).await, "later");
            until("the versions to be kept", async || {
                (service_worker::kept(reader).await.len() == versions).then_some(())
            })
            .await;
            service_worker::until_kept(reader).await;
        }
        go_to(reader, &first).await;
        assert_eq!(service_worker::version(reader).await, "first");
        reader.type_into("q", "storm").await;
        reader.until_shown(&[1, 13]).await;
        reader.until_address("search", "?q=storm").await;
        reader.server.stop();
        reader.reload().await;
        reader.until_live().await;
        assert_eq!(service_worker::version(reader).await, "later");
        reader.until_shown(&[1, 13]).await;
    });
}
