//! Light, dark or system theme; a choice is remembered.

use e2e::{BrowserPage, Faults, until};

use crate::{PAGES, Plan, scenario};

/// Whether the page is dark, by the background of its text.
pub async fn is_dark(reader: &BrowserPage) -> bool {
    let lightness = "
        const canvas = document.createElement('canvas').getContext('2d');
        canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
        canvas.fillRect(0, 0, 1, 1);
        return canvas.getImageData(0, 0, 1, 1).data[1];";
    reader.ask::<u8>(lightness, []).await < 128
}

async fn chosen(reader: &BrowserPage) -> String {
    let script = "return document.querySelector('[name=theme]:checked').value";
    reader.ask(script, []).await
}

pub async fn choose(reader: &BrowserPage, theme: &str) {
    reader.click(&format!("[name=theme][value={theme}]")).await;
}

#[test]
fn a_light_system_theme_applies_until_one_is_chosen() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        assert!(!is_dark(reader).await, "as the system");
        choose(reader, "dark").await;
        assert!(is_dark(reader).await, "chosen in a light system");
        choose(reader, "system").await;
        assert!(!is_dark(reader).await, "as the system again");
    });
}

#[test]
fn a_dark_system_theme_applies_until_one_is_chosen() {
    scenario(Plan::default().in_the_dark(), async |reader| {
        reader.open_live("").await;
        assert!(is_dark(reader).await, "as the system");
        choose(reader, "light").await;
        assert!(!is_dark(reader).await, "chosen in a dark system");
        choose(reader, "system").await;
        assert!(is_dark(reader).await, "as the system again");
    });
}

/// The choice applies before the wasm loads, and so before the first paint.
#[test]
fn a_chosen_theme_is_remembered_without_a_flash() {
    // Firefox and WebKit report a download that is cancelled with its page.
    let held = Plan::default()
        .faults(Faults::default().hold(".wasm"))
        .expect_message("NetworkError when attempting to fetch")
        .expect_message("TypeError: Load failed")
        .expect_lost_files();
    scenario(held, async |reader| {
        reader.open("").await;
        choose(reader, "dark").await;
        for page in PAGES {
            reader.open(page).await;
            let painted = "return document.documentElement.dataset.theme";
            assert_eq!(reader.ask::<String>(painted, []).await, "dark");
            assert!(is_dark(reader).await, "{page}");
            until("the switch to show it", async || {
                (chosen(reader).await == "dark").then_some(())
            })
            .await;
        }
    });
}
