//! A deploy in any order of its parts, interrupted after any of them: nobody is
//! left with a page without its style, or with an old one after the deploy.
//!
//! `tests/e2e/tests/hosting/upload.rs` follows the order of `hosting/upload.sh`
//! file by file, in which this does not even happen in between.

use e2e::{
    BrowserPage, Deployed,
    deploy::{Files, later_version},
    until,
};

use crate::{
    scenario,
    service_worker::{plan, until_kept, version},
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Files with a hash in their names, and what belongs to no page.
    Assets,
    Pages,
    Worker,
}

use Part::{Assets, Pages, Worker};

/// What has arrived where a deploy of these parts, in any order, was interrupted.
const ARRIVED: [&[Part]; 6] = [
    &[Assets],
    &[Pages],
    &[Worker],
    &[Assets, Pages],
    &[Assets, Worker],
    &[Pages, Worker],
];

fn part(path: &str) -> Part {
    match path {
        "sw.js" => Worker,
        _ if path.ends_with(".html") => Pages,
        _ => Assets,
    }
}

fn only(files: &Files, parts: &[Part]) -> Files {
    let files = files.iter().filter(|(path, _)| parts.contains(&part(path)));
    files
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect()
}

async fn is_styled(reader: &BrowserPage) -> bool {
    let bar = "return getComputedStyle(document.querySelector('.site')).display";
    reader.ask::<String>(bar, []).await == "flex"
}

/// The search runs on a page that has its style.
async fn assert_whole(reader: &BrowserPage) {
    reader.until_live().await;
    assert!(is_styled(reader).await);
}

#[test]
fn with_a_worker_every_visit_is_whole() {
    let site = Deployed::default();
    let (first, later) = (site.files(), later_version());
    scenario(plan(&site).expect_lost_files(), async |reader| {
        reader.open_live("").await;
        until_kept(reader).await;
        // From one version to the other and back again.
        let versions = [(&later, "later"), (&first, "first")].into_iter().cycle();
        for (arrived, (next, name)) in ARRIVED.iter().zip(versions) {
            site.put(&only(next, arrived));
            reader.reload().await;
            assert_whole(reader).await;
            site.replace(next);
            until(name, async || {
                reader.reload().await;
                assert_whole(reader).await;
                (version(reader).await == name).then_some(())
            })
            .await;
            until_kept(reader).await;
        }
    });
}

#[test]
fn without_a_worker_every_visit_after_the_deploy_is_whole() {
    let site = Deployed::default();
    site.remove("sw.js");
    let (first, mut later) = (site.files(), later_version());
    later.remove("sw.js");
    let plan = plan(&site).expect_lost_files();
    // Of the worker in Chromium, and of the app's files in WebKit.
    let plan = plan.expect_message("A bad HTTP response code (404)");
    let plan = plan.expect_message("could not be loaded (404)");
    scenario(plan, async |reader| {
        reader.open_live("").await;
        let versions = [(&later, "later"), (&first, "first")].into_iter().cycle();
        for (arrived, (next, name)) in ARRIVED.iter().zip(versions) {
            site.put(&only(next, arrived));
            reader.reload().await;
            // The article can be read even where its files are to come.
            until("the article", async || {
                (reader.texts("h1").await.len() == 1).then_some(())
            })
            .await;
            if !arrived.contains(&Pages) || arrived.contains(&Assets) {
                assert_whole(reader).await;
            }
            site.replace(next);
            reader.reload().await;
            assert_whole(reader).await;
            assert_eq!(version(reader).await, name);
        }
    });
}
