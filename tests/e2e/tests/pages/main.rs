//! What a reader meets on the built site, one story a test, told in a real
//! browser. `cargo test -p e2e`; one alone by its name. Those in `alike`
//! are told in Chromium only, all others in each engine.

use e2e::{BrowserPage, Plan, scenario};

mod address;
mod albums;
mod base_path;
mod bfcache;
mod deploys;
mod dom_tampering;
mod engine_independent;
mod export;
mod failures;
mod help;
mod keys;
mod language;
mod layout;
mod length_chart;
mod long;
mod mentions;
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

/// Every kind of page: the front page, and a review's own page a folder below.
const PAGES: [&str; 2] = ["", "mission-impossible-fallout/"];

/// The whole shipped album.
fn all_tracks() -> Vec<u32> {
    (1..=26).collect()
}

/// The review as it stands on the page whatever else happens: its head, its
/// prose and every track, all in view.
async fn assert_whole_review(reader: &BrowserPage) {
    let titles = reader.texts("h1").await;
    assert_eq!(titles.len(), 1, "{titles:?}");
    assert!(titles[0].contains("Fallout"), "{titles:?}");
    let paragraphs = reader.texts("article p").await;
    assert!(paragraphs.len() > 5, "{paragraphs:?}");
    assert_eq!(reader.shown().await, all_tracks());
}
