//! Goes from review to review: shows another page in the place of this one.

use super::{page_parts::PageParts, track_table::is_long};
use crate::dom::{self, Arrived, PageJson};
use model::{TracksFile, artists_differ, payload::PageData};

/// Selectors of parts that each page has. `loader.js` loads the renderer at once
/// if one of them matches nothing.
pub const PARTS: [&str; 4] = [
    ".review > .masthead",
    ".review > .text > .prose > *",
    "#search-help",
    "#tracks > tbody > tr",
];

/// Renders the page anew if a part of it is missing, because its HTML was cut or
/// others removed it. Otherwise the page stays as it is: translators and extensions
/// may have changed it.
///
/// # Errors
/// If a part is missing and the page's data is damaged.
pub fn mend(json: &PageJson) -> Result<(), &'static str> {
    if PARTS.into_iter().any(dom::is_missing) {
        let page = json.page()?.page;
        PageParts::new(&page).show(is_long(&page.review.album.tracks));
    }
    Ok(())
}

/// Shows each review that the reader goes to without a load, from now on. Nothing
/// is done on a site of one review, or where the data names no version of the app.
///
/// # Errors
/// If the page's data is damaged.
pub fn navigate(json: &PageJson) -> Result<(), &'static str> {
    let (page, build) = (json.search()?, json.build());
    let has_artists = artists_differ(&page.tracks);
    if let Some(file) = page.every_album
        && !build.is_empty()
    {
        dom::on_navigate(&file.root, build, move |arrived| show(has_artists, arrived));
    }
    Ok(())
}

/// Shows a page, and returns whether it can: the columns of the table stay. The
/// islands stay, too; everything else is built anew.
fn show(has_artists: bool, arrived: Arrived) -> bool {
    let Arrived {
        page: PageData { head, page, .. },
        json,
        ..
    } = arrived;
    let tracks = &page.review.album.tracks;
    if has_artists != artists_differ(tracks) {
        return false;
    }
    let is_front = |file: &TracksFile| file.root.is_empty();
    dom::show_head(&head, &page.review.standfirst, &json);
    dom::mark_front(page.others.tracks.as_ref().is_some_and(is_front));
    PageParts::new(&page).show(is_long(tracks));
    dom::announce_page();
    true
}
