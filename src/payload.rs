//! The boundary between publisher and browser: a review as JSON in its own
//! page, and the ids of the elements that both sides rely on.
//!
//! JSON is spoken nowhere else on this path. The publisher calls [`encode`],
//! the wasm calls [`decode`]; where the text stands in the page is left to
//! `publish` and `browser`.

use crate::review::Review;

/// The `script` element that carries the JSON.
pub const DATA_ID: &str = "review-data";
/// The element that the page is rendered into, hydrated in, or rendered afresh in.
pub const ROOT_ID: &str = "app";
/// The attribute of the root that holds an XPath expression, true of the root
/// as it was published: how many nodes are in it, and how many of each name.
pub const AS_PUBLISHED: &str = "data-as-published";

/// The review as JSON that is safe inside a `script` element: with no `<` in
/// it, neither `</script>` nor `<!--` can occur.
#[cfg(feature = "ssr")]
pub fn encode(review: &Review) -> String {
    serde_json::to_string(review)
        .expect("a review holds only texts, numbers and lists of them")
        .replace('<', "\\u003c")
}

/// # Errors
/// Where the JSON was damaged on its way; the message says at which column.
pub fn decode(json: &str) -> Result<Review, serde_json::Error> {
    serde_json::from_str(json)
}
