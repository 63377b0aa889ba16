//! The wasm entry: reads the data that the page carries and makes the parts of
//! it live that react. Where it cannot, it throws, and the page's own script
//! says so.

use std::time::Duration;

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
    // Effects wait for it; it is refused where it is there already.
    _ = Executor::init_wasm_bindgen();
    or_throw(start());
}

fn start() -> Result<(), String> {
    let PageData {
        slug,
        tracks,
        every_album,
    } = browser::page()?;
    let owner = Owner::new();
    let search = owner.with(|| LiveSearch::new(tracks));
    next(move || {
        let (headers, beyond) = (browser::part(HEADERS_ID)?, browser::part(BEYOND_ID)?);
        let switch = every_album.is_some();
        owner.with(|| {
            hydrate(headers, view! { <Headers search /> });
            hydrate(beyond, view! { <Beyond search slug every_album /> });
            keep_rows(search);
            copy_links(search);
        });
        next(move || {
            // Before anything is put in its place.
            let wanted = browser::wanted();
            let finder = browser::part(FINDER_ID)?;
            owner.with(|| {
                hydrate(finder, view! { <Finder search switch /> });
                // Last: until then all is as it was published.
                search.start(wanted);
            });
            // All of it lives as long as the page.
            std::mem::forget(owner);
            browser::announce_ready();
            Ok(())
        });
        Ok(())
    });
    Ok(())
}

/// Goes on in a task of its own: a slow phone scrolls and takes typing between.
fn next(step: impl FnOnce() -> Result<(), String> + 'static) {
    set_timeout(|| or_throw(step()), Duration::ZERO);
}

/// The page's own script hears of it, and tells the reader.
fn or_throw(done: Result<(), String>) {
    if let Err(reason) = done {
        wasm_bindgen::throw_str(&reason);
    }
}
