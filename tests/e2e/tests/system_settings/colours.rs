//! A system theme that changes while the page is open. `tests/pages/theme.rs`
//! tests in every engine that the page starts with the system's theme.

use e2e::{BrowserPage, Plan, scenario};

/// Whether the page is dark, by the background of its text.
async fn is_dark(reader: &BrowserPage) -> bool {
    let scheme = "
        const canvas = document.createElement('canvas').getContext('2d');
        canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
        canvas.fillRect(0, 0, 1, 1);
        return canvas.getImageData(0, 0, 1, 1).data[1] < 128;";
    reader.ask(scheme, []).await
}

#[test]
fn an_open_page_follows_the_system_theme() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        for (scheme, dark) in [("dark", true), ("light", false), ("dark", true)] {
            reader
                .set_preferences(&[("prefers-color-scheme", scheme)])
                .await;
            assert_eq!(is_dark(reader).await, dark, "{scheme}");
        }
    });
}
