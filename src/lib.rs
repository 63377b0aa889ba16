//! Liner Notes: soundtrack reviews with a live track list, published as plain
//! static files.
//!
//! Data flows one way:
//!
//! ```text
//! reviews/*.md -> publish (native) -> Page -> prerendered HTML + embedded JSON
//!                                                     |
//!             URL <-> filter <-> components <- PageData <- main.rs (wasm)
//! ```
//!
//! Modules in reading order:
//!
//! - [`review`]: what a review is (album, tracks, lengths, prose). No Leptos,
//!   no browser, no files.
//! - [`filter`]: which tracks a reader's search shows. As pure as `review`.
//! - [`payload`]: the one boundary between publisher and browser.
//! - [`components`]: the page, one component a file, rendered natively; those
//!   that react are hydrated in the browser.
//! - [`browser`]: the only place that names `web_sys`.
//! - `publish` (native): the only place that opens files.
//! - `import` (native): texts that were written elsewhere, into a
//!   writer's file.
//!
//! Not here, on purpose: a client router, a server, HTML strings made by hand.

pub mod browser;
pub mod components;
pub mod filter;
#[cfg(not(target_arch = "wasm32"))]
pub mod import;
pub mod payload;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
pub mod review;
