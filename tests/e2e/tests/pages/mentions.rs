//! A mention of a track links to its row, and the row links back to the
//! sentence; every row has a permalink.

use e2e::{BrowserPage, until};

use crate::{Plan, all_tracks, engine_independent::series::series, scenario};

const MENTION: &str = "document.querySelector('.prose a[href=\"#track-14\"]')";

/// Follows a link with a script: a link across two lines has no centre that a
/// pointer could hit.
async fn follow(reader: &BrowserPage, link: &str) {
    reader.ask::<()>(&format!("{link}.click()"), []).await;
}

/// Waits until the row is the target: in view, marked, announced.
async fn until_at(reader: &BrowserPage, id: &str) {
    until(&format!("#{id} in view"), async || {
        reader.sees(&format!("#{id}:target")).await
    })
    .await;
    until(&format!("the focus on #{id}"), async || {
        (reader.focus().await == id).then_some(())
    })
    .await;
}

#[test]
fn a_mention_links_to_its_row_and_the_row_back() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        let mention: String = reader.ask(&format!("return {MENTION}.id"), []).await;
        follow(reader, MENTION).await;
        until_at(reader, "track-14").await;
        let way_back = format!("document.querySelector('#track-14 a[href=\"#{mention}\"]')");
        follow(reader, &way_back).await;
        until_at(reader, &mention).await;
    });
}

#[test]
fn a_mention_of_a_hidden_row_clears_the_search() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "storm").await;
        reader.until_shown(&[1, 13]).await;
        follow(reader, MENTION).await;
        reader.until_shown(&all_tracks()).await;
        until_at(reader, "track-14").await;
        let spoken = reader.texts(".status [role=status]").await.concat();
        assert!(spoken.starts_with("26 tracks"), "{spoken}");
    });
}

#[test]
fn mentions_work_without_script() {
    scenario(Plan::default().without_script(), async |reader| {
        reader.open("#track-14").await;
        until("the row in view", async || {
            reader.sees("#track-14:target").await
        })
        .await;
        reader.click("#track-14 .way-back").await;
        until("the sentence in view", async || {
            reader.sees(".prose a[href='#track-14']:target").await
        })
        .await;
    });
}

/// What the button of the row with this id copies.
async fn copied(reader: &BrowserPage, id: &str) -> String {
    let catch = "Object.defineProperty(navigator.clipboard, 'writeText',
        { value: async (text) => { window.copied = text; } });";
    reader.ask::<()>(catch, []).await;
    reader.click(&format!("#{id} .number a")).await;
    reader.click(&format!("#{id} .copy")).await;
    until("an address", async || {
        reader
            .ask::<Option<String>>("return window.copied ?? null", [])
            .await
    })
    .await
}

/// The front page will show another review.
#[test]
fn a_permalink_copied_on_the_front_page_names_the_review() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        for page in ["", "index.html", "one-long-night/"] {
            reader.open_live(page).await;
            let file = if page == "index.html" { page } else { "" };
            let wanted = format!("one-long-night/{file}#track-1");
            assert_eq!(copied(reader, "track-1").await, reader.server.url(&wanted));
        }
    });
}

#[test]
fn a_copied_permalink_has_no_search() {
    scenario(Plan::default(), async |reader| {
        reader
            .open_live("mission-impossible-fallout/?q=storm")
            .await;
        reader.until_shown(&[1, 13]).await;
        assert_eq!(
            copied(reader, "track-13").await,
            reader.server.url("mission-impossible-fallout/#track-13")
        );
        until("the button’s word", async || {
            let words = reader.texts("#track-13 .copy").await;
            (words == ["Copied"]).then_some(())
        })
        .await;
        assert_eq!(
            reader.texts(".copy").await,
            ["Copied"],
            "the other rows’ buttons stay out of the way"
        );
    });
}

#[test]
fn a_search_gives_a_copy_button_its_label_again() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("#track-13").await;
        let catch = "Object.defineProperty(navigator.clipboard, 'writeText',
            { value: async () => {} });";
        reader.ask::<()>(catch, []).await;
        reader.click("#track-13 .copy").await;
        until("the button’s word", async || {
            let words = reader.texts("#track-13 .copy").await;
            (words == ["Copied"]).then_some(())
        })
        .await;
        reader.type_into("q", "storm").await;
        reader.until_shown(&[1, 13]).await;
        let words = "return document.querySelector('#track-13 .copy').textContent";
        assert_eq!(reader.ask::<String>(words, []).await, "Copy link");
    });
}
