//! Metadata for software that reads the site: feed, sitemap, JSON-LD, Open
//! Graph tags and images, icons, web app manifest.
//!
//! Most formats require absolute addresses, which need `url` in `site.toml`.
//! Without it, feed and sitemap are omitted, and the others use relative
//! addresses or none.

pub mod feed;
pub mod head_tags;
pub mod icons;
pub mod json_ld;
mod manifest;
pub mod og_image;
mod sitemap;
pub mod theme_colors;

use std::path::Path;

use crate::{failure::Failure, site::Site, site_index::SiteIndex};
use feed::FEED;
use manifest::MANIFEST;
use theme_colors::Palette;

/// A file of the site: its path relative to the root, and its content.
pub type File = (String, Vec<u8>);

/// The metadata files in the site's root.
pub fn files(
    project: &Path,
    site: &Site,
    index: &SiteIndex,
    palette: &Palette,
) -> Result<Vec<File>, Failure> {
    let mut files = icons::draw(&project.join("public/icon.svg"), palette)?;
    let text = |name: &str, text: String| (name.to_owned(), text.into_bytes());
    files.push(text(MANIFEST, manifest::manifest(site, palette)));
    files.push(text("robots.txt", sitemap::robots(site)));
    if let Some(url) = &site.url {
        files.push(text(FEED, feed::feed(site, url, index)));
        files.push(text(sitemap::SITEMAP, sitemap::sitemap(url, index)));
    }
    Ok(files)
}
