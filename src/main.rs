//! The wasm entry: reads the data that the page carries and makes the page
//! live. Where it cannot, it throws, and the page's own script says so.

use leptos::{mount, prelude::*};
use liner_notes::{browser, components::App, payload::Page};

fn main() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    if let Err(reason) = start() {
        wasm_bindgen::throw_str(&reason);
    }
}

fn start() -> Result<(), String> {
    let Page { review, others } = browser::page()?;
    let root = browser::root()?;
    let wanted = browser::wanted();
    if browser::is_as_published(&root) {
        mount::hydrate_from(root, move || view! { <App review others wanted /> }).forget();
    } else {
        browser::render_afresh(root, |root| {
            mount::mount_to(root, move || view! { <App review others wanted /> }).forget();
        });
    }
    browser::announce_ready();
    Ok(())
}
