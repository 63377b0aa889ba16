//! A review into the two parts of its page: the head's tags, and the body with
//! the rendered app and its data.

use leptos::prelude::*;
use scraper::Html;

use crate::{
    components::App,
    payload::{self, DATA_ID, NODES_ATTRIBUTE, ROOT_ID},
    review::Review,
};

/// The app as HTML, as the browser will hydrate it.
pub fn app(review: &Review) -> String {
    let review = review.clone();
    let owner = Owner::new();
    let html = owner.with(|| view! { <App review /> }.to_html());
    owner.cleanup();
    html
}

/// The rendered app in its root, and the same review as JSON. There must be no
/// white space inside the root: hydration takes every node for its own.
pub fn body(review: &Review) -> String {
    let app = app(review);
    let nodes = count_nodes(&app);
    let data = payload::encode(review);
    format!(
        "<div id=\"{ROOT_ID}\" {NODES_ATTRIBUTE}=\"{nodes}\">{app}</div>\n\
         <script type=\"application/json\" id=\"{DATA_ID}\">{data}</script>"
    )
}

/// The tags that describe the review.
pub fn head(review: &Review, site_name: &str) -> String {
    let title = format!("{} · {site_name}", review.title);
    let description = review.standfirst.clone();
    view! {
        <title>{title}</title>
        <meta name="description" content=description />
    }
    .to_html()
}

/// Elements, texts and comments in a fragment, as a browser's parser makes them.
fn count_nodes(html: &str) -> usize {
    // The parser's own root and `html` element come first.
    Html::parse_fragment(html).tree.root().descendants().count() - 2
}

#[cfg(test)]
mod tests {
    use super::count_nodes;

    #[test]
    fn every_kind_of_node_counts_once() {
        assert_eq!(count_nodes("<p>a<!>b<em></em></p>"), 5);
        assert_eq!(count_nodes("<p class=\"x\">a &lt; b</p> "), 3);
    }
}
