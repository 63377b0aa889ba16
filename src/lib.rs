//! Liner Notes: soundtrack reviews with an interactive track list, published as
//! static files.
//!
//! Data flows one way:
//!
//! ```text
//! reviews/*.md -> publisher (native) -> Page -> prerendered HTML + embedded JSON
//!                                                         |
//!      URL <-> SearchParams <-> SearchStore <-> islands <- SearchData (main.rs, wasm)
//! ```
//!
//! Modules in reading order:
//!
//! - [`components`]: the page, one component a file. The publisher renders all
//!   of them; the browser hydrates the islands (`main.rs`), and renders the rest
//!   for another review (`navigation.rs`, a wasm of its own).
//! - [`dom`]: the only module that names `web_sys`.
//!
//! The crate `model` defines a review, and the crate `search` decides which
//! tracks a search finds. Neither depends on Leptos, a browser or the file system.
//!
//! There is no server and no HTML built from strings. From review to review the
//! browser navigates by its Navigation API.

pub mod components;
pub mod dom;

/// Ends a program that was started outside a browser, with advice.
pub fn in_a_browser_only() {
    if cfg!(not(target_arch = "wasm32")) {
        eprintln!("This program runs in a browser: `cargo xtask serve` builds and serves it.");
        std::process::exit(1);
    }
}
