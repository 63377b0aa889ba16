//! Renders the two variable parts of a review's page: the head's tags, and the
//! body with the app and its data.

use leptos::prelude::*;

use liner_notes::components::App;
use model::{
    Page, Review,
    payload::{self, DATA_ID},
};

use crate::{
    metadata::{head_tags, theme_colors::Colour},
    site::Site,
};

/// The id of the element that contains the app.
pub const ROOT_ID: &str = "app";

/// Renders the app. The browser hydrates its islands only.
pub fn app(page: &Page) -> String {
    let page = page.clone();
    let owner = Owner::new();
    let html = owner.with(|| view! { <App page /> }.to_html());
    owner.cleanup();
    html
}

/// The rendered app in its root element, and its data as JSON.
pub fn body(page: &Page) -> String {
    let app = app(page);
    let data = payload::encode(page);
    format!(
        "<div id=\"{ROOT_ID}\">{app}</div>\n\
         <script type=\"application/json\" id=\"{DATA_ID}\">{data}</script>"
    )
}

/// The head of a review's page. `root` is the relative path to the site's root;
/// `sleeve` is the theme colour, in both themes.
pub fn head(review: &Review, site: &Site, root: &str, sleeve: Colour) -> String {
    let draft = if review.draft { "Draft: " } else { "" };
    let title = format!("{draft}{} · {}", review.title, site.name);
    view! {
        <title>{title}</title>
        <meta name="theme-color" content=sleeve.to_string() />
        {head_tags::of_review(review, site, root)}
        {head_tags::of_site(site, root)}
    }
    .to_html()
}
