//! Renders the two variable parts of a review's page: the head's tags, and the
//! body with the app and its data.

use leptos::prelude::*;

use liner_notes::components::App;
use model::{
    Others, Page, Review,
    payload::{DATA_ID, PageData},
};

use crate::{metadata::head_tags, site::Site, site_index::page_of};

/// The id of the element that contains the app.
pub const ROOT_ID: &str = "app";

/// The page of a site that has one review.
pub fn alone(review: Review) -> Page {
    page_of(review, Others::default())
}

/// Renders the app. The browser hydrates its islands only.
pub fn app(page: &Page) -> String {
    let page = page.clone();
    let owner = Owner::new();
    let html = owner.with(|| view! { <App page /> }.to_html());
    owner.cleanup();
    html
}

/// The rendered app in its root element, and the page's data as JSON.
pub fn body(page: &Page, json: &str) -> String {
    let app = app(page);
    format!(
        "<div id=\"{ROOT_ID}\">{app}</div>\n\
         <script type=\"application/json\" id=\"{DATA_ID}\">{json}</script>"
    )
}

/// The head of a review's page. `root` is the relative path to the site's root.
pub fn head(data: &PageData, site: &Site, root: &str) -> String {
    let PageData { head, page, .. } = data;
    view! {
        <title>{head.title.clone()}</title>
        <meta name="theme-color" content=head.theme_color.clone() />
        {head_tags::of_review(&page.review, site, root)}
        {head_tags::of_site(site, root)}
    }
    .to_html()
}

/// The document's title.
pub fn title(review: &Review, site: &Site) -> String {
    let draft = if review.draft { "Draft: " } else { "" };
    format!("{draft}{} · {}", review.title, site.name)
}
