//! Writes `sitemap.xml` and `robots.txt` for search engines.

use std::io;

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use crate::{site::Site, site_index::SiteIndex};
use model::{Date, Review, payload::ALL_REVIEWS};

pub const SITEMAP: &str = "sitemap.xml";

/// The protocol's limit per file, minus the list of all reviews. Older reviews
/// are omitted.
const MOST: usize = 50_000 - 1;

/// All reviews' pages, and the list of all reviews if there is one. The front
/// page is omitted, because it is a copy of the newest review's page.
pub fn sitemap(url: &str, index: &SiteIndex) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    write(&mut writer, url, index).expect("writing to memory does not fail");
    String::from_utf8(writer.into_inner()).expect("all that was written is text")
}

fn write(writer: &mut Writer<Vec<u8>>, url: &str, index: &SiteIndex) -> io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer
        .create_element("urlset")
        .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
        .write_inner_content(|writer| {
            for review in index.published().take(MOST) {
                page(
                    writer,
                    &format!("{url}{}/", review.slug),
                    review.last_change(),
                )?;
            }
            let changes = index.published().map(Review::last_change);
            if let (true, Some(last)) = (index.several(), changes.max_by_key(|date| &date.iso)) {
                page(writer, &format!("{url}{ALL_REVIEWS}"), last)?;
            }
            Ok(())
        })?;
    writer.write_event(Event::Text(BytesText::new("\n")))
}

/// An entry with the day of its last change.
fn page(writer: &mut Writer<Vec<u8>>, address: &str, last_change: &Date) -> io::Result<()> {
    let element = writer.create_element("url");
    element.write_inner_content(|writer| {
        let element = writer.create_element("loc");
        element.write_text_content(BytesText::new(address))?;
        let element = writer.create_element("lastmod");
        element.write_text_content(BytesText::new(&last_change.iso))?;
        Ok(())
    })?;
    Ok(())
}

/// Allows everything, and names the sitemap if its address is known.
pub fn robots(site: &Site) -> String {
    let sitemap = site.url.as_ref();
    let sitemap = sitemap.map(|url| format!("\nSitemap: {url}{SITEMAP}\n"));
    format!(
        "User-agent: *\nDisallow:\n{}",
        sitemap.as_deref().unwrap_or_default()
    )
}
