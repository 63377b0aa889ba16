//! Writes `manifest.webmanifest`, by which the site can be installed.

use serde_json::{Value, json};

use super::{icons, theme_colors::Palette};
use crate::site::Site;

pub const MANIFEST: &str = "manifest.webmanifest";

/// The web app manifest. Addresses are relative to it, so to the site's root.
pub fn manifest(site: &Site, palette: &Palette) -> String {
    let sleeve = palette.sleeve.to_string();
    let manifest = json!({
        "name": site.name,
        "short_name": site.name,
        "lang": site.language,
        "start_url": ".",
        "scope": ".",
        // Reviews link to each other, so a back button is needed.
        "display": "minimal-ui",
        "theme_color": sleeve,
        "background_color": sleeve,
        "icons": [
            icon(icons::SMALL, 192, "any"),
            icon("icon-512.png", 512, "any"),
            icon("icon-maskable.png", 512, "maskable"),
        ],
    });
    format!("{manifest:#}\n")
}

fn icon(name: &str, size: u32, purpose: &str) -> Value {
    json!({
        "src": name,
        "sizes": format!("{size}x{size}"),
        "type": "image/png",
        "purpose": purpose,
    })
}
