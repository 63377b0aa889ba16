//! A deploy that removes a review while browsers have its page open or cached
//! for offline reading.

use e2e::{BrowserPage, Deployed, deploy::later_version, until};

use crate::{
    PAGES, assert_whole_review, scenario,
    service_worker::{is_ours, kept, plan, until_kept},
};

const REVIEW: &str = PAGES[1];
const FILE: &str = "mission-impossible-fallout/index.html";

async fn assert_still_works(reader: &BrowserPage) {
    assert_whole_review(reader).await;
    reader.type_into("q", "storm").await;
    reader.until_shown(&[1, 13]).await;
    reader.clear().await;
}

async fn is_kept(reader: &BrowserPage) -> bool {
    let kept = "return caches.match(arguments[0]).then((found) => found !== undefined)";
    reader.ask(kept, [reader.server.url(FILE).into()]).await
}

#[test]
fn an_open_page_works_until_the_next_load_gets_a_404() {
    let site = Deployed::default();
    let plan = plan(&site).expect_message("status of 404");
    scenario(plan, async |reader| {
        reader.open_live(REVIEW).await;
        until_kept(reader).await;
        assert!(is_kept(reader).await);
        site.remove(FILE);
        assert_still_works(reader).await;
        reader.reload().await;
        assert!(!is_ours(reader).await);
        // The other pages can still be read, offline too; the removed one
        // cannot.
        reader.open_live("").await;
        until("the page not to be kept", async || {
            (!is_kept(reader).await).then_some(())
        })
        .await;
        reader.server.stop();
        _ = reader.client.goto(&reader.server.url(REVIEW)).await;
        assert!(!is_ours(reader).await);
        reader.open_live("").await;
        assert_still_works(reader).await;
    });
}

#[test]
fn a_new_version_drops_the_removed_review_from_the_cache() {
    let site = Deployed::default();
    let plan = plan(&site).expect_message("status of 404");
    scenario(plan, async |reader| {
        reader.open_live(REVIEW).await;
        until_kept(reader).await;
        let mut later = later_version();
        later.remove(FILE);
        site.replace(&later);
        reader.open_live("").await;
        until("the new version beside the first", async || {
            (kept(reader).await.len() == 2).then_some(())
        })
        .await;
        until_kept(reader).await;
        reader.open_live("").await;
        until("the new version alone", async || {
            (kept(reader).await.len() == 1).then_some(())
        })
        .await;
        assert!(!is_kept(reader).await);
        reader.server.stop();
        reader.open_live("").await;
        assert_still_works(reader).await;
    });
}
