//! What stands around the app on every page and never changes there: the bar at
//! the top with the way home and the choice of a theme. It is no part of the
//! wasm; the script in `index.html` keeps the theme.

use leptos::prelude::*;

use crate::review::Album;

/// The bar at the top of a page that stands `depth` folders below the root.
pub fn top(site_name: &str, depth: usize) -> String {
    let home = match depth {
        0 => "./".to_owned(),
        _ => "../".repeat(depth),
    };
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

#[cfg(test)]
mod tests {
    use super::top;

    #[test]
    fn the_way_home_leads_up_from_any_depth() {
        for (depth, href) in [(0, "./"), (1, "../"), (2, "../../")] {
            let html = top("A & B", depth);
            assert!(html.contains(&format!("href=\"{href}\"")), "{html}");
            assert!(html.contains("A &amp; B"), "{html}");
        }
    }
}
