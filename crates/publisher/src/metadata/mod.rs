//! What machines read of a site: feed readers, search engines, whoever makes a
//! card of a link, and whoever installs a page.
//!
//! Most of it wants addresses in full, which `url` in `site.toml` gives. Where
//! that is absent, the feed and the sitemap are left out, and all else does
//! without or is relative.

mod feed;
pub mod head_tags;
mod icons;
mod json_ld;
mod manifest;
pub mod og_image;
mod sitemap;
mod theme_colors;

use std::path::Path;

pub use icons::SMALL_ICON;
pub use theme_colors::{Colour, Palette, Tokens};

use super::{Failure, site::Site, site_index::SiteIndex};

pub const FEED: &str = "feed.xml";
pub const MANIFEST: &str = "manifest.webmanifest";

/// A file of the site: its path from the site's root, and its content.
pub type File = (String, Vec<u8>);

/// The files that a site has once.
pub fn files(
    project: &Path,
    site: &Site,
    shelf: &SiteIndex,
    palette: &Palette,
) -> Result<Vec<File>, Failure> {
    let mut files = icons::draw(&project.join("public/icon.svg"), palette)?;
    let text = |name: &str, text: String| (name.to_owned(), text.into_bytes());
    files.push(text(MANIFEST, manifest::manifest(site, palette)));
    files.push(text("robots.txt", sitemap::robots(site)));
    if let Some(url) = &site.url {
        files.push(text(FEED, feed::feed(site, url, shelf)));
        files.push(text(sitemap::SITEMAP, sitemap::sitemap(url, shelf)));
    }
    Ok(files)
}
