//! A review into the two parts of its page: the head's tags, and the body with
//! the rendered app and its data.

use std::{collections::BTreeMap, iter};

use leptos::prelude::*;
use scraper::Html;

use super::frame;
use crate::{
    components::App,
    payload::{self, AS_PUBLISHED, DATA_ID, ROOT_ID},
    review::Review,
};

/// The app as HTML, as the browser will hydrate it.
pub fn app(review: &Review) -> String {
    let review = review.clone();
    let owner = Owner::new();
    let html = owner.with(|| view! { <App review /> }.to_html());
    owner.cleanup();
    // The same node, an empty comment, as the standard spells it.
    html.replace("<!>", "<!---->")
}

/// The rendered app in its root, and the same review as JSON. There must be no
/// white space inside the root: hydration takes every node for its own.
pub fn body(review: &Review) -> String {
    let app = app(review);
    let as_published = outline(&app);
    let data = payload::encode(review);
    format!(
        "<div id=\"{ROOT_ID}\" {AS_PUBLISHED}=\"{as_published}\">{app}</div>\n\
         <script type=\"application/json\" id=\"{DATA_ID}\">{data}</script>"
    )
}

/// The tags that describe the review.
pub fn head(review: &Review, site_name: &str) -> String {
    let title = format!("{} · {site_name}", review.title);
    let description = review.standfirst.clone();
    // `--sleeve` of `style/tokens.css`, the same in both themes.
    let sleeve = format!("oklch(0.27 0.055 {})", 30 * frame::hue(&review.album));
    view! {
        <title>{title}</title>
        <meta name="description" content=description />
        <meta name="theme-color" content=sleeve />
    }
    .to_html()
}

/// An XPath expression that is true of a fragment's parent as long as nobody
/// adds, removes or swaps a node in it. The browser answers it at once, where
/// a walk in wasm would take a call for each node.
fn outline(html: &str) -> String {
    let fragment = Html::parse_fragment(html);
    let mut elements = BTreeMap::<&str, usize>::new();
    // The parser's own root and `html` element come first.
    let nodes = fragment.tree.root().descendants().skip(2);
    for element in nodes.clone().filter_map(|node| node.value().as_element()) {
        *elements.entry(element.name()).or_default() += 1;
    }
    let all = format!("count(.//node())={}", nodes.count());
    // `local-name()` finds SVG's elements too.
    let each = elements
        .iter()
        .map(|(name, count)| format!("count(.//*[local-name()='{name}'])={count}"));
    iter::once(all)
        .chain(each)
        .collect::<Vec<_>>()
        .join(" and ")
}

#[cfg(test)]
mod tests {
    use super::outline;

    #[test]
    fn every_kind_of_node_counts_once_and_each_element_by_its_name() {
        assert_eq!(
            outline("<p class=\"x\">a &lt; b<!>c<em></em></p><p> </p>"),
            "count(.//node())=7 \
             and count(.//*[local-name()='em'])=1 \
             and count(.//*[local-name()='p'])=2"
        );
    }
}
