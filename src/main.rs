//! The wasm entry: reads the data that the page carries and makes the parts of
//! it live that react. Where it cannot, it throws, and the page's own script
//! says so.

use any_spawner::Executor;
use leptos::prelude::*;
use liner_notes::{
    browser,
    components::{Beyond, Finder, Headers, LiveSearch, copy_links, hydrate, keep_rows},
    payload::{BEYOND_ID, FINDER_ID, HEADERS_ID, PageData},
};

fn main() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    if let Err(reason) = start() {
        wasm_bindgen::throw_str(&reason);
    }
}

fn start() -> Result<(), String> {
    let PageData {
        slug,
        tracks,
        every_album,
    } = browser::page()?;
    // Before anything is put in its place.
    let wanted = browser::wanted();
    let (finder, headers, beyond) = (
        browser::part(FINDER_ID)?,
        browser::part(HEADERS_ID)?,
        browser::part(BEYOND_ID)?,
    );
    // Effects wait for it; it is refused where it is there already.
    _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.with(|| {
        let search = LiveSearch::new(tracks);
        let switch = every_album.is_some();
        hydrate(finder, view! { <Finder search switch /> });
        hydrate(headers, view! { <Headers search /> });
        hydrate(beyond, view! { <Beyond search slug every_album /> });
        keep_rows(search);
        copy_links(search);
        search.start(wanted);
    });
    // All of it lives as long as the page.
    std::mem::forget(owner);
    browser::announce_ready();
    Ok(())
}
