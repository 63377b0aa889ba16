//! What stands around the app on every page and never changes there: the bar at
//! the top with the site's navigation and the choice of a theme. It is no part
//! of the wasm; the script in `index.html` keeps the theme.

use leptos::prelude::*;

use super::{
    metadata::FEED,
    site::Site,
    site_index::{ALL, SiteIndex},
};
use model::Album;

/// The hue of pages that belong to no album: the red of `public/icon.svg`.
pub const PLAIN_HUE: u32 = 1;

/// The bar at the top of a page.
#[derive(Clone, Copy, Debug)]
pub struct Bar<'a> {
    pub site: &'a Site,
    /// Whether the site has more than one review, and so parts to go to.
    pub several: bool,
    /// What leads to the site's root; empty where nobody knows the way.
    pub root: &'a str,
    /// The page that the bar is on, as a path from the root, where a link of
    /// the bar leads to it.
    pub here: Option<&'a str>,
}

impl<'a> Bar<'a> {
    /// The bar of a page that is none of those that it leads to.
    pub fn new(site: &'a Site, shelf: &SiteIndex, root: &'a str) -> Self {
        Self {
            site,
            several: shelf.several(),
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
                {self.link(ALL, "All reviews")}
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

/// The album's hue, as one of the twelve of `style/hues.css`: where the hand
/// of a clock stands that was started at noon with the first track.
pub fn hue(album: &Album) -> u32 {
    album.running_time().seconds() % 3600 / 300
}

/// A hue's angle, as `style/hues.css` has it.
pub fn degrees(hue: u32) -> u32 {
    hue * 30
}

#[cfg(test)]
mod tests {
    use super::{Bar, degrees};
    use crate::site::Site;

    fn site(url: Option<&str>) -> Site {
        Site {
            name: "A & B".to_owned(),
            language: "en".to_owned(),
            author: None,
            url: url.map(ToOwned::to_owned),
        }
    }

    fn bar(site: &Site, several: bool, root: &str, here: Option<&str>) -> String {
        Bar {
            site,
            several,
            root,
            here,
        }
        .to_html()
    }

    #[test]
    fn the_name_leads_home_where_the_way_is_known() {
        for (root, link) in [
            ("./", "href=\"./\""),
            ("../", "href=\"../\""),
            ("", "<a class"),
        ] {
            let html = bar(&site(None), false, root, None);
            assert!(html.contains(link), "{html}");
            assert!(html.contains("A &amp; B"), "{html}");
        }
    }

    #[test]
    fn only_a_site_of_several_reviews_has_navigation() {
        let site = site(Some("https://example.org/"));
        let html = bar(&site, false, "./", Some(""));
        assert!(
            !html.contains("<nav") && !html.contains("aria-current"),
            "{html}"
        );
        let html = bar(&site, true, "../", None);
        for part in ["<nav", "href=\"../all/\"", "href=\"../feed.xml\""] {
            assert!(html.contains(part), "{html}");
        }
        // Where nobody knows the way to the root there is nothing to lead to.
        assert!(!bar(&site, true, "", None).contains("<nav"));
    }

    #[test]
    fn a_site_without_an_address_has_no_feed_to_lead_to() {
        let html = bar(&site(None), true, "../", None);
        assert!(html.contains("all/") && !html.contains("feed"), "{html}");
    }

    #[test]
    fn the_bar_marks_the_page_that_it_is_on() {
        let site = site(None);
        let current = |here| {
            let html = bar(&site, true, "./", here);
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

    #[test]
    fn every_hue_is_in_the_style_sheet() {
        let css = include_str!("../../../style/hues.css");
        for hue in 0..12 {
            let rule = format!("[data-hue=\"{hue}\"] {{ --hue: {}; }}", degrees(hue));
            assert!(css.contains(&rule), "{rule}");
        }
    }
}
