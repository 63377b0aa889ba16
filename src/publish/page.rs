//! A review into the two parts of its page: the head's tags, and the body with
//! the rendered app and its data.

use std::{collections::BTreeMap, iter};

use leptos::prelude::*;
use scraper::Html;

use crate::{
    components::App,
    payload::{self, AS_PUBLISHED, DATA_ID, Page, ROOT_ID},
    review::Review,
};

use super::{
    machines::{Colour, tags},
    site::Site,
};

/// The app as HTML, as the browser will hydrate it.
pub fn app(page: &Page) -> String {
    let Page { review, others } = page.clone();
    let owner = Owner::new();
    let html = owner.with(|| view! { <App review others /> }.to_html());
    owner.cleanup();
    html
}

/// The rendered app in its root, and the same page as JSON. There must be no
/// white space inside the root: hydration takes every node for its own.
pub fn body(page: &Page) -> String {
    let app = app(page);
    let as_published = outline(&app);
    let data = payload::encode(page);
    let notice = page.review.draft.then(draft_notice).unwrap_or_default();
    format!(
        "{notice}<div id=\"{ROOT_ID}\" {AS_PUBLISHED}=\"{as_published}\">{app}</div>\n\
         <script type=\"application/json\" id=\"{DATA_ID}\">{data}</script>"
    )
}

/// What stands above a draft, outside the app: no reader's wasm knows drafts.
fn draft_notice() -> String {
    view! { <p class="draft">"This is a draft: it is not in the published site."</p> }.to_html()
}

/// What the page says of itself, to readers and to machines. `root` leads to
/// the site's root; `sleeve` is the colour at the top of the page, in both
/// themes.
pub fn head(review: &Review, site: &Site, root: &str, sleeve: Colour) -> String {
    let draft = if review.draft { "Draft: " } else { "" };
    let title = format!("{draft}{} · {}", review.title, site.name);
    view! {
        <title>{title}</title>
        <meta name="theme-color" content=sleeve.to_string() />
        {tags::of_review(review, site, root)}
        {tags::of_site(site, root)}
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
