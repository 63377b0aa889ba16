//! The entry point of the wasm: parses the JSON embedded in the page and hydrates
//! the islands. On failure it throws, and the page's inline script shows a
//! message. It also compiles natively, so that plain cargo commands check it.

use std::time::Duration;

use leptos::prelude::*;
use liner_notes::{
    components::{
        ListFooter, SearchPanel, SearchStore, SortHeaders, copy_links, hydrate, sync_rows,
    },
    dom,
};
use model::payload::{LIST_FOOTER_ID, PageData, SEARCH_PANEL_ID, SORT_HEADERS_ID};

/// One step of the start, short enough not to block a slow phone.
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
    // Effects run on this executor. An error means that one is already set.
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
    // Never drop the owner: its signals and effects live as long as the page.
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
            // Read the inputs before hydration, which may restore the island.
            let initial = dom::initial_params();
            hydrate(
                dom::part(SEARCH_PANEL_ID)?,
                view! { <SearchPanel search switch /> },
            );
            // Last, because hydration needs the DOM as it was published.
            search.start(initial);
            dom::announce_ready();
            Ok(())
        }),
    ]);
    Ok(())
}

/// Runs each step in a task of its own, so that the browser can scroll and handle
/// input between two steps. When a step fails, the rest do not run; the page's
/// inline script catches the error and shows a message.
fn in_turn(steps: Vec<Step>) {
    let mut steps = steps.into_iter();
    let Some(step) = steps.next() else { return };
    let take = move || match step() {
        Ok(()) => in_turn(steps.collect()),
        Err(reason) => wasm_bindgen::throw_str(&reason),
    };
    set_timeout(take, Duration::ZERO);
}
