//! Goes from review to review: shows another page in the place of this one.

use super::{page_parts::PageParts, search_store::SearchStore, track_table::is_long};
use crate::dom::{self, Arrived, PageJson};
use model::{
    TracksFile, artists_differ,
    payload::{PageData, SearchData},
};

/// Shows each review that the reader goes to without a load, from now on. `build`
/// names the version of the app; nothing is done if it is empty, or on a site of
/// one review.
pub fn navigate(search: SearchStore, build: String) {
    if search.has_others() && !build.is_empty() {
        dom::on_navigate(&search.root(), build, move |arrived| show(search, arrived));
    }
}

/// Renders the page anew if a part of it is missing, because its HTML was cut or
/// others removed it. Otherwise the page stays as it is: translators and extensions
/// may have changed it.
///
/// # Errors
/// If a part is missing and the page's data is damaged.
pub fn mend(json: &PageJson) -> Result<(), &'static str> {
    const PARTS: [&str; 4] = [
        ".review > .masthead",
        ".review > .text > .prose > *",
        "#search-help",
        "#tracks > tbody > tr",
    ];
    if PARTS.into_iter().any(dom::is_missing) {
        let page = json.page()?.page;
        PageParts::new(&page).show(is_long(&page.review.album.tracks));
    }
    Ok(())
}

/// Shows a page, and returns whether it can: the columns of the table stay. The
/// islands stay, too; everything else is built anew.
fn show(search: SearchStore, arrived: Arrived) -> bool {
    let Arrived {
        page: PageData { head, page, .. },
        json,
    } = arrived;
    let tracks = &page.review.album.tracks;
    if search.with_tracks(artists_differ) != artists_differ(tracks) {
        return false;
    }
    let is_front = |file: &TracksFile| file.root.is_empty();
    dom::mark_opened();
    dom::show_head(&head, &page.review.standfirst, &json);
    dom::mark_front(page.others.tracks.as_ref().is_some_and(is_front));
    PageParts::new(&page).show(is_long(tracks));
    search.show_page(SearchData::of(page));
    true
}
