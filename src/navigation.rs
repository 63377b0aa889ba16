//! The entry point of the second wasm, which renders reviews: it mends a page of
//! which a part is missing, and goes from review to review without a load.
//!
//! `loader.js` loads it where it is needed, once the first wasm (`main.rs`) has
//! started. So it delays neither the page nor its search.

use liner_notes::{components, dom, in_a_browser_only};

fn main() {
    in_a_browser_only();
    // The promise that `loader.js` awaits is rejected.
    if let Err(reason) = start() {
        wasm_bindgen::throw_str(&reason);
    }
}

fn start() -> Result<(), String> {
    let json = dom::embedded()?;
    components::mend(&json).map_err(dom::damaged)?;
    components::navigate(&json).map_err(dom::damaged)?;
    dom::announce("data-navigation");
    Ok(())
}
