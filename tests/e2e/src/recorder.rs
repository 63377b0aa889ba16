//! Reads the console of engines whose drivers cannot. The server inserts a
//! script at the start of each page, which records every message, error,
//! unhandled rejection, file that failed to load and violation of the page's
//! policy.
//!
//! The script precedes the policy's `<meta>` element, which does not govern
//! what comes before it. Messages of workers are not recorded; only Chromium's
//! driver reports those.

use fantoccini::Client;

/// The prefix of a recorded message about a file that failed to load.
pub const NOT_LOADED: &str = "not loaded: ";

const SCRIPT: &str = include_str!("recorder.js");

/// Returns and clears the recorded messages. One of our pages without the
/// recorder is an error, or it would pass for a page without messages; the
/// browser's own pages and empty tabs have no recorder.
const TAKE: &str = "
    if (window.takeHeard) return window.takeHeard();
    const ours = document.getElementById('app') !== null;
    return ours ? ['this page has no recorder'] : [];";

/// The page with the recorder inserted.
pub(crate) fn recorded(page: &str) -> String {
    page.replacen("<head>", &format!("<head><script>{SCRIPT}</script>"), 1)
}

/// The console messages of the open page and of earlier pages in this tab,
/// since the last call.
pub(crate) async fn console(client: &Client) -> Vec<String> {
    match client.execute(TAKE, Vec::new()).await {
        Ok(heard) => serde_json::from_value(heard).expect("the recorder keeps a list of lines"),
        Err(error) => vec![format!("the recorder cannot be asked: {error}")],
    }
}
