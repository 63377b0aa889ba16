//! What stands around the app on every page and never changes there: the bar at
//! the top with the way home and the choice of a theme. It is no part of the
//! wasm; the script in `index.html` keeps the theme.

use leptos::prelude::*;

use crate::review::Album;

/// The hue of pages that belong to no album: the red of `public/icon.svg`.
pub const PLAIN_HUE: u32 = 1;

/// The bar at the top of a page. `root` leads to the site's front page; empty
/// where nobody knows the way.
pub fn top(site_name: &str, root: &str) -> String {
    let home = (!root.is_empty()).then(|| root.to_owned());
    let name = site_name.to_owned();
    view! {
        <header class="site">
            <a class="home" href=home>
                {name}
            </a>
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
    use super::{degrees, top};

    #[test]
    fn the_name_leads_home_where_the_way_is_known() {
        for (root, link) in [
            ("./", "href=\"./\""),
            ("../", "href=\"../\""),
            ("", "<a class"),
        ] {
            let html = top("A & B", root);
            assert!(html.contains(link), "{html}");
            assert!(html.contains("A &amp; B"), "{html}");
        }
    }

    #[test]
    fn every_hue_is_in_the_style_sheet() {
        let css = include_str!("../../style/hues.css");
        for hue in 0..12 {
            let rule = format!("[data-hue=\"{hue}\"] {{ --hue: {}; }}", degrees(hue));
            assert!(css.contains(&rule), "{rule}");
        }
    }
}
