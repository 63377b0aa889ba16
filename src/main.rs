//! The wasm entry: reads the data that the page carries and makes the parts of
//! it live that react. Where it cannot, it throws, and the page's own script
//! says so. Compiled natively too, so that plain cargo commands check it.

use std::time::Duration;

use leptos::prelude::*;
use liner_notes::{
    components::{
        ListFooter, SearchPanel, SearchStore, SortHeaders, copy_links, hydrate, sync_rows,
    },
    dom,
};
use model::payload::{LIST_FOOTER_ID, PageData, SEARCH_PANEL_ID, SORT_HEADERS_ID};

/// A part of the work, short enough for a slow phone.
type Step = Box<dyn FnOnce() -> Result<(), String>>;

fn main() {
    if cfg!(not(target_arch = "wasm32")) {
        eprintln!("This program runs in a browser: `cargo xtask serve` builds and serves it.");
        std::process::exit(1);
    }
    #[cfg(target_arch = "wasm32")]
    prepare();
    in_turn(vec![Box::new(start)]);
}

#[cfg(target_arch = "wasm32")]
fn prepare() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    // Effects wait for it; it is refused where it is there already.
    _ = any_spawner::Executor::init_wasm_bindgen();
}

fn start() -> Result<(), String> {
    let PageData {
        slug,
        tracks,
        every_album,
    } = dom::page()?;
    let owner = Owner::new();
    owner.set();
    let search = SearchStore::new(tracks);
    let switch = every_album.is_some();
    // All of it lives as long as the page.
    std::mem::forget(owner);
    in_turn(vec![
        Box::new(move || {
            hydrate(
                dom::part(SORT_HEADERS_ID)?,
                view! { <SortHeaders search /> },
            );
            Ok(())
        }),
        Box::new(move || {
            let footer = dom::part(LIST_FOOTER_ID)?;
            hydrate(footer, view! { <ListFooter search slug every_album /> });
            Ok(())
        }),
        Box::new(move || {
            sync_rows(search);
            copy_links(search);
            Ok(())
        }),
        Box::new(move || {
            // Before anything is put in its place.
            let initial = dom::initial_params();
            hydrate(
                dom::part(SEARCH_PANEL_ID)?,
                view! { <SearchPanel search switch /> },
            );
            // Last: until then all is as it was published.
            search.start(initial);
            dom::announce_ready();
            Ok(())
        }),
    ]);
    Ok(())
}

/// Takes each step in a task of its own: a slow phone scrolls and takes typing
/// between. Where one fails none follows; the page's own script hears of it, and
/// tells the reader.
fn in_turn(steps: Vec<Step>) {
    let mut steps = steps.into_iter();
    let Some(step) = steps.next() else { return };
    let take = move || match step() {
        Ok(()) => in_turn(steps.collect()),
        Err(reason) => wasm_bindgen::throw_str(&reason),
    };
    set_timeout(take, Duration::ZERO);
}
