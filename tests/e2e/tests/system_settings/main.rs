//! Settings of the reader's system: colours, contrast, reduced motion, also
//! when they change while the page is open. Runs in Chromium and Firefox, whose
//! drivers emulate these settings. WebKit's does not; `tests/pages/theme.rs`
//! tests a light and a dark system in all three.

mod colours;
mod contrast;
mod focus;
mod preferences;

use e2e::BrowserPage;

const SCHEMES: [&str; 2] = ["light", "dark"];

/// A script that can measure colours: `contrast.js` defines how.
fn measuring(script: &str) -> String {
    [include_str!("contrast.js"), script].concat()
}

/// Runs `check` in both themes, each with the usual and with more contrast.
async fn in_each_setting(reader: &BrowserPage, check: impl AsyncFn(&str)) {
    for contrast in ["no-preference", "more"] {
        for scheme in SCHEMES {
            let setting = [
                ("prefers-contrast", contrast),
                ("prefers-color-scheme", scheme),
            ];
            reader.set_preferences(&setting).await;
            check(&format!("{setting:?}")).await;
        }
    }
}
