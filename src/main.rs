//! The entry point of the wasm: parses the JSON embedded in the page and hydrates
//! the islands. On failure it throws, and the page's inline script shows a
//! message. It also compiles natively, so that plain cargo commands check it.

use leptos::{prelude::*, task::spawn_local};
use liner_notes::{
    components::{
        ListFooter, SearchPanel, SearchStore, SortHeaders, copy_links, hydrate, sync_rows,
    },
    dom, in_a_browser_only,
};
use model::payload::{LIST_FOOTER_ID, SEARCH_PANEL_ID, SORT_HEADERS_ID};

fn main() {
    in_a_browser_only();
    #[cfg(target_arch = "wasm32")]
    prepare();
    spawn_local(async {
        // The page's inline script catches it and shows a message.
        if let Err(reason) = start().await {
            wasm_bindgen::throw_str(&reason);
        }
    });
}

#[cfg(target_arch = "wasm32")]
fn prepare() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    // Effects run on this executor. An error means that one is already set.
    _ = any_spawner::Executor::init_wasm_bindgen();
}

/// Starts the app in two tasks, between which the browser can scroll and handle
/// input. More of them would delay the search: nested timers wait.
async fn start() -> Result<(), String> {
    let page = dom::search_data()?;
    let owner = Owner::new();
    owner.set();
    let search = SearchStore::new(page);
    // Never drop the owner: its signals and effects live as long as the page.
    std::mem::forget(owner);
    let headers = dom::part(SORT_HEADERS_ID)?;
    hydrate(headers, view! { <SortHeaders search /> });
    let footer = dom::part(LIST_FOOTER_ID)?;
    hydrate(footer, view! { <ListFooter search /> });
    sync_rows(search, copy_links(search));

    dom::next_task().await;
    // Read the inputs before hydration, which may restore the island.
    let initial = dom::initial_params();
    let panel = dom::part(SEARCH_PANEL_ID)?;
    hydrate(panel, view! { <SearchPanel search /> });
    // Last, because hydration needs the DOM as it was published.
    search.start(initial);
    dom::on_page(move |page| search.show_page(page));
    dom::announce("data-app");
    Ok(())
}
