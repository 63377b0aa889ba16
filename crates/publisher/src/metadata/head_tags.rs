//! Renders the metadata in a page's head for search engines, link previews,
//! feed readers and home screens.

use leptos::{html, prelude::*};

use super::{feed::FEED, icons, manifest::MANIFEST, og_image};
use crate::{site::Site, site_index::PICTURE};
use model::{Review, payload::Head};
use search::length_chart;

/// The tags of every page. `root` is the relative path to the site's root.
pub fn of_site(site: &Site, root: &str) -> impl IntoView {
    let feed = site.url.is_some().then(|| {
        let href = format!("{root}{FEED}");
        let title = site.name.clone();
        view! { <link rel="alternate" type="application/atom+xml" title=title href=href /> }
    });
    view! {
        <link rel="manifest" href=format!("{root}{MANIFEST}") />
        <link rel="apple-touch-icon" href=format!("{root}{}", icons::TOUCH) />
        {feed}
    }
}

/// The tags of a review's page.
pub fn of_review(review: &Review, site: &Site, root: &str) -> impl IntoView {
    let path = format!("{}/{PICTURE}", review.slug);
    // The front page is a copy of the newest review's page.
    let url = site.page(&review.slug);
    // Without `url` the path is relative, which some link previews resolve.
    let picture = format!("{}{path}", site.url.as_deref().unwrap_or(root));
    let authors = review.authors.iter().cloned();
    let authors = authors.map(|author| view! { <meta name="author" content=author /> });
    view! {
        <meta name="description" content=review.standfirst.clone() />
        {authors.collect_view()}
        {review.draft.then(|| view! { <meta name="robots" content="noindex" /> })}
        {url.clone().map(|url| view! { <link rel="canonical" href=url /> })}
        {about("og:type", "article".to_owned())}
        {about("og:site_name", site.name.clone())}
        {about("og:title", review.title.clone())}
        {about("og:description", review.standfirst.clone())}
        {url.map(|url| about("og:url", url))}
        {about("article:published_time", review.published.iso.clone())}
        {review.updated.clone().map(|date| about("article:modified_time", date.iso))}
        {about("og:image", picture)}
        {about("og:image:type", "image/png".to_owned())}
        {about("og:image:width", og_image::WIDTH.to_string())}
        {about("og:image:height", og_image::HEIGHT.to_string())}
        {about("og:image:alt", length_chart::describe(&review.album.tracks))}
        // X reads the rest from the Open Graph tags above.
        <meta name="twitter:card" content="summary_large_image" />
    }
}

/// The review as JSON-LD. It is the last element of the body, because it is
/// longer than the whole head and must not delay the style sheet.
pub fn data(head: &Head) -> impl IntoView + use<> {
    let json = head.json_ld.clone();
    view! { <script type="application/ld+json">{json}</script> }
}

/// An Open Graph tag; `property` is no attribute of HTML's `meta`.
fn about(property: &'static str, content: String) -> impl IntoView {
    html::meta().attr("property", property).content(content)
}
