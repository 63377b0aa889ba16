//! End-to-end tests of the built site. Run them with `cargo test -p e2e`, or
//! one by its name. Those in `engine_independent` run in Chromium only, all
//! others in each engine.

use e2e::{BrowserPage, Plan, scenario};

mod address;
mod albums;
mod base_path;
mod bfcache;
mod deploy_orders;
mod deploys;
mod dom_tampering;
mod engine_independent;
mod export;
mod failures;
mod half_deploys;
mod help;
mod keys;
mod language;
mod layout;
mod leaving;
mod length_chart;
mod long;
mod mentions;
mod navigation;
mod places;
mod plain;
mod print;
mod service_worker;
mod starting;
mod storage;
mod tabs;
mod theme;
mod thumbs;
mod trusted;
mod withdrawn;

/// Both kinds of page: the front page, and a review's page in a folder.
const PAGES: [&str; 2] = ["", "mission-impossible-fallout/"];

/// The numbers of all tracks of the shipped album.
fn all_tracks() -> Vec<u32> {
    (1..=26).collect()
}

/// The review is complete, whatever else fails: its header, its prose and every
/// track are visible.
async fn assert_whole_review(reader: &BrowserPage) {
    let titles = reader.texts("h1").await;
    assert_eq!(titles.len(), 1, "{titles:?}");
    assert!(titles[0].contains("Fallout"), "{titles:?}");
    let paragraphs = reader.texts("article p").await;
    assert!(paragraphs.len() > 5, "{paragraphs:?}");
    assert_eq!(reader.shown().await, all_tracks());
}
