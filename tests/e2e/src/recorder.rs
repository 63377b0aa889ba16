//! Hearing the console of an engine whose driver does not tell it: the server
//! puts a script in front of each page, which remembers every message, error,
//! unhandled rejection, file that did not load and violation of the policy.
//!
//! It stands before the page's policy, which does not rule what is above it.
//! What a worker says is not heard: only Chromium's driver tells that.

use fantoccini::Client;

/// How the recorder begins what it says of a file that did not load.
pub const NOT_LOADED: &str = "not loaded: ";

const SCRIPT: &str = include_str!("recorder.js");

/// Gives what was remembered, and forgets it. A page of ours that remembers
/// nothing has no recorder, and must not pass for a silent one; a browser's own
/// page, or an empty tab, has no say.
const TAKE: &str = "
    if (window.takeHeard) return window.takeHeard();
    const ours = document.getElementById('app') !== null;
    return ours ? ['this page has no recorder'] : [];";

/// The page with the recorder in front.
pub(crate) fn recorded(page: &str) -> String {
    page.replacen("<head>", &format!("<head><script>{SCRIPT}</script>"), 1)
}

/// What the console of the open page, and of those before it in this tab, said
/// since it was last asked.
pub(crate) async fn console(client: &Client) -> Vec<String> {
    match client.execute(TAKE, Vec::new()).await {
        Ok(heard) => serde_json::from_value(heard).expect("the recorder keeps a list of lines"),
        Err(error) => vec![format!("the recorder cannot be asked: {error}")],
    }
}
