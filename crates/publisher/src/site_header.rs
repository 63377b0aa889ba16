//! Renders the header of every page: the site's navigation and the theme
//! switch. It is outside the app, so it adds nothing to the wasm; `theme.js` stores
//! the theme.

use leptos::prelude::*;

use crate::{metadata::feed::FEED, site::Site, site_index::SiteIndex};
use model::payload::ALL_REVIEWS;

/// The header of a page.
#[derive(Clone, Copy, Debug)]
pub struct SiteHeader<'a> {
    pub site: &'a Site,
    /// Whether the site has several reviews, and so a navigation.
    pub several: bool,
    /// The relative path to the site's root; empty if it is unknown.
    pub root: &'a str,
    /// The current page as a path from the root, if the header links it.
    pub here: Option<&'a str>,
}

impl<'a> SiteHeader<'a> {
    /// The header of a page that it does not link.
    pub fn new(site: &'a Site, index: &SiteIndex, root: &'a str) -> Self {
        Self {
            site,
            several: index.several(),
            root,
            here: None,
        }
    }

    pub fn to_html(self) -> String {
        let navigation = self.several && !self.root.is_empty();
        view! {
            <header class="site">
                {match navigation {
                    true => self.navigation().into_any(),
                    false => self.home().into_any(),
                }}
                <fieldset class="theme">
                    <legend class="spoken">"Colours"</legend>
                    {theme("system", "Auto", true)}
                    {theme("light", "Light", false)}
                    {theme("dark", "Dark", false)}
                </fieldset>
            </header>
        }
        .to_html()
    }

    fn home(self) -> impl IntoView + use<> {
        let href = (!self.root.is_empty()).then(|| self.root.to_owned());
        view! {
            <a class="home" href=href aria-current=self.current("")>
                {self.site.name.clone()}
            </a>
        }
    }

    fn navigation(self) -> impl IntoView + use<> {
        let feed = self.site.url.is_some().then(|| self.link(FEED, "Feed"));
        view! {
            <nav class="ways" aria-label="Site">
                {self.home()}
                {self.link(ALL_REVIEWS, "All reviews")}
                {feed}
            </nav>
        }
    }

    fn link(self, path: &'static str, words: &'static str) -> impl IntoView + use<> {
        let href = format!("{}{path}", self.root);
        view! {
            <a href=href aria-current=self.current(path)>
                {words}
            </a>
        }
    }

    fn current(self, path: &str) -> Option<&'static str> {
        (self.several && self.here == Some(path)).then_some("page")
    }
}

fn theme(value: &'static str, name: &'static str, checked: bool) -> impl IntoView {
    view! {
        <label>
            <input type="radio" name="theme" value=value checked=checked />
            <span>{name}</span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::SiteHeader;
    use crate::site::Site;

    fn site(url: Option<&str>) -> Site {
        Site {
            name: "A & B".to_owned(),
            language: "en".to_owned(),
            author: None,
            url: url.map(ToOwned::to_owned),
        }
    }

    fn header(site: &Site, several: bool, root: &str, here: Option<&str>) -> String {
        SiteHeader {
            site,
            several,
            root,
            here,
        }
        .to_html()
    }

    #[test]
    fn name_links_to_the_root_if_it_is_known() {
        for (root, link) in [
            ("./", "href=\"./\""),
            ("../", "href=\"../\""),
            ("", "<a class"),
        ] {
            let html = header(&site(None), false, root, None);
            assert!(html.contains(link), "{html}");
            assert!(html.contains("A &amp; B"), "{html}");
        }
    }

    #[test]
    fn only_a_site_of_several_reviews_has_navigation() {
        let site = site(Some("https://example.org/"));
        let html = header(&site, false, "./", Some(""));
        assert!(
            !html.contains("<nav") && !html.contains("aria-current"),
            "{html}"
        );
        let html = header(&site, true, "../", None);
        for part in ["<nav", "href=\"../all/\"", "href=\"../feed.xml\""] {
            assert!(html.contains(part), "{html}");
        }
        // Without a known root there is nothing to link to.
        assert!(!header(&site, true, "", None).contains("<nav"));
    }

    #[test]
    fn site_without_url_links_no_feed() {
        let html = header(&site(None), true, "../", None);
        assert!(html.contains("all/") && !html.contains("feed"), "{html}");
    }

    #[test]
    fn marks_the_current_page() {
        let site = site(None);
        let current = |here| {
            let html = header(&site, true, "./", here);
            let before = html
                .split(" aria-current=\"page\"")
                .next()
                .unwrap_or_default();
            (before.len() < html.len())
                .then(|| before.rsplit("href=").next().unwrap_or_default().to_owned())
        };
        assert_eq!(current(Some("")).as_deref(), Some("\"./\""));
        assert_eq!(current(Some("all/")).as_deref(), Some("\"./all/\""));
        assert_eq!(current(None), None);
    }
}
