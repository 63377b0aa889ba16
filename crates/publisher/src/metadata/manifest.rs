//! `manifest.webmanifest`: what a system needs to install the site.

use serde_json::{Value, json};

use super::{Palette, SMALL_ICON};
use crate::site::Site;

/// The site as a web app. Addresses are relative to the manifest, which stands
/// at the site's root.
pub fn manifest(site: &Site, palette: &Palette) -> String {
    let sleeve = palette.sleeve.to_string();
    let manifest = json!({
        "name": site.name,
        "short_name": site.name,
        "lang": site.language,
        "start_url": ".",
        "scope": ".",
        // Reviews link to each other, so there must be a way back.
        "display": "minimal-ui",
        "theme_color": sleeve,
        "background_color": sleeve,
        "icons": [
            icon(SMALL_ICON, 192, "any"),
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
