//! Leaving the page by a link and going back, from the back/forward cache or by
//! a new load. Either way the search is restored and works.

use e2e::{BrowserPage, Faults, page, until};

use crate::{
    PAGES, Plan, all_tracks, engine_independent::series, scenario, service_worker::until_kept,
    storage, theme::choose,
};

/// Records whether the page comes from the back/forward cache.
const MARK: &str = "addEventListener('pageshow', ({ persisted }) => { window.kept = persisted; });";

/// Keeps Chromium and Firefox from caching the page: they do not cache a page
/// with an `unload` listener.
const NOT_KEPT: &str = "addEventListener('unload', () => {});";

async fn back(reader: &BrowserPage) {
    let gone = reader.client.back().await;
    gone.expect("there is an entry to go back to");
}

async fn is_kept(reader: &BrowserPage) -> bool {
    reader.ask("return window.kept === true", []).await
}

/// Does `here` on the front page, leaves it for another, does `there` and goes
/// back, until the browser has restored the page from its cache: it does not
/// soon after the start, while work is pending, nor when memory is short.
async fn return_until_kept(reader: &BrowserPage, here: impl AsyncFn(), there: impl AsyncFn()) {
    until("the browser to keep the page", async || {
        reader.ask::<()>(MARK, []).await;
        here().await;
        reader.open_live(PAGES[1]).await;
        there().await;
        back(reader).await;
        reader.until_live().await;
        is_kept(reader).await.then_some(())
    })
    .await;
}

/// Without a driver click: Firefox does not cache a page that its driver has
/// clicked.
async fn choose_quietly(reader: &BrowserPage, theme: &str) {
    let choose = "document.querySelector(`[name=theme][value=${arguments[0]}]`).click()";
    reader.ask::<()>(choose, [theme.into()]).await;
}

async fn shown_theme(reader: &BrowserPage) -> [String; 2] {
    let theme = "return [document.documentElement.dataset.theme,
        document.querySelector('[name=theme]:checked').value]";
    reader.ask(theme, []).await
}

/// Opens the front page and waits for the worker: when it takes control of
/// cached pages, the browser discards them.
async fn open_settled(reader: &BrowserPage) {
    reader.open_live("").await;
    until_kept(reader).await;
}

async fn search(reader: &BrowserPage) {
    open_settled(reader).await;
    reader.type_into("q", "storm").await;
    reader.until_address("search", "?q=storm").await;
}

async fn assert_works(reader: &BrowserPage) {
    reader.until_shown(&[1, 13]).await;
    // WebKit resets the box of a cached page in a task of its own.
    until("the text in the box", async || {
        (reader.value("q").await == "storm").then_some(())
    })
    .await;
    let status = page::status_of(&reader.rows().await);
    assert_eq!(reader.status().await, status);
    reader.clear().await;
    reader.until_shown(&all_tracks()).await;
    reader.type_into("q", "exchange").await;
    reader.until_shown(&[14]).await;
    reader.until_address("search", "?q=exchange").await;
    // The search was one history step, before the page was left.
    back(reader).await;
    reader.until_shown(&all_tracks()).await;
    assert_eq!(reader.value("q").await, "");
}

#[test]
fn a_page_from_the_bfcache_is_unchanged_and_works() {
    scenario(Plan::default().with_transitions(), async |reader| {
        search(reader).await;
        return_until_kept(reader, async || (), async || ()).await;
        assert_works(reader).await;
    });
}

#[test]
fn a_reloaded_page_restores_its_search() {
    scenario(Plan::default().with_transitions(), async |reader| {
        search(reader).await;
        reader.ask::<()>(MARK, []).await;
        reader.ask::<()>(NOT_KEPT, []).await;
        reader.open_live(PAGES[1]).await;
        assert_eq!(reader.value("q").await, "");
        back(reader).await;
        reader.until_live().await;
        assert_works(reader).await;
    });
}

/// A cached page gets no `storage` events.
#[test]
fn a_page_from_the_bfcache_gets_the_latest_theme() {
    scenario(Plan::default().with_transitions(), async |reader| {
        open_settled(reader).await;
        let light = async || choose_quietly(reader, "light").await;
        return_until_kept(reader, light, async || choose(reader, "dark").await).await;
        assert_eq!(shown_theme(reader).await, ["dark", "dark"]);
    });
}

/// Where storage is blocked, the page still has its own state.
#[test]
fn a_page_from_the_bfcache_keeps_its_theme_without_storage() {
    let blocked = Faults::default().edit(storage::blocked);
    let plan = Plan::default().faults(blocked).with_transitions();
    scenario(plan, async |reader| {
        reader.open_live("").await;
        let dark = async || choose_quietly(reader, "dark").await;
        let system = async || assert_eq!(shown_theme(reader).await, ["system", "system"]);
        return_until_kept(reader, dark, system).await;
        assert_eq!(shown_theme(reader).await, ["dark", "dark"]);
    });
}

/// The list of all reviews has its own box, which WebKit resets, too. Follows the link
/// before the pause after which the address is updated.
#[test]
fn back_from_a_review_the_list_of_all_reviews_is_filtered() {
    let (_folder, plan) = series::series();
    scenario(plan.with_transitions(), async |reader| {
        reader.open("all/").await;
        reader.type_into("q", "harbour").await;
        let listed = ".year li:not([hidden]) a";
        reader.click(listed).await;
        until("the review", async || {
            (reader.texts("h1").await == ["Harbour Lights"]).then_some(())
        })
        .await;
        back(reader).await;
        until("the filtered list", async || {
            let shown = (reader.texts(listed).await, reader.value("q").await);
            (shown == (vec!["Harbour Lights".to_owned()], "harbour".to_owned())).then_some(())
        })
        .await;
    });
}
