//! Between two versions: pages that arrive before their files, old pages in the
//! browser's HTTP cache, and a host's notice in place of a page.

use e2e::{Deployed, Engine, Faults, deploy::later_version, settings, until};

use crate::{
    scenario,
    service_worker::{assert_works, kept, plan, until_kept, version},
};

const REVIEW: &str = "mission-impossible-fallout/";

#[test]
fn pages_that_arrive_before_their_files_are_shown_when_complete() {
    let site = Deployed::default();
    scenario(plan(&site).expect_lost_files(), async |reader| {
        reader.open_live("").await;
        until_kept(reader).await;
        let later = later_version();
        let mut pages = later.clone();
        pages.retain(|path, _| path.ends_with(".html"));
        site.put(&pages);
        reader.reload().await;
        assert_works(reader).await;
        assert_eq!(version(reader).await, "first");
        site.replace(&later);
        reader.reload().await;
        assert_works(reader).await;
        assert_eq!(version(reader).await, "later");
    });
}

/// GitHub Pages lets browsers use a file again for ten minutes.
#[test]
fn old_files_in_the_http_cache_are_requested_again() {
    let site = Deployed::default();
    let faults = Faults::default().lifetime("max-age=600");
    // The manifest in the HTTP cache does not have the later version's hash.
    let plan = plan(&site).faults(faults).expect_message("integrity");
    scenario(plan, async |reader| {
        reader.open_live(REVIEW).await;
        // A page that is loaded while the worker takes over is not controlled.
        until_kept(reader).await;
        reader.open_live("").await;
        let first = kept(reader).await;
        // The old files stay, so the old page would be whole, too.
        site.put(&later_version());
        // Not by a reload, which asks for the manifest again.
        reader.open_live("").await;
        until("the new version to be kept", async || {
            let kept = kept(reader).await;
            kept.iter().any(|name| !first.contains(name)).then_some(())
        })
        .await;
        until_kept(reader).await;
        reader.open(REVIEW).await;
        assert_works(reader).await;
        // WebKit may take a page from its HTTP cache without asking the worker. It
        // is whole all the same: the worker has the files of both versions.
        if settings::engine() != Engine::WebKit {
            assert_eq!(version(reader).await, "later");
        }
        reader.reload().await;
        until("the old version to be dropped", async || {
            let kept = kept(reader).await;
            (kept.len() == 1 && kept != first).then_some(())
        })
        .await;
    });
}

#[test]
fn a_hosts_notice_is_shown_but_not_kept() {
    let site = Deployed::default();
    scenario(plan(&site), async |reader| {
        reader.open_live("").await;
        until_kept(reader).await;
        let notice = "<!doctype html><title>Closed</title>\
                      <link rel=icon href=data:,><h1>Back soon</h1>";
        site.write("index.html", notice.as_bytes());
        reader.reload().await;
        until("the notice", async || {
            let texts = reader.texts("h1").await;
            (texts == ["Back soon"]).then_some(())
        })
        .await;
        reader.lose_host().await;
        reader.reload().await;
        assert_works(reader).await;
    });
}
